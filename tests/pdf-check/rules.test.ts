import { ParseSpeeds, PDFDict, PDFDocument, PDFHeader, PDFName, PDFString } from "@cantoo/pdf-lib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findingsOf, rules } from "../../scripts/pdf-check/index.ts";
import { inspect } from "../../scripts/pdf-check/inspect.ts";
import { checkPdf } from "./check.ts";
import {
  addAnnotation,
  addContent,
  addElement,
  addResource,
  dicts,
  editXmp,
  element,
  firstFont,
  name,
  named,
  own,
  setRole,
} from "./damage.ts";
import { finishedSample } from "./sample.ts";

let good: Uint8Array;
beforeAll(async () => {
  good = (await finishedSample()).bytes;
});

const textOf = (text: string): PDFString => PDFString.of(text);

/** A stream as an object of its own. */
const stream = (document: PDFDocument, text: string, dict: Record<string, unknown> = {}) =>
  document.context.register(document.context.stream(text, dict as never));

const roleMap = (document: PDFDocument): PDFDict =>
  named(document, "Type", "StructTreeRoot").lookup(name("RoleMap"), PDFDict);

/** A form drawn twice, with tagged content inside. */
function drawTwice(document: PDFDocument): void {
  const form = stream(document, "/Span <</MCID 0>> BDC EMC", {
    Type: "XObject",
    Subtype: "Form",
    BBox: [0, 0, 9, 9],
  });
  addResource(document, "XObject", "Twice", form);
  addContent(document, "/Artifact BMC /Twice Do EMC /Artifact BMC q /Twice Do Q EMC");
}

/** For each rule, small damages that break it and no other. */
const damages: readonly (readonly [rule: string, what: string, damage: (document: PDFDocument) => void])[] = [
  ["version", "a file of version 2.0", ({ context }) => void (context.header = PDFHeader.forVersion(2, 0))],
  ["claim", "no claim", (document) => editXmp(document, (xmp) => xmp.replace(/<pdfuaid:part>.*/, ""))],
  ["claim", "another part", (document) => editXmp(document, (xmp) => xmp.replace("part>1<", "part>2<"))],
  ["title", "no title", (document) => editXmp(document, (xmp) => xmp.replace(/<dc:title>.*/, ""))],
  ["title-shown", "no preferences", ({ catalog }) => catalog.delete(name("ViewerPreferences"))],
  [
    "title-shown",
    "the file's name shown",
    ({ catalog, context }) => catalog.set(name("ViewerPreferences"), context.obj({ DisplayDocTitle: false })),
  ],
  [
    "layers-named",
    "a nameless configuration",
    ({ catalog, context }) => catalog.set(name("OCProperties"), context.obj({ OCGs: [], D: {} })),
  ],
  [
    "layers-named",
    "a configuration that switches by itself",
    ({ catalog, context }) =>
      catalog.set(name("OCProperties"), context.obj({ OCGs: [], D: { Name: textOf("Usual"), AS: [] } })),
  ],
  [
    "no-dynamic-form",
    "an XFA form",
    (document) => {
      const config = stream(document, "<config><dynamicRender>required</dynamicRender></config>");
      const form = document.context.obj({ XFA: [textOf("config"), config] });
      document.catalog.set(name("AcroForm"), form);
    },
  ],
  [
    "no-reference-forms",
    "a form of another file",
    (document) => void stream(document, "", { Subtype: "Form", Ref: { F: textOf("a.pdf"), Page: 0 } }),
  ],
  ["tagged-forms-once", "a form drawn twice", drawTwice],
  ["tagged", "not marked", ({ catalog }) => catalog.delete(name("MarkInfo"))],
  [
    "no-suspects",
    "doubtful tags",
    ({ catalog, context }) => catalog.set(name("MarkInfo"), context.obj({ Marked: true, Suspects: true })),
  ],
  ["content-marked", "an unmarked rule", (document) => addContent(document, "0 0 10 10 re f")],
  [
    "content-marked",
    "content that no element owns",
    (document) => addContent(document, "/P <</MCID 999>> BDC 0 0 10 10 re f EMC"),
  ],
  [
    "no-artifact-in-content",
    "an artifact in a paragraph",
    (document) => addContent(document, "/P <</MCID 0>> BDC /Artifact BMC EMC EMC"),
  ],
  [
    "no-content-in-artifact",
    "a paragraph in an artifact",
    (document) => addContent(document, "/Artifact BMC /P <</MCID 0>> BDC EMC EMC"),
  ],
  ["marks-balanced", "an open mark", (document) => addContent(document, "/Artifact BMC")],
  ["marks-balanced", "a mark closed twice", (document) => addContent(document, "/Artifact BMC EMC EMC")],
  ["roles-standard", "a tag of one's own", (document) => setRole(element(document, "P"), "Banner")],
  [
    "roles-without-circle",
    "a circle",
    (document) => {
      roleMap(document).set(name("A"), name("B"));
      roleMap(document).set(name("B"), name("A"));
    },
  ],
  ["standard-roles-kept", "P means Div", (document) => roleMap(document).set(name("P"), name("Div"))],
  ["tables-whole", "a cell outside a table", (document) => void addElement(document, "TD")],
  ["tables-whole", "a row outside a table", (document) => void addElement(document, "TR")],
  ["lists-whole", "a body that is a division", (document) => setRole(element(document, "LBody"), "Div")],
  ["lists-whole", "an item outside a list", (document) => void addElement(document, "LI")],
  ["contents-whole", "an entry outside a table of contents", (document) => void addElement(document, "TOCI")],
  ["ruby-whole", "a base that is a span", (document) => setRole(element(document, "RB"), "Span")],
  ["warichu-whole", "brackets outside Warichu", (document) => void addElement(document, "WP")],
  ["language", "no language", ({ catalog }) => catalog.delete(name("Lang"))],
  [
    "language-tags",
    "a language in words",
    ({ catalog }) => catalog.set(name("Lang"), textOf("the King's English")),
  ],
  [
    "language-tags",
    "words for one element's language",
    (document) => element(document, "P").set(name("Lang"), textOf("old french")),
  ],
  [
    "language-tags",
    "words in a mark",
    (document) => addContent(document, "/Span <</Lang (Old Norse)>> BDC EMC"),
  ],
  ["figures-described", "no words", (document) => element(document, "Figure").delete(name("Alt"))],
  [
    "figures-described",
    "blank words",
    (document) => element(document, "Figure").set(name("Alt"), textOf(" ")),
  ],
  ["figures-placed", "no box", (document) => element(document, "Figure").delete(name("A"))],
  ["headings-in-order", "a level left out", (document) => setRole(element(document, "H2"), "H4")],
  ["headings-of-one-kind", "both kinds", (document) => void addElement(document, "H")],
  ["one-h1", "a second title", (document) => void addElement(document, "H1")],
  [
    "header-cells-scoped",
    "no scope",
    (document) => {
      for (const dict of dicts(document)) if (["TH", "TD"].includes(roleOf(dict))) dict.delete(name("A"));
    },
  ],
  [
    "tables-headed",
    "no header cells",
    (document) => {
      for (const dict of dicts(document)) if (roleOf(dict) === "TH") setRole(dict, "TD");
    },
  ],
  [
    "tables-headed",
    "rows of different lengths",
    (document) => element(document, "TD").set(name("A"), document.context.obj({ O: "Table", ColSpan: 2 })),
  ],
  ["formulas-described", "no words", (document) => void addElement(document, "Formula")],
  ["notes-identified", "no ID", (document) => element(document, "Aside").delete(name("ID"))],
  [
    "notes-identified",
    "one ID twice",
    (document) => {
      for (const dict of dicts(document)) if (roleOf(dict) === "Aside") dict.set(name("ID"), textOf("same"));
    },
  ],
  [
    "links-tagged",
    "a link of no element",
    (document) => named(document, "Subtype", "Link").delete(name("StructParent")),
  ],
  ["links-described", "no words", (document) => named(document, "Subtype", "Link").delete(name("Contents"))],
  [
    "annotations-tagged",
    "a sticky note of no element",
    (document) => void addAnnotation(document, { Subtype: "Text", Contents: textOf("Look here") }),
  ],
  [
    "annotations-described",
    "a stamp without words",
    (document) => own(document, addAnnotation(document, { Subtype: "Stamp" }), addElement(document, "Annot")),
  ],
  [
    "fields-described",
    "a field without words",
    (document) => own(document, addAnnotation(document, { Subtype: "Widget" }), addElement(document, "Form")),
  ],
  [
    "fields-tagged",
    "a field of no element",
    (document) => void addAnnotation(document, { Subtype: "Widget", TU: textOf("Your name") }),
  ],
  [
    "no-trap-networks",
    "a trap network",
    (document) =>
      own(
        document,
        addAnnotation(document, { Subtype: "TrapNet", Contents: textOf("traps") }),
        addElement(document, "Annot"),
      ),
  ],
  [
    "printer-marks-outside",
    "a tagged printer's mark",
    (document) =>
      own(document, addAnnotation(document, { Subtype: "PrinterMark" }), addElement(document, "Annot")),
  ],
  ["tab-order", "none", (document) => document.getPages()[0]?.node.delete(name("Tabs"))],
  ["tab-order", "by rows", (document) => document.getPages()[0]?.node.set(name("Tabs"), name("R"))],
  [
    "media-described",
    "a film without words",
    (document) => {
      const clip = { S: "MCD", CT: textOf("video/mp4") };
      const action = { S: "Rendition", R: { S: "MR", C: clip } };
      const film = addAnnotation(document, { Subtype: "Screen", Contents: textOf("A film"), A: action });
      own(document, film, addElement(document, "Annot"));
    },
  ],
  [
    "attachments-named",
    "a file with one name only",
    ({ context }) => void context.register(context.obj({ Type: "Filespec", F: textOf("a.zip"), EF: {} })),
  ],
  [
    "fonts-embedded",
    "no font program",
    (document) => firstFont(document).descriptor.delete(name("FontFile2")),
  ],
  ["text-readable", "no map", (document) => firstFont(document).font.delete(name("ToUnicode"))],
  [
    "text-readable",
    "a map with holes",
    (document) => firstFont(document).font.set(name("ToUnicode"), stream(document, "")),
  ],
  [
    "text-real",
    "a map to U+FEFF",
    (document) =>
      firstFont(document).font.set(
        name("ToUnicode"),
        stream(document, "1 beginbfrange <0001> <0FFF> <FEFF> endbfrange"),
      ),
  ],
  [
    "glyphs-present",
    "glyph 0",
    (document) => {
      addResource(document, "Font", "Any", firstFont(document).font);
      addContent(document, "/Artifact BMC BT /Any 10 Tf <00010000> Tj ET EMC");
    },
  ],
  [
    "glyphs-in-font",
    "a glyph far off",
    (document) => {
      const { font } = firstFont(document);
      addResource(document, "Font", "Any", font);
      font.set(name("ToUnicode"), stream(document, "1 beginbfrange <0001> <FFFF> <0041> endbfrange"));
      addContent(document, "/Artifact BMC BT /Any 10 Tf <FFF0> Tj ET EMC");
    },
  ],
  [
    "widths-agree",
    "other widths",
    (document) => firstFont(document).part.set(name("W"), document.context.obj([])),
  ],
  ["glyphs-mapped", "no map", (document) => firstFont(document).part.delete(name("CIDToGIDMap"))],
  [
    "glyphs-mapped",
    "another name",
    (document) => firstFont(document).part.set(name("CIDToGIDMap"), name("Mine")),
  ],
  [
    "collections-agree",
    "another collection",
    (document) => {
      const CIDSystemInfo = { Registry: textOf("Adobe"), Ordering: textOf("Japan1"), Supplement: 6 };
      firstFont(document).font.set(name("Encoding"), stream(document, "", { Type: "CMap", CIDSystemInfo }));
    },
  ],
  [
    "encodings-in-file",
    "an unknown name",
    (document) => firstFont(document).font.set(name("Encoding"), name("Mine-H")),
  ],
  ["encodings-in-file", "one that builds on another", (document) => encoding(document, "/Mine-H usecmap")],
  ["encodings-in-file", "two directions", (document) => encoding(document, "/WMode 1 def")],
  [
    "subsets-listed",
    "an empty list",
    (document) => firstFont(document).descriptor.set(name("CIDSet"), stream(document, "")),
  ],
  [
    "bookmarks",
    "a long document without",
    (document) => {
      document.catalog.delete(name("Outlines"));
      for (let i = 0; i < 5; i++) document.addPage();
    },
  ],
];

const roleOf = (dict: PDFDict): string => {
  const role = dict.get(name("S"));
  return role instanceof PDFName ? role.decodeText() : "";
};

/** An encoding inside the file, of the font's own collection. */
function encoding(document: PDFDocument, program: string): void {
  const { font, part } = firstFont(document);
  const CIDSystemInfo = part.lookup(name("CIDSystemInfo"), PDFDict);
  const cmap = document.context.stream(program, { Type: "CMap" });
  cmap.dict.set(name("CIDSystemInfo"), CIDSystemInfo);
  font.set(name("Encoding"), document.context.register(cmap));
}

const load = async (): Promise<PDFDocument> =>
  await PDFDocument.load(good, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });

const saved = async (document: PDFDocument): Promise<Uint8Array> =>
  await document.save({ addDefaultPage: false, updateFieldAppearances: false });

describe("the checker", () => {
  test("has nothing to say against a finished page", async () => {
    expect(await checkPdf(good)).toEqual([]);
  });

  test.each(damages)("%s: finds %s, and nothing else", async (rule, _, damage) => {
    const document = await load();
    damage(document);
    const findings = await checkPdf(await saved(document));
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set([rule]));
  });

  test("metadata: finds that there are none, with what stands in them", async () => {
    const document = await load();
    document.catalog.delete(name("Metadata"));
    const found = (await checkPdf(await saved(document))).map(({ rule }) => rule);
    expect(found).toEqual(["metadata", "claim", "title"]);
  });

  test("open-to-readers: finds an encrypted file that keeps its text from screen readers", async () => {
    const locked = async (permissions: number): Promise<string[]> => {
      const document = await load();
      document.context.trailerInfo.Encrypt = document.context.obj({ Filter: "Standard", P: permissions });
      return findingsOf(inspect(document)).map(({ rule }) => rule);
    };
    expect(await locked(-1)).toEqual([]);
    expect(await locked(-1 - 512)).toEqual(["open-to-readers"]);
  });

  test("names the page, the sources of the rule and the way to mend it", async () => {
    const document = await load();
    element(document, "Figure").delete(name("Alt"));
    expect(await checkPdf(await saved(document))).toEqual([
      {
        rule: "figures-described",
        severity: "error",
        matterhorn: ["13-004"],
        clause: "7.3",
        message: "a picture has no alternative text",
        page: 1,
        hint: "describe the picture (alternative text), or mark it as decoration",
      },
    ]);
  });

  test("tells the first places of a rule and counts the rest", async () => {
    const document = await load();
    for (let i = 0; i < 30; i++) addAnnotation(document, { Subtype: `Kind${i}`, Contents: textOf("x") });
    const found = await checkPdf(await saved(document));
    expect(found).toHaveLength(21);
    expect(found.at(-1)?.message).toBe("and so in 10 more places");
  });
});

test("every rule is broken by a test, and told in docs/pdf.md with its sources", () => {
  const broken = new Set([...damages.map(([rule]) => rule), "metadata", "open-to-readers"]);
  expect(rules.map(({ name: rule }) => rule).filter((rule) => !broken.has(rule))).toEqual([]);
  const docs = readFileSync(join(import.meta.dirname, "../../docs/pdf.md"), "utf8");
  const rows = rules.map(
    ({ name: rule, title, matterhorn, clause, severity }) =>
      `| \`${rule}\` | ${title} | ${matterhorn.join(", ") || "–"} | ${clause} | ${severity} |`,
  );
  for (const row of rows) expect(docs).toContain(row);
});
