/** What the file says of itself as a whole (Matterhorn checkpoints 06, 07, 20, 25, 26 and 30). */
import { PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument } from "@cantoo/pdf-lib";
import { dictAt, flagAt, itemsAt, numberAt, resolve, streamText, textAt } from "../../pdf/objects.ts";
import { faultUnless, type Rule } from "../rule.ts";

const version: Rule = {
  name: "version",
  title: "The file is a PDF of version 1.7 or older",
  matterhorn: [],
  clause: "6.1",
  severity: "error",
  hint: "save it as PDF 1.7; PDF 2.0 has PDF/UA-2, which is another standard",
  check: ({ version: found }) =>
    faultUnless(/^1\.[0-7]$/.test(found), `the file says that it is PDF ${found || "of no version"}`),
};

const metadata: Rule = {
  name: "metadata",
  title: "The document has XMP metadata",
  matterhorn: ["06-001"],
  clause: "7.1",
  severity: "error",
  hint: "save it with a program that writes XMP metadata",
  check: ({ xmp }) =>
    faultUnless(xmp.includes("<rdf:RDF") || xmp.includes(":RDF "), "the document has no XMP metadata"),
};

const claim: Rule = {
  name: "claim",
  title: "The metadata say that the document keeps PDF/UA-1",
  matterhorn: ["06-002"],
  clause: "5",
  severity: "error",
  hint: "write pdfuaid:part 1 into the metadata when everything else is mended",
  check: ({ xmp }) =>
    faultUnless(
      /<pdfuaid:part>\s*1\s*<\/pdfuaid:part>|\bpdfuaid:part\s*=\s*["']1["']/.test(xmp),
      "the metadata do not say that the document keeps PDF/UA-1",
    ),
};

const title: Rule = {
  name: "title",
  title: "The metadata have a title",
  matterhorn: ["06-003"],
  clause: "7.1",
  severity: "error",
  hint: "give the document a title",
  check: ({ xmp }) => {
    const written =
      /<dc:title>([^]*?)<\/dc:title>/.exec(xmp)?.[1] ?? /\bdc:title\s*=\s*"([^"]*)"/.exec(xmp)?.[1] ?? "";
    return faultUnless(
      written.replace(/<[^>]*>/g, "").trim() !== "",
      "the metadata have no title (dc:title)",
    );
  },
};

const titleShown: Rule = {
  name: "title-shown",
  title: "The window shows the document's title instead of the file's name",
  matterhorn: ["07-001", "07-002"],
  clause: "7.1",
  severity: "error",
  hint: "set DisplayDocTitle in the viewer preferences; word processors call it “show document title”",
  check: ({ document }) => {
    const preferences = dictAt(document.catalog, "ViewerPreferences");
    const shown = preferences !== undefined && flagAt(preferences, "DisplayDocTitle") === true;
    return faultUnless(shown, "the window would show the file's name instead of the title");
  },
};

const layersNamed: Rule = {
  name: "layers-named",
  title: "Configurations of layers have names and switch nothing by themselves",
  matterhorn: ["20-001", "20-002", "20-003"],
  clause: "7.10",
  severity: "error",
  hint: "give each configuration of layers a name, and take its entry AS out",
  check: ({ document }) => {
    const properties = dictAt(document.catalog, "OCProperties");
    if (properties === undefined) return [];
    const all = [properties.get(PDFName.of("D")), ...itemsAt(properties, "Configs")]
      .map((item) => resolve(document.context, item))
      .filter((item) => item instanceof PDFDict);
    const nameless = all.filter((configuration) => (textAt(configuration, "Name") ?? "") === "");
    const active = all.filter((configuration) => configuration.get(PDFName.of("AS")) !== undefined);
    return [
      ...nameless.map(() => ({ message: "a configuration of layers has no name" })),
      ...active.map(() => ({ message: "a configuration of layers switches layers by itself" })),
    ];
  },
};

const noXfa: Rule = {
  name: "no-dynamic-form",
  title: "The document is no dynamic XFA form",
  matterhorn: ["25-001"],
  clause: "7.15",
  severity: "error",
  hint: "save the form as an ordinary PDF form",
  check: ({ document }) =>
    faultUnless(!/<dynamicRender>\s*required/.test(xfaText(document)), "the document is a dynamic XFA form"),
};

function xfaText(document: PDFDocument): string {
  const form = dictAt(document.catalog, "AcroForm");
  return form === undefined
    ? ""
    : itemsAt(form, "XFA")
        .map((item) => streamText(resolve(document.context, item)))
        .join("");
}

const readableByOthers: Rule = {
  name: "open-to-readers",
  title: "Encryption does not lock out screen readers",
  matterhorn: ["26-001", "26-002"],
  clause: "7.16",
  severity: "error",
  hint: "allow “text access for screen readers”, or save it without encryption",
  check: ({ document }) => {
    const lock = resolve(document.context, document.context.trailerInfo.Encrypt);
    if (!(lock instanceof PDFDict)) return [];
    // Bit 10 (ISO 32000-1, table 22).
    const allowed = ((numberAt(lock, "P") ?? 0) & 512) !== 0;
    return faultUnless(allowed, "the file is encrypted and does not let screen readers at its text");
  },
};

/** Every form and picture of the file, used or not. */
const formsOf = (document: PDFDocument): [PDFRef, PDFRawStream][] =>
  document.context
    .enumerateIndirectObjects()
    .filter((pair): pair is [PDFRef, PDFRawStream] => pair[1] instanceof PDFRawStream);

const noReferences: Rule = {
  name: "no-reference-forms",
  title: "No form stands for a page of another file",
  matterhorn: ["30-001"],
  clause: "7.20",
  severity: "error",
  hint: "copy the other file's page into this one",
  check: ({ document }) =>
    formsOf(document)
      .filter(
        ([, { dict }]) => dict.get(PDFName.of("Ref")) instanceof PDFRef || dictAt(dict, "Ref") !== undefined,
      )
      .map(() => ({ message: "a form stands for a page of another file" })),
};

const formsOnce: Rule = {
  name: "tagged-forms-once",
  title: "A form with tagged content of its own is drawn once",
  matterhorn: ["30-002"],
  clause: "7.20",
  severity: "error",
  hint: "draw it once for each place, so that each has tags of its own",
  check: ({ pages }) => {
    const times = new Map<PDFDict, { count: number; page: number }>();
    for (const { number, drawn } of pages)
      for (const [form, count] of drawn.taggedForms) {
        const before = times.get(form);
        times.set(form, { count: (before?.count ?? 0) + count, page: before?.page ?? number });
      }
    return [...times.values()]
      .filter(({ count }) => count > 1)
      .map(({ count, page }) => ({ message: `a form with tagged content is drawn ${count} times`, page }));
  },
};

const outline: Rule = {
  name: "bookmarks",
  title: "A document of more than a few pages has bookmarks",
  matterhorn: [],
  clause: "7.17",
  severity: "warning",
  hint: "export it with bookmarks for its headings",
  check: ({ document, pages }) =>
    faultUnless(
      pages.length <= FEW_PAGES ||
        dictAt(document.catalog, "Outlines")?.get(PDFName.of("First")) !== undefined,
      "the document has no bookmarks",
    ),
};

/** Longer documents are hard to find one's way in without bookmarks. */
const FEW_PAGES = 4;

/** Rules about the file as a whole. */
export const documentRules: readonly Rule[] = [
  version,
  metadata,
  claim,
  title,
  titleShown,
  layersNamed,
  noXfa,
  readableByOthers,
  noReferences,
  formsOnce,
  outline,
];
