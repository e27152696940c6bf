/** Links, form fields and what else lies over a page (Matterhorn checkpoints 21 and 28). */
import { PDFArray, PDFDict, PDFName } from "@cantoo/pdf-lib";
import { dictAt, itemsAt, nameAt, resolve, textAt } from "../../pdf/objects.ts";
import { wordsOf, type Annotation, type Inspected } from "../inspect.ts";
import type { Fault, Rule } from "../rule.ts";

/** One fault for each annotation of which something is true. */
const annotationsWhere = (
  { annotations }: Inspected,
  broken: (annotation: Annotation) => string | undefined,
): Fault[] =>
  annotations.flatMap((annotation) => {
    const message = broken(annotation);
    return message === undefined ? [] : [{ message, page: annotation.page }];
  });

/** Kinds that have rules of their own, or none. */
const OTHERWISE: ReadonlySet<string> = new Set(["Link", "Widget", "Popup", "PrinterMark"]);

const has = (dict: PDFDict, key: string): boolean => (textAt(dict, key) ?? "").trim() !== "";

const linksTagged: Rule = {
  name: "links-tagged",
  title: "Every link belongs to a Link tag",
  matterhorn: ["28-011"],
  clause: "7.18.5",
  severity: "error",
  hint: "make the link again in the program that the document comes from, and export it tagged",
  check: (inspected) =>
    annotationsWhere(inspected, ({ subtype, owner, hidden }) =>
      subtype !== "Link" || hidden || (owner !== undefined && inspected.roleOf(owner) === "Link")
        ? undefined
        : "a link is not in the structure",
    ),
};

const linksDescribed: Rule = {
  name: "links-described",
  title: "Every link says where it leads",
  matterhorn: ["28-012"],
  clause: "7.18.5",
  severity: "error",
  hint: "write where the link leads into its Contents",
  check: (inspected) =>
    annotationsWhere(inspected, ({ subtype, dict, hidden }) =>
      subtype !== "Link" || hidden || has(dict, "Contents")
        ? undefined
        : "a link does not say where it leads",
    ),
};

const annotationsTagged: Rule = {
  name: "annotations-tagged",
  title: "Every note, stamp or other annotation belongs to an Annot tag",
  matterhorn: ["28-002", "28-006"],
  clause: "7.18.1",
  severity: "error",
  hint: "take it out, or tag it",
  check: (inspected) =>
    annotationsWhere(inspected, ({ subtype, owner, hidden }) =>
      OTHERWISE.has(subtype) || hidden || (owner !== undefined && inspected.roleOf(owner) === "Annot")
        ? undefined
        : `an annotation (${subtype || "of no kind"}) is not in the structure`,
    ),
};

const annotationsDescribed: Rule = {
  name: "annotations-described",
  title: "Every note, stamp or other annotation has words",
  matterhorn: ["28-004"],
  clause: "7.18.1",
  severity: "error",
  hint: "write what it says or shows into its Contents",
  check: (inspected) =>
    annotationsWhere(inspected, ({ subtype, dict, owner, hidden }) =>
      OTHERWISE.has(subtype) ||
      hidden ||
      has(dict, "Contents") ||
      (owner !== undefined && wordsOf(owner) !== "")
        ? undefined
        : `an annotation (${subtype || "of no kind"}) has no words`,
    ),
};

/** A field's own entry, or that of a field above it (ISO 32000-1, 12.7.3.1). */
function inField(dict: PDFDict, key: string): boolean {
  const seen = new Set<PDFDict>();
  for (let at: PDFDict | undefined = dict; at !== undefined && !seen.has(at); at = dictAt(at, "Parent")) {
    seen.add(at);
    if (has(at, key)) return true;
  }
  return false;
}

const fieldsDescribed: Rule = {
  name: "fields-described",
  title: "Every form field says what goes into it",
  matterhorn: ["28-005"],
  clause: "7.18.4",
  severity: "error",
  hint: "give the field a tooltip (TU)",
  check: (inspected) =>
    annotationsWhere(inspected, ({ subtype, dict, owner, hidden }) =>
      subtype !== "Widget" || hidden || inField(dict, "TU") || (owner !== undefined && wordsOf(owner) !== "")
        ? undefined
        : "a form field does not say what goes into it",
    ),
};

const fieldsTagged: Rule = {
  name: "fields-tagged",
  title: "Every form field belongs to a Form tag",
  matterhorn: ["28-010"],
  clause: "7.18.4",
  severity: "error",
  hint: "export the form again as a tagged PDF",
  check: (inspected) =>
    annotationsWhere(inspected, ({ subtype, owner, hidden }) =>
      subtype !== "Widget" || hidden || (owner !== undefined && inspected.roleOf(owner) === "Form")
        ? undefined
        : "a form field is not in the structure",
    ),
};

const noTrapNet: Rule = {
  name: "no-trap-networks",
  title: "There are no trap networks",
  matterhorn: ["28-007"],
  clause: "7.18.2",
  severity: "error",
  hint: "save the document without trapping",
  check: (inspected) =>
    annotationsWhere(inspected, ({ subtype }) =>
      subtype === "TrapNet" ? "the page has a trap network" : undefined,
    ),
};

const printerMarks: Rule = {
  name: "printer-marks-outside",
  title: "Marks for printers are no content",
  matterhorn: ["28-017"],
  clause: "7.18.8",
  severity: "error",
  hint: "save the document without printer's marks",
  check: (inspected) =>
    annotationsWhere(inspected, ({ subtype, owner }) =>
      subtype === "PrinterMark" && owner !== undefined ? "a printer's mark is tagged as content" : undefined,
    ),
};

const tabOrder: Rule = {
  name: "tab-order",
  title: "The Tab key follows the reading order",
  matterhorn: ["28-008", "28-009"],
  clause: "7.18.3",
  severity: "error",
  hint: "set the pages' tab order to “document structure”",
  check: ({ pages }) =>
    pages.flatMap(({ number, dict }) =>
      itemsAt(dict, "Annots").length === 0 || nameAt(dict, "Tabs") === "S"
        ? []
        : [{ message: "the Tab key does not follow the reading order", page: number }],
    ),
};

const mediaDescribed: Rule = {
  name: "media-described",
  title: "Films and sounds say what kind they are, and have words",
  matterhorn: ["28-014", "28-015"],
  clause: "7.18.6.2",
  severity: "error",
  hint: "give the film or sound a type and a description",
  check: (inspected) =>
    annotationsWhere(inspected, ({ dict }) => {
      const clip = mediaClip(dict);
      if (clip === undefined) return undefined;
      if (!/^[-\w+.]+\/[-\w+.]+$/.test(textAt(clip, "CT") ?? ""))
        return "a film or sound does not say of what type it is";
      return itemsAt(clip, "Alt").length > 0 ? undefined : "a film or sound has no words";
    }),
};

/** The data of a clip that an annotation plays (ISO 32000-1, 13.2.4.2). */
function mediaClip(annotation: PDFDict): PDFDict | undefined {
  const action = dictAt(annotation, "A");
  const rendition = action === undefined ? undefined : dictAt(action, "R");
  return rendition === undefined ? undefined : dictAt(rendition, "C");
}

const filesNamed: Rule = {
  name: "attachments-named",
  title: "Every attached file has its name, for old readers and for new",
  matterhorn: ["21-001", "28-016"],
  clause: "7.11",
  severity: "error",
  hint: "attach the file again with a program that writes both F and UF",
  check: (inspected) => {
    const wrong = fileSpecifications(inspected).filter((dict) => !has(dict, "F") || !has(dict, "UF"));
    return wrong.map(() => ({
      message: "an attached file has no name that every reader understands (F and UF)",
    }));
  },
};

/** Dictionaries that describe a file inside this one, wherever they stand. */
function fileSpecifications({ document, annotations }: Inspected): PDFDict[] {
  const indirect = document.context.enumerateIndirectObjects().map(([, object]) => object);
  const attached = annotations.map(({ dict }) => dictAt(dict, "FS"));
  const named = namesIn(dictAt(document.catalog, "Names"), "EmbeddedFiles");
  const all = new Set([...indirect, ...attached, ...named]);
  return [...all].filter(
    (object): object is PDFDict => object instanceof PDFDict && dictAt(object, "EF") !== undefined,
  );
}

/** The values of a name tree (ISO 32000-1, 7.9.6). */
function namesIn(names: PDFDict | undefined, key: string): PDFDict[] {
  const found: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const waiting = [names === undefined ? undefined : dictAt(names, key)];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (node === undefined || seen.has(node)) continue;
    seen.add(node);
    const pairs = node.lookup(PDFName.of("Names"));
    for (const item of pairs instanceof PDFArray ? pairs.asArray() : []) {
      const value = resolve(node.context, item);
      if (value instanceof PDFDict) found.push(value);
    }
    for (const kid of itemsAt(node, "Kids")) {
      const dict = resolve(node.context, kid);
      if (dict instanceof PDFDict) waiting.push(dict);
    }
  }
  return found;
}

/** Rules about what lies over pages, and about attached files. */
export const annotationRules: readonly Rule[] = [
  linksTagged,
  linksDescribed,
  annotationsTagged,
  annotationsDescribed,
  fieldsDescribed,
  fieldsTagged,
  noTrapNet,
  printerMarks,
  tabOrder,
  mediaDescribed,
  filesNamed,
];
