/**
 * Checks a PDF against the rules of PDF/UA-1 (ISO 14289-1:2014) that a machine can decide, as the Matterhorn Protocol 1.1
 * lists them, and a few of good practice. `docs/pdf.md` tells which conditions are not looked at.
 */
import type { Inspected } from "./inspect.ts";
import { counted } from "../counted.ts";
import type { Fault, Rule } from "./rule.ts";
import { annotationRules } from "./rules/annotations.ts";
import { contentRules } from "./rules/content.ts";
import { documentRules } from "./rules/document.ts";
import { fontRules } from "./rules/fonts.ts";
import { languageRules } from "./rules/language.ts";
import { meaningRules } from "./rules/meaning.ts";
import { nestingRules } from "./rules/nesting.ts";
import { roleRules } from "./rules/roles.ts";

/** Something that is wrong with a PDF. Plain data, as `lanternist check --pdf --format json` prints it. */
export interface Finding extends Pick<Rule, "severity" | "matterhorn" | "clause" | "hint"> {
  /** Name of the rule. */
  readonly rule: string;
  readonly message: string;
  /** From 1; absent for what belongs to no page. */
  readonly page?: number;
}

/** Every rule. */
export const rules: readonly Rule[] = [
  ...documentRules,
  ...contentRules,
  ...roleRules,
  ...nestingRules,
  ...languageRules,
  ...meaningRules,
  ...annotationRules,
  ...fontRules,
];

/** As many places of one rule are told; the rest is counted. */
const PLACES = 20;

/** Everything that is wrong with a document, rule by rule; empty for a good one. */
export const findingsOf = (inspected: Inspected): Finding[] =>
  rules.flatMap((rule) => told(rule, rule.check(inspected)));

/** The faults of one rule, each said once. */
function told(rule: Rule, faults: readonly Fault[]): Finding[] {
  const { name, severity, matterhorn, clause, hint } = rule;
  const about = { rule: name, severity, matterhorn, clause, hint };
  const places = new Map(faults.map((fault) => [`${fault.page ?? ""} ${fault.message}`, fault]));
  const findings: Finding[] = [...places.values()]
    .slice(0, PLACES)
    .map(({ message, page }) => Object.assign({ message }, about, page === undefined ? {} : { page }));
  const more = places.size - findings.length;
  if (more > 0) findings.push({ ...about, message: `and so in ${counted(more, "more place")}` });
  return findings;
}
