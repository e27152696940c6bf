/**
 * Checks a tagged PDF against the rules of PDF/UA-1 that a machine can decide, in words of our own. It shares the
 * readings of `pdf/` with the code that makes the handout, and none of its decisions.
 */
import { PDFArray, PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { effectOf, operations } from "../../scripts/outputs/handout/pdf/content.ts";
import { embeddedFonts, missingGlyphPages } from "../../scripts/outputs/handout/pdf/fonts.ts";
import { linkAnnotations } from "../../scripts/outputs/handout/pdf/navigation.ts";
import {
  dictAt,
  itemsAt,
  nameAt,
  numberAt,
  pageContent,
  resolve,
  streamText,
  textAt,
} from "../../scripts/outputs/handout/pdf/objects.ts";
import { STANDARD_ROLES, standardRole } from "../../scripts/outputs/handout/pdf/roles.ts";
import {
  contentOwners,
  parentTreeEntry,
  structureElements,
  type StructureElement,
} from "../../scripts/outputs/handout/pdf/structure.ts";

/** A rule that the document breaks. */
export interface Finding {
  /** Kebab-case name of the rule, and the clause of ISO 14289-1 that it comes from. */
  readonly rule: string;
  readonly clause: string;
  readonly message: string;
}

/** What a rule looks at. */
interface Inspected {
  readonly document: PDFDocument;
  readonly elements: readonly StructureElement[];
  /** Role of an element after the role map. */
  readonly roleOf: (element: StructureElement) => string;
}

interface Rule {
  readonly name: string;
  readonly clause: string;
  /** One message for each place that breaks the rule. */
  readonly check: (inspected: Inspected) => readonly string[];
}

/** Every rule, in the order of the standard. */
const rules: readonly Rule[] = [
  { name: "version", clause: "6.1", check: version },
  { name: "claim", clause: "5", check: claim },
  { name: "marked", clause: "7.1", check: marked },
  { name: "title", clause: "7.1", check: title },
  { name: "content-tagged", clause: "7.1", check: contentTagged },
  { name: "standard-roles", clause: "7.1", check: standardRoles },
  { name: "language", clause: "7.2", check: language },
  { name: "figures-described", clause: "7.3", check: figuresDescribed },
  { name: "headings-in-order", clause: "7.4", check: headingsInOrder },
  { name: "tables-headed", clause: "7.5", check: tablesHeaded },
  { name: "lists-whole", clause: "7.6", check: listsWhole },
  { name: "outline", clause: "7.17", check: outline },
  { name: "links-described", clause: "7.18.5", check: linksDescribed },
  { name: "tab-order", clause: "7.18.3", check: tabOrder },
  { name: "fonts-embedded", clause: "7.21.4", check: fontsEmbedded },
  { name: "fonts-unicode", clause: "7.21.7", check: fontsUnicode },
  { name: "glyphs-present", clause: "7.21.8", check: glyphsPresent },
];

/** Names of the rules, for tests that break each one. */
export const ruleNames: readonly string[] = rules.map(({ name }) => name);

/**
 * Everything that is wrong with the document; empty for a good one.
 * @throws when it is no PDF
 */
export async function checkPdf(bytes: Uint8Array): Promise<Finding[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const elements = structureElements(document);
  const inspected = {
    document,
    elements,
    roleOf: ({ role }: StructureElement) => standardRole(document, role),
  };
  return rules.flatMap(({ name, clause, check }) =>
    check(inspected).map((message) => ({ rule: name, clause, message })),
  );
}

function version({ document }: Inspected): string[] {
  const found = document.context.header.toString().match(/%PDF-(\d\.\d)/)?.[1] ?? "";
  return found === "1.7" ? [] : [`the file says PDF ${found}, not 1.7`];
}

function xmp(document: PDFDocument): string {
  const metadata = document.catalog.lookup(PDFName.of("Metadata"));
  return Buffer.from(streamText(metadata), "latin1").toString("utf8");
}

function claim({ document }: Inspected): string[] {
  const text = xmp(document);
  return [
    ...(/<pdfuaid:part>1<\/pdfuaid:part>/.test(text) ? [] : ["the metadata do not claim PDF/UA-1"]),
    ...(/<dc:title>/.test(text) ? [] : ["the metadata have no dc:title"]),
  ];
}

function marked({ document, elements }: Inspected): string[] {
  const info = dictAt(document.catalog, "MarkInfo");
  const isMarked = info?.lookup(PDFName.of("Marked"))?.toString() === "true";
  return isMarked && elements.length > 0 ? [] : ["the document has no tags"];
}

function title({ document }: Inspected): string[] {
  const preferences = dictAt(document.catalog, "ViewerPreferences");
  const shown = preferences?.lookup(PDFName.of("DisplayDocTitle"))?.toString() === "true";
  const text = document.getTitle() ?? "";
  return [
    ...(shown ? [] : ["the title is not shown in the window"]),
    ...(text === "" ? ["the document has no title"] : []),
  ];
}

function language({ document }: Inspected): string[] {
  return textAt(document.catalog, "Lang") ? [] : ["the document has no language"];
}

/** Everything that is drawn is marked, as content that the structure tree knows or as an artifact. */
function contentTagged({ document, elements }: Inspected): string[] {
  const known = new Set(elements.map(({ ref }) => ref.toString()));
  return document.getPages().flatMap((page, index) => {
    const owners = contentOwners(document, numberAt(page.node, "StructParents") ?? -1);
    const stack: { tag: string; mcid: number | undefined }[] = [];
    const wrong = new Set<string>();
    for (const { operator, operands } of operations(pageContent(document, page))) {
      if (operator === "BDC" || operator === "BMC") {
        const mcid = /\/MCID\s+(\d+)/.exec(operands)?.[1];
        stack.push({
          tag: /^\s*\/(\S+)/.exec(operands)?.[1] ?? "",
          mcid: mcid === undefined ? undefined : Number(mcid),
        });
      } else if (operator === "EMC") {
        if (stack.pop() === undefined) wrong.add("closes a mark that was never opened");
      } else if (!["other", "path"].includes(effectOf(operator))) {
        const owned = stack.some(
          ({ mcid }) => mcid !== undefined && known.has(owners[mcid]?.toString() ?? ""),
        );
        if (!owned && !stack.some(({ tag }) => tag === "Artifact"))
          wrong.add(`draws with ${operator} outside the structure`);
      }
    }
    if (stack.length > 0) wrong.add("leaves a mark open");
    return [...wrong].map((what) => `page ${index + 1} ${what}`);
  });
}

function standardRoles({ elements, roleOf }: Inspected): string[] {
  const foreign = new Set(elements.map(roleOf).filter((role) => !STANDARD_ROLES.has(role)));
  return [...foreign].map((role) => `the role ${role} is neither standard nor mapped to one`);
}

function figuresDescribed({ elements, roleOf }: Inspected): string[] {
  return elements
    .filter((element) => roleOf(element) === "Figure")
    .flatMap((element) => {
      if ((element.alternative ?? "").trim() === "") return ["a figure has no alternative text"];
      return itemsAt(element.dict, "K").length === 0
        ? [`the figure "${element.alternative}" has no content`]
        : [];
    });
}

function headingsInOrder({ elements, roleOf }: Inspected): string[] {
  const levels = elements.flatMap((element) => {
    const level = /^H([1-6])$/.exec(roleOf(element))?.[1];
    return level === undefined ? [] : [Number(level)];
  });
  const wrong: string[] = [];
  if (levels.filter((level) => level === 1).length !== 1)
    wrong.push("the document does not have exactly one H1");
  for (const [index, level] of levels.entries()) {
    const before = levels[index - 1] ?? 0;
    if (level > before + 1) wrong.push(`heading ${index + 1} is an H${level} after an H${before}`);
  }
  return wrong;
}

function tablesHeaded({ elements, roleOf, document }: Inspected): string[] {
  const scopeOf = ({ dict }: StructureElement): string | undefined =>
    itemsAt(dict, "A")
      .map((item) => resolve(document.context, item))
      .flatMap((item) => (item instanceof PDFDict ? [nameAt(item, "Scope")] : []))
      .find((scope) => scope !== undefined);
  const unscoped = elements.filter((element) => roleOf(element) === "TH" && scopeOf(element) === undefined);
  const headless = elements.filter(
    (element) => roleOf(element) === "Table" && !hasDescendant(element, "TH", roleOf),
  );
  return [
    ...unscoped.map(() => "a header cell does not say whether it heads a row or a column"),
    ...headless.map(() => "a table has no header cells"),
  ];
}

function hasDescendant(element: StructureElement, role: string, roleOf: Inspected["roleOf"]): boolean {
  return element.children.some((child) => roleOf(child) === role || hasDescendant(child, role, roleOf));
}

function listsWhole({ elements, roleOf }: Inspected): string[] {
  return elements.flatMap((element) => {
    const role = roleOf(element);
    const allowed = role === "L" ? ["LI", "L", "Caption"] : role === "LI" ? ["Lbl", "LBody"] : undefined;
    if (allowed === undefined) return [];
    const strangers = element.children.map(roleOf).filter((child) => !allowed.includes(child));
    const loose = itemsAt(element.dict, "K").length > element.children.length;
    return [
      ...strangers.map((child) => `${role} holds ${child}`),
      ...(loose ? [`${role} holds content of its own`] : []),
    ];
  });
}

function outline({ document }: Inspected): string[] {
  const root = dictAt(document.catalog, "Outlines");
  return root?.get(PDFName.of("First")) === undefined ? ["the document has no bookmarks"] : [];
}

function linksDescribed({ document, elements, roleOf }: Inspected): string[] {
  const links = new Set(
    elements.filter((element) => roleOf(element) === "Link").map(({ ref }) => ref.toString()),
  );
  return linkAnnotations(document).flatMap((link) => {
    const key = numberAt(link, "StructParent");
    const owner = key === undefined ? undefined : ownerOfAnnotation(document, key);
    const silent = (textAt(link, "Contents") ?? "") === "" ? ["a link does not say where it leads"] : [];
    return owner !== undefined && links.has(owner) ? silent : silent.concat("a link is not in the structure");
  });
}

/** Reference of the element that the parent tree names for an annotation. */
function ownerOfAnnotation(document: PDFDocument, key: number): string | undefined {
  const dict = parentTreeEntry(document, key);
  if (!(dict instanceof PDFDict)) return undefined;
  return document.context.getObjectRef(dict)?.toString();
}

function tabOrder({ document }: Inspected): string[] {
  return document.getPages().flatMap((page, index) => {
    const annotated = page.node.lookup(PDFName.of("Annots")) instanceof PDFArray;
    return annotated && nameAt(page.node, "Tabs") !== "S"
      ? [`page ${index + 1} does not tab in reading order`]
      : [];
  });
}

function fontsEmbedded({ document }: Inspected): string[] {
  return embeddedFonts(document)
    .filter((font) => !font.embedded)
    .map(({ name }) => `the font ${name} is not in the file`);
}

function fontsUnicode({ document }: Inspected): string[] {
  return embeddedFonts(document)
    .filter((font) => !font.hasUnicode)
    .map(({ name }) => `the font ${name} does not say which characters its glyphs are`);
}

function glyphsPresent({ document }: Inspected): string[] {
  return missingGlyphPages(document).map((page) => `page ${page} shows a character without a glyph`);
}
