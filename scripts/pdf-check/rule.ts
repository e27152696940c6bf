/** What a rule about PDFs is, and what it says. Types and small helpers; no rule. */
import type { Inspected } from "./inspect.ts";

/** One place that breaks a rule. */
export interface Fault {
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** Page number from 1; absent for what belongs to no page. */
  readonly page?: number | undefined;
}

/** One rule. */
export interface Rule {
  /** Stable kebab-case name; `docs/pdf.md` lists it. */
  readonly name: string;
  /** What must hold, in one sentence without a full stop. */
  readonly title: string;
  /** Failure conditions of the Matterhorn Protocol 1.1 that it looks for; empty for what is only good practice. */
  readonly matterhorn: readonly string[];
  /** Where it stands: a clause of ISO 14289-1:2014 (PDF/UA-1), or of the standard that is named. */
  readonly clause: string;
  /** An `error` breaks PDF/UA-1; a `warning` makes the document harder to use. */
  readonly severity: "error" | "warning";
  /** How to mend it, for the person who made the document. */
  readonly hint: string;
  readonly check: (inspected: Inspected) => readonly Fault[];
}

/** A rule that says one thing of the whole document when `holds` is false. */
export const faultUnless = (holds: boolean, message: string): Fault[] => (holds ? [] : [{ message }]);
