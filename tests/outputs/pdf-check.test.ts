import { PDFDict, PDFDocument, PDFHeader, PDFName } from "@cantoo/pdf-lib";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assets } from "../../scripts/outputs/assets.ts";
import { checkPdf, ruleNames } from "./pdf-check.ts";
import { planEdits } from "../../scripts/outputs/handout/pdf/artifacts.ts";
import { operations, shrinkage } from "../../scripts/outputs/handout/pdf/content.ts";
import { handout } from "../../scripts/outputs/handout.ts";
import { read } from "../../scripts/outputs/read.ts";
import { sampleLecture } from "./sample-lecture.ts";
import { openStaging, type Staging } from "./staging.ts";

let staging: Staging;
let good: Uint8Array;
beforeAll(async () => {
  staging = await openStaging();
  const lecture = sampleLecture();
  await staging.make(assets, lecture);
  await staging.make(read, lecture);
  await staging.make(handout, lecture);
  good = await readFile(join(staging.folder, "handout.pdf"));
});
afterAll(async () => {
  await staging.close();
});

/** Every dictionary of the document, in order. */
const dicts = (document: PDFDocument): PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));

const named = (document: PDFDocument, key: string, value: string): PDFDict => {
  const found = dicts(document).find((dict) => dict.get(PDFName.of(key)) === PDFName.of(value));
  if (found === undefined) throw new Error(`no dictionary has ${key} ${value}`);
  return found;
};

const element = (document: PDFDocument, role: string): PDFDict => named(document, "S", role);

function setContent(document: PDFDocument, page: number, content: string): void {
  const stream = document.context.register(document.context.flateStream(content));
  document.getPages()[page]?.node.set(PDFName.of("Contents"), stream);
}

/** For each rule, the smallest damage that breaks it. */
const damages: Readonly<Record<string, (document: PDFDocument) => void>> = {
  version: ({ context }) => {
    context.header = PDFHeader.forVersion(1, 4);
  },
  claim: ({ catalog }) => catalog.delete(PDFName.of("Metadata")),
  marked: ({ catalog }) => catalog.delete(PDFName.of("MarkInfo")),
  title: ({ catalog }) => catalog.delete(PDFName.of("ViewerPreferences")),
  "content-tagged": (document) => setContent(document, 2, "0 0 10 10 re f"),
  "standard-roles": (document) => element(document, "P").set(PDFName.of("S"), PDFName.of("Banner")),
  language: ({ catalog }) => catalog.delete(PDFName.of("Lang")),
  "figures-described": (document) => element(document, "Figure").delete(PDFName.of("Alt")),
  "headings-in-order": (document) => element(document, "H2").set(PDFName.of("S"), PDFName.of("H4")),
  "tables-headed": (document) => element(document, "L").set(PDFName.of("S"), PDFName.of("Table")),
  "lists-whole": (document) => element(document, "LBody").set(PDFName.of("S"), PDFName.of("Div")),
  outline: ({ catalog }) => catalog.delete(PDFName.of("Outlines")),
  "links-described": (document) => named(document, "Subtype", "Link").delete(PDFName.of("Contents")),
  "tab-order": (document) => document.getPages().forEach((page) => page.node.delete(PDFName.of("Tabs"))),
  "fonts-embedded": (document) => dicts(document).forEach((dict) => dict.delete(PDFName.of("FontFile2"))),
  "fonts-unicode": (document) => dicts(document).forEach((dict) => dict.delete(PDFName.of("ToUnicode"))),
  "glyphs-present": (document) => setContent(document, 1, "/Artifact BMC BT /F4 10 Tf <00410000> Tj ET EMC"),
};

describe("checkPdf", () => {
  test("has nothing to say against the handout", async () => {
    expect(await checkPdf(good)).toEqual([]);
  });

  test("knows a damage for every rule", () => {
    expect(Object.keys(damages).sort()).toEqual([...ruleNames].sort());
  });

  test.each(Object.entries(damages))("finds what breaks the rule %s", async (rule, damage) => {
    const document = await PDFDocument.load(good, { updateMetadata: false });
    damage(document);
    const broken = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
    expect((await checkPdf(broken)).map((finding) => finding.rule)).toContain(rule);
  });

  test("finds content that the structure does not know", async () => {
    const document = await PDFDocument.load(good, { updateMetadata: false });
    const tree = named(document, "Type", "StructTreeRoot");
    const parents = document.context.lookup(tree.get(PDFName.of("ParentTree")), PDFDict);
    parents.set(PDFName.of("Nums"), document.context.obj([]));
    parents.delete(PDFName.of("Kids"));
    const messages = (await checkPdf(await document.save())).map(({ message }) => message);
    expect(messages).toContain("page 1 draws with Tj outside the structure");
  });
});

describe("operations", () => {
  test("reads operands of every kind, and knows where an operation begins and ends", () => {
    const content =
      "q % a note\n/Span <</MCID 0 /Lang (a\\)b(c))>> BDC\nBT <0041>Tj [(x) -20 <42>] TJ ET EMC 1 0 0 rg";
    const read = [...operations(content)];
    expect(read.map(({ operator }) => operator)).toEqual(["q", "BDC", "BT", "Tj", "TJ", "ET", "EMC", "rg"]);
    expect(read[1]?.operands).toBe("/Span <</MCID 0 /Lang (a\\)b(c))>>");
    expect(content.slice(read[4]?.start, read[4]?.end)).toBe("[(x) -20 <42>] TJ");
  });
});

test("shrinkage sees that Chromium made the page smaller to fit something wide", () => {
  expect(shrinkage("0.24 0 0 -0.24 0 841.92 cm q 3.125 0 0 3.125 0 0 cm BT /F1 10 Tf ET")).toBeCloseTo(1);
  expect(shrinkage("0.24 0 0 -0.24 0 841.92 cm q 2.0833 0 0 2.0833 0 0 cm BT /F1 10 Tf ET")).toBeCloseTo(
    0.667,
  );
});

describe("planEdits", () => {
  const apply = (content: string, figures: readonly number[] = []): string => {
    const { edits } = planEdits(content, (mcid) => mcid !== undefined && figures.includes(mcid));
    return edits
      .reduceRight((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), content)
      .replace(/\s+/g, " ");
  };

  test("marks a running head and a rule as artifacts, each whole", () => {
    expect(apply("BT <0041> Tj ET 0 0 9 9 re f")).toBe(
      "BT /Artifact BMC <0041> Tj EMC ET /Artifact BMC 0 0 9 9 re f EMC ",
    );
  });

  test("leaves marked text alone and makes marked lines artifacts", () => {
    const text = "/P <</MCID 0>> BDC BT <0041> Tj ET EMC ";
    expect(apply(text)).toBe(text);
    expect(apply("/P <</MCID 1>> BDC 0 0 9 9 re f EMC")).toBe("/Artifact BMC 0 0 9 9 re f EMC");
    expect(planEdits("/P <</MCID 1>> BDC 0 0 9 9 re f EMC", () => false).dropped).toEqual([1]);
  });

  test("puts the slide that follows its frame into the figure", () => {
    expect(apply("/Figure <</MCID 4>> BDC 0 0 9 9 re S q EMC /X7 Do Q", [4])).toBe(
      "/Figure <</MCID 4>> BDC 0 0 9 9 re S q /X7 Do EMC Q",
    );
    expect(apply("/P <</MCID 4>> BDC <0041> Tj EMC /X7 Do")).toContain("/Artifact BMC /X7 Do EMC");
  });
});
