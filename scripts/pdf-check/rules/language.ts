/** In which language everything is (Matterhorn checkpoint 11). */
import { PDFName } from "@cantoo/pdf-lib";
import { dictAt, textAt } from "../../pdf/objects.ts";
import type { StructureElement } from "../../pdf/structure.ts";
import { wordsOf, type Inspected } from "../inspect.ts";
import type { Fault, Rule } from "../rule.ts";

const documentLanguage = ({ document }: Inspected): string => (textAt(document.catalog, "Lang") ?? "").trim();

/** The element or one above it says a language. */
function hasLanguage(element: StructureElement | undefined): boolean {
  for (let at = element; at !== undefined; at = at.parent)
    if ((textAt(at.dict, "Lang") ?? "").trim() !== "") return true;
  return false;
}

const HINT = "set the document's language, such as en or de";

/** What has no language when the document has none. */
function languageless(inspected: Inspected): Fault[] {
  const { document, elements, annotations, pages, pageOf, xmp } = inspected;
  const loud = elements.filter((element) => wordsOf(element) !== "" && !hasLanguage(element));
  return [
    ...pages
      .filter(({ drawn }) => drawn.looseText || [...drawn.textOwners].some((owner) => !hasLanguage(owner)))
      .map(({ number }) => ({ message: "nothing says which language the text is in", page: number })),
    ...loud.map((element) => ({
      message: "nothing says which language the words for a picture or symbol are in",
      page: pageOf(element),
    })),
    ...(dictAt(document.catalog, "Outlines")?.get(PDFName.of("First")) === undefined
      ? []
      : [{ message: "nothing says which language the bookmarks are in" }]),
    ...annotations
      .filter(({ dict, owner }) => textAt(dict, "Contents") !== undefined && !hasLanguage(owner))
      .map(({ page }) => ({
        message: "nothing says which language the words of a link or note are in",
        page,
      })),
    ...annotations
      .filter(({ dict, owner }) => textAt(dict, "TU") !== undefined && !hasLanguage(owner))
      .map(({ page }) => ({ message: "nothing says which language the words of a form field are in", page })),
    ...(xmp === "" ? [] : [{ message: "nothing says which language the metadata are in" }]),
  ];
}

const language: Rule = {
  name: "language",
  title: "The language of all text is known",
  matterhorn: ["11-001", "11-002", "11-003", "11-004", "11-005", "11-006"],
  clause: "7.2",
  severity: "error",
  hint: HINT,
  check: (inspected) => (documentLanguage(inspected) === "" ? languageless(inspected) : []),
};

/** A language tag as RFC 3066, 2.1 has it, which ISO 32000-1, 14.9.2 names. */
const TAG = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

const languageTags: Rule = {
  name: "language-tags",
  title: "Languages are written as language tags",
  matterhorn: [],
  clause: "ISO 32000-1, 14.9.2",
  severity: "error",
  hint: "write languages as tags: en, de, ko, zh-Hant",
  check: (inspected) => {
    const { document, elements, pages, pageOf } = inspected;
    const wrong = (written: string | undefined): written is string =>
      written !== undefined && written !== "" && !TAG.test(written.trim());
    const say = (written: string): string => `"${written}" is no language tag`;
    const catalog = textAt(document.catalog, "Lang");
    return [
      ...(wrong(catalog) ? [{ message: say(catalog) }] : []),
      ...elements.flatMap((element) => {
        const written = textAt(element.dict, "Lang");
        return wrong(written) ? [{ message: say(written), page: pageOf(element) }] : [];
      }),
      ...pages.flatMap(({ number, drawn }) =>
        drawn.languages.filter(wrong).map((written) => ({ message: say(written), page: number })),
      ),
    ];
  },
};

/** Rules about languages. */
export const languageRules: readonly Rule[] = [language, languageTags];
