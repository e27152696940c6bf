/** What the check of a finished handout found, as problems of the lecture that it was made from. Pure. */
import { warning } from "../../diagnostics.ts";
import type { Lecture, Problem } from "../../model.ts";
import type { Finding } from "../../pdf-check/index.ts";
import { DECK, firstOn, placesById } from "./places.ts";

/**
 * One warning for each rule that is broken, at the slide of the first place.
 * @param file name of the handout
 * @param pageOf page numbers by id of era or section
 */
export function accessibilityProblems(
  file: string,
  findings: readonly Finding[],
  lecture: Lecture,
  pageOf: ReadonlyMap<string, number>,
): Problem[] {
  const places = placesById(lecture);
  const unclaimed = findings.some(({ severity }) => severity === "error");
  return findings
    .filter(({ rule }, index) => findings.findIndex((finding) => finding.rule === rule) === index)
    .map(({ rule, message, page, hint }) => {
      const at = page === undefined ? DECK : (places.get(firstOn(page, lecture, pageOf)) ?? DECK);
      const where = page === undefined ? file : `page ${page} of ${file}`;
      const claim = unclaimed ? "; it does not say that it keeps PDF/UA-1" : "";
      return warning("pdf-not-accessible", at, `${where}: ${message} (${rule})${claim}`, {
        hint: `${hint}; lanternist check --pdf ${file} tells all places`,
      });
    });
}
