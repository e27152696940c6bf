import { expect, test } from "vitest";
import { applyEdits, planEdits } from "../../scripts/outputs/handout/pdf/plan-edits.ts";

const plan = (content: string, figures: readonly number[] = []) =>
  planEdits(content, {
    height: 800,
    figureOf: (mcid) => (figures.includes(mcid) ? mcid : undefined),
    objectBox: (name) => (name === "X7" ? [0, 0, 920, 518] : undefined),
  });

const apply = (content: string, figures: readonly number[] = []): string =>
  applyEdits(content, plan(content, figures).edits).replace(/\s+/g, " ");

test("running heads and feet become artifacts of the page, each text whole", () => {
  const head = "BT 1 0 0 1 50 770 Tm <0041> Tj 5 0 Td <0042> Tj ET";
  expect(apply(head)).toBe(`/Artifact <</Type /Pagination /Subtype /Header>> BDC ${head} EMC `);
  const foot = "BT 1 0 0 1 50 20 Tm <0041> Tj ET";
  expect(apply(foot)).toBe(`/Artifact <</Type /Pagination /Subtype /Footer>> BDC ${foot} EMC `);
});

test("other text that nobody reads, and rules, become artifacts of the layout", () => {
  expect(apply("BT 1 0 0 1 50 400 Tm <0041> Tj ET 0 0 9 9 re f")).toBe(
    "/Artifact <</Type /Layout>> BDC BT 1 0 0 1 50 400 Tm <0041> Tj ET EMC /Artifact <</Type /Layout>> BDC 0 0 9 9 re f EMC ",
  );
});

test("text between marked text is marked piece by piece", () => {
  expect(apply("BT /P <</MCID 0>> BDC <0041> Tj EMC <0042> Tj ET")).toBe(
    "BT /P <</MCID 0>> BDC <0041> Tj EMC /Artifact <</Type /Pagination /Subtype /Footer>> BDC <0042> Tj EMC ET",
  );
});

test("marked text stays, and marked lines become artifacts", () => {
  const text = "/P <</MCID 0>> BDC BT <0041> Tj ET EMC ";
  expect(apply(text)).toBe(text);
  expect(apply("/P <</MCID 1>> BDC 0 0 9 9 re f EMC")).toBe(
    "/Artifact <</Type /Layout>> BDC 0 0 9 9 re f EMC",
  );
  expect(plan("/P <</MCID 1>> BDC 0 0 9 9 re f EMC").dropped).toEqual([1]);
});

test("the slide that follows its frame is put into the figure", () => {
  expect(apply("/Figure <</MCID 4>> BDC 0 0 9 9 re S q EMC /X7 Do Q", [4])).toBe(
    "/Figure <</MCID 4>> BDC 0 0 9 9 re S q /X7 Do EMC Q",
  );
  expect(apply("/P <</MCID 4>> BDC <0041> Tj EMC /X7 Do")).toContain(
    "/Artifact <</Type /Layout>> BDC /X7 Do EMC",
  );
});

test("a figure is as large as what it draws, wherever the page puts it", () => {
  const { boxes } = plan(
    "q .5 0 0 -.5 100 700 cm /Figure <</MCID 4>> BDC 0 0 920 518 re S q 1 0 0 1 10 10 cm /X7 Do Q EMC Q /Figure <</MCID 5>> BDC q 60 0 0 40 300 200 cm /Photo Do Q EMC",
    [4, 5],
  );
  expect([...boxes]).toEqual([
    [4, [100, 436, 565, 700]],
    [5, [300, 200, 360, 240]],
  ]);
});

test("of a figure that is cut off, what can be seen counts", () => {
  const { boxes } = plan(
    "q 0 0 50 30 re W n /Figure <</MCID 4>> BDC q 90 0 0 90 10 10 cm /Photo Do Q EMC Q",
    [4],
  );
  expect([...boxes]).toEqual([[4, [10, 10, 50, 30]]]);
});

test("a frame beyond the page’s edge is no part of its figure, which is on the next page, and is not painted", () => {
  const page = "q 0 0 500 700 re W* n q 0 -20 500 10 re /Figure <</MCID 4>> BDC S EMC Q Q";
  const { dropped, boxes } = plan(page, [4]);
  expect(dropped).toEqual([4]);
  expect([...boxes]).toEqual([]);
  expect(apply(page, [4])).toContain("/Artifact <</Type /Layout>> BDC n EMC");
  // After the clip is over, the same frame is seen.
  expect(plan("q 0 0 500 700 re W n Q 0 -20 500 10 re /Figure <</MCID 4>> BDC S EMC", [4]).dropped).toEqual(
    [],
  );
});

test("a figure that draws nothing stays one", () => {
  expect(plan("/Figure <</MCID 4>> BDC EMC", [4]).dropped).toEqual([]);
});
