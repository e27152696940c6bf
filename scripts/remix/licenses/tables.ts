/** The rules as tables for the guide: made from the rules themselves, so that the guide cannot say something else. */
import { licenseOf } from "./license.ts";
import { rate, type Answer, type Use } from "./rules.ts";
import { judge } from "./verdict.ts";

/** What is taken, in a few words, and an id that stands for it. */
const TAKEN: readonly (readonly [words: string, id: string])[] = [
  ["public domain, CC0", "CC0-1.0"],
  ["CC BY", "CC-BY-4.0"],
  ["CC BY-SA", "CC-BY-SA-4.0"],
  ["CC BY-NC", "CC-BY-NC-4.0"],
  ["CC BY-NC-SA", "CC-BY-NC-SA-4.0"],
  ["CC BY-ND", "CC-BY-ND-4.0"],
  ["CC BY-NC-ND", "CC-BY-NC-ND-4.0"],
  ["Free Art License 1.3", "LAL-1.3"],
  ["GFDL", "GFDL-1.3-only"],
  ["MIT, BSD, Apache", "MIT"],
  ["a font under the OFL", "OFL-1.1"],
  ["all rights reserved, or no licence named", "LicenseRef-all-rights-reserved"],
];

/** The lecture's licences that the tables ask about: CC0 and the six of Creative Commons, as they are called in short. */
const GIVEN = TAKEN.slice(0, 7).map(
  ([words, id]) => [words.replace(/^(?:CC |public domain, )/, ""), id] as const,
);

/** Head and rows of the table: what you take, and the licences under which your lecture may go on when it is shown whole, or changed. */
export function takenTable(): [head: string[], ...rows: string[][]] {
  const rows = TAKEN.map(([words, id]) => [words, allowed(id, "whole"), allowed(id, "adapted")]);
  return [
    ["you take", "shown whole and unchanged: your lecture may go on under", "changed, or made into slides"],
    ...rows,
  ];
}

/** Head and rows of the table of pairs: whether two works can be changed and made into one. */
export function pairTable(): [head: string[], ...rows: string[][]] {
  const works = TAKEN.slice(0, 7);
  const rows = works.map(([words, a]) => [
    words,
    ...works.map(([, b]) => {
      const parts = [a, b].map((license) => ({ title: "", license, changes: "" }));
      return judge({}, parts).licenses.length > 0 ? "yes" : "no";
    }),
  ]);
  return [["", ...works.map(([words]) => words.replace(/^CC /, ""))], ...rows];
}

function allowed(id: string, use: Use): string {
  const license = licenseOf(id);
  const same = GIVEN.some(([, target]) => target === id) ? [] : [["the same", id] as const];
  const under = [...GIVEN, ...same].map(([name, target]) => ({
    name,
    rating: rate(license, use, licenseOf(target)),
  }));
  const names = (answer: Answer, restricts = false) =>
    under
      .filter(({ rating }) => rating.answer === answer && (rating.restricts ?? false) === restricts)
      .map(({ name }) => name);
  const list = (found: readonly string[]) =>
    found.length === under.length ? "any licence" : found.join(", ");
  const kept = license.kind === "cc" ? "as it is" : "as a separate work";
  const said = [
    list(names("yes")),
    names("if").length === 0 ? "" : `${list(names("if"))}, ${kept}`,
    names("if", true).length === 0 ? "" : `with care: ${list(names("if", true))}`,
  ].filter((part) => part !== "");
  return said.length === 0 ? "none" : said.join("; ");
}
