import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Lecture } from "../../../scripts/model.ts";
import { assets } from "../../../scripts/outputs/assets.ts";
import { handout } from "../../../scripts/outputs/handout.ts";
import { read } from "../../../scripts/outputs/read.ts";
import { makeEra, makeLecture } from "../../model.ts";
import { decodeQrCodes } from "../decode-qr.ts";
import { checkPdf } from "../../pdf-check/check.ts";
import { nodes, readPdf, textUnder, type ReadPdf } from "../read-pdf.ts";
import { sampleLecture, sentences, slide } from "../sample-lecture.ts";
import { openStaging, type Staging } from "../staging.ts";

/** A slide whose words go on for pages, with a name at their beginning and at their end. */
const long = slide("long", "talk", {
  title: "A long talk",
  narration: sentences(
    "Stalin listens.",
    ...Array.from(
      { length: 90 },
      (_, i) => `¶Sentence ${i + 1} of a talk that goes on about rice, coal and rails.`,
    ),
    "At last Stalin answers, from Moscow.",
  ),
});
const lecture: Lecture = makeLecture(
  [
    makeEra("before", [slide("before", "one", { title: "Before", narration: sentences("Moscow waits.") })], {
      title: "Before",
      span: "1949",
      places: ["Moscow"],
      terms: [{ term: "rails", definition: "What trains run on." }],
    }),
    makeEra("long", [long], { title: "The talk", people: ["Joseph Stalin"], places: ["Beijing"] }),
  ],
  { meta: { title: "Talks", url: "https://example.org/talks", identifier: "10.5281/zenodo.1234567" } },
);

describe("what surrounds the text, on paper", () => {
  let staging: Staging;
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    staging = await openStaging();
    await staging.make(assets, lecture);
    await staging.make(read, lecture);
    await staging.make(handout, lecture);
    bytes = await readFile(join(staging.folder, "handout.pdf"));
    pdf = await readPdf(bytes);
  });
  afterAll(async () => {
    await staging.close();
  });

  /** Lines of lists, as the PDF tells them to a screen reader. */
  const lines = (page: number): string[] =>
    nodes(pdf.pages[page - 1]?.tree ?? { role: "", text: "", children: [] })
      .filter(({ role }) => role === "LI")
      .map((item) => textUnder(item).replace(/\s+/g, " ").trim());
  const pageOf = (title: string): number => pdf.outline.find((entry) => entry.title === title)?.page ?? 0;
  const pagesWith = (words: string): number[] =>
    pdf.pages.flatMap(({ text }, i) => (text.replace(/\s+/g, " ").includes(words) ? [i + 1] : []));

  test("the index gives the pages where the words are, of a slide on several pages too", () => {
    const [first = 0] = pagesWith("Stalin listens.");
    const [last = 0] = pagesWith("At last Stalin answers");
    const [before = 0] = pagesWith("Moscow waits.");
    expect(last).toBeGreaterThan(first + 1);
    const index = lines(pageOf("Index of people and places"));
    expect(index).toContain(`Stalin, Joseph ${first}, ${last}`);
    expect(index).toContain(`Moscow ${before}, ${last}`);
    // Only listed: where its era begins.
    expect(index).toContain(`Beijing ${pageOf("The talk")}`);
  });

  test("glossary and chronology give pages, and every number leads to its page", () => {
    const [rails = 0] = pagesWith("Sentence 1 of a talk");
    expect(lines(pageOf("Glossary"))).toContain(`rails What trains run on. Before ${pageOf("Before")}`);
    expect(rails).toBeGreaterThan(0);
    expect(lines(pageOf("Chronology"))).toContain(`1949 Before ${pageOf("Before")}`);
    const numbers = pdf.links.filter(({ page }) => page >= pageOf("Glossary"));
    expect(numbers.length).toBeGreaterThan(5);
    const inIndex = pdf.links.filter(
      ({ page, contents }) => page === pageOf("Index of people and places") && contents.includes("Stalin"),
    );
    expect(inIndex.map(({ contents, leadsTo }) => [contents, leadsTo])).toEqual([
      ["Stalin listens.", pagesWith("Stalin listens.")[0]],
      ["At last Stalin answers, from Moscow.", pagesWith("At last Stalin answers")[0]],
      ["At last Stalin answers, from Moscow.", pagesWith("At last Stalin answers")[0]],
    ]);
  });

  test("says how to cite the lecture, and has no section without anything in it", () => {
    const text = pdf.pages
      .map((page) => page.text)
      .join("\n")
      .replace(/\s+/g, " ");
    expect(text).toContain("“Talks,” narrated lecture, n.d., https://doi.org/10.5281/zenodo.1234567.");
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      "Before",
      "The talk",
      "Glossary",
      "Chronology",
      "How to cite this lecture",
      "Index of people and places",
    ]);
  });

  test("each slide has a code that is a link with words, and an alternative", async () => {
    expect(await checkPdf(bytes)).toEqual([]);
    const codes = pdf.links.filter(({ leadsTo }) => String(leadsTo).includes("#/"));
    expect(codes.map(({ leadsTo }) => leadsTo)).toEqual([
      "https://example.org/talks/#/before/one",
      "https://example.org/talks/#/long/talk",
    ]);
    for (const { contents } of codes) expect(contents).toMatch(/^Hear it example\.org\/talks\/#\//);
    const alternatives = pdf.pages.flatMap((page) => nodes(page.tree)).map(({ alt }) => alt);
    expect(alternatives).toContain("QR code: slide 2 in the lecture");
  });

  test.each([150, 300])("the codes are read at %i dpi", async (dpi) => {
    const browser = await staging.tools.openBrowser();
    const page = await browser.newPage();
    await page.setViewport({ width: 800, height: 1100, deviceScaleFactor: dpi / 96 });
    await page.emulateMediaType("print");
    await page.goto(pathToFileURL(`${staging.folder}/read.html`).href);
    const read: string[] = [];
    for (const part of await page.$$(".part .show"))
      read.push(...(await decodeQrCodes(await part.screenshot())));
    expect(read).toEqual(["https://example.org/talks/#/before/one", "https://example.org/talks/#/long/talk"]);
    await page.close();
  });

  test("tags name the lecture for Zotero and Google Scholar", async () => {
    const { files } = await read.make(sampleLecture(), staging.tools);
    const html = files
      .flatMap((file) => ("text" in file && file.path === "read.html" ? [file.text] : []))
      .join("");
    const tags = [...html.matchAll(/<meta name="(citation_[a-z_]+)" content="([^"]*)">/g)];
    expect(tags.map(([, name, content]) => `${name}=${content}`)).toEqual([
      "citation_title=Worn-out shoes: Moscow and Pyongyang, 1945–2024",
      "citation_author=Ada Lecturer",
      "citation_author=Борис Автор",
      "citation_publication_date=2026/11/23",
      "citation_language=en",
      "citation_public_url=https://example.org/shoes/",
      "citation_pdf_url=https://example.org/shoes/handout.pdf",
      "citation_keywords=client",
      "citation_keywords=protégé",
    ]);
  });

  test("without an address there is no code, and without names no index", async () => {
    const bare = makeLecture([makeEra("bare", [slide("bare", "one", { title: "One" })])]);
    await staging.make(assets, bare);
    await staging.make(handout, bare);
    const printed = await readPdf(await readFile(join(staging.folder, "handout.pdf")));
    expect(printed.outline.map(({ title }) => title)).toEqual(["bare", "How to cite this lecture"]);
    expect(printed.links.filter(({ leadsTo }) => typeof leadsTo === "string")).toEqual([]);
  });
});
