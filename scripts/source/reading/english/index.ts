/** Reading English: the rules in the order in which they are asked. The first that applies wins. */
import type { Rule } from "../place.ts";
import { acronyms } from "./acronyms.ts";
import { dates } from "./dates.ts";
import { money } from "./money.ts";
import { quantities } from "./quantities.ts";
import { romanNumbers } from "./roman.ts";
import { smallAbbreviations, words } from "./words.ts";

/** More special rules stand before more general ones. */
export const english: readonly Rule[] = [
  ...words.filter(isAddress),
  ...dates,
  ...money,
  ...quantities,
  ...words.filter((rule) => !isAddress(rule)),
  ...romanNumbers,
  ...acronyms,
];

/**
 * A word of small letters, or a name, that none of the rules above reads: letters only, and followed by nothing that makes more of it than a
 * word, such as a full stop, a number or a capital. Most words are such, and asking every rule about each costs most of the reading.
 */
export const plainEnglish = new RegExp(
  `(?!et al)[A-Za-z]?[a-z]+(?=[,;!?]| [a-z])|[a-z]{5,}(?= |$)|(?!(?:${smallAbbreviations.join("|")})\\.)[a-z]{3,}(?=\\.$)`,
  "y",
);

/** Addresses hold what looks like everything else. */
function isAddress(rule: Rule): boolean {
  return rule.starts === "letter" && /^(?:address|mail|domain)$/.test(rule.name);
}
