/** The standard forms that a deck uses, each as a check that says what is wrong and shows one that is right. */
import licenseIds from "spdx-license-ids/index.json" with { type: "json" };
import { nearest } from "../diagnostics.ts";
import { parseEdtf } from "./edtf.ts";

/** What is wrong with a value, or undefined when nothing is. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** A language tag of BCP 47 (RFC 5646). Only primary subtags of two or three letters are registered. */
export function languageFault(tag: string): Fault | undefined {
  const fault = (hint: string): Fault => ({
    code: "invalid-language",
    message: `"${tag}" is no language tag of BCP 47`,
    hint,
  });
  const fixed = tag.trim().replaceAll("_", "-");
  const valid = /^[a-z]{2,3}(-|$)/i.test(fixed) && canonical(fixed) !== undefined;
  if (!valid) return fault("for instance: en, en-GB, ko, zh-Hant");
  return fixed === tag ? undefined : fault(`write ${canonical(fixed) ?? fixed}`);
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const SPDX_WORD = /^[A-Za-z0-9.-]+\+?$/;

/** An SPDX licence expression (SPDX 2.3, annex D): ids of the list, `LicenseRef-…`, joined by AND, OR, WITH. */
export function licenseFault(expression: string): Fault | undefined {
  const fault = (hint: string): Fault => ({
    code: "invalid-license",
    message: `"${expression}" is no SPDX licence expression`,
    hint,
  });
  const words = expression.replace(/[()]/g, " ").trim().split(/\s+/);
  const guess = nearestLicense(expression);
  const shape = words.every((word, i) => (i % 2 === 0 ? SPDX_WORD.test(word) : /^(AND|OR|WITH)$/.test(word)));
  if (!shape || words.length % 2 === 0)
    return fault(guess ?? "for instance: CC-BY-4.0, CC-BY-SA-4.0, CC0-1.0, MIT");
  const known = new Set<string>(licenseIds);
  for (const [i, word] of words.entries()) {
    const isId = i % 2 === 0 && words[i - 1] !== "WITH";
    if (
      !isId ||
      /^(DocumentRef-[\w.-]+:)?LicenseRef-[\w.-]+$/.test(word) ||
      known.has(word.replace(/\+$/, ""))
    )
      continue;
    return fault(nearestLicense(word) ?? "for instance: CC-BY-4.0; a licence of your own is LicenseRef-NAME");
  }
  return undefined;
}

/** "CC BY 4.0" and "cc-by-4" mean CC-BY-4.0. */
function nearestLicense(written: string): string | undefined {
  const joined = written.trim().replace(/[\s_]+/g, "-");
  const near = nearest(joined, licenseIds) ?? nearest(`${joined}.0`, licenseIds);
  return near === undefined ? undefined : `did you mean "${near}"?`;
}

/** An EDTF date or interval, levels 0 and 1. */
export function dateFault(text: string): Fault | undefined {
  const result = parseEdtf(text);
  return result.ok ? undefined : { code: "invalid-date", message: result.message, hint: result.hint };
}

/** An ORCID iD with its check digit (ISO 7064, MOD 11-2). */
export function orcidFault(text: string): Fault | undefined {
  const digits = /^(?:https:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/
    .exec(text)?.[1]
    ?.replaceAll("-", "");
  const hint = "for instance: 0000-0002-1825-0097";
  if (digits === undefined) return { code: "invalid-orcid", message: `"${text}" is no ORCID iD`, hint };
  let sum = 0;
  for (const digit of digits.slice(0, 15)) sum = (sum + Number(digit)) * 2;
  const check = (12 - (sum % 11)) % 11;
  return digits.at(15) === (check === 10 ? "X" : String(check))
    ? undefined
    : {
        code: "invalid-orcid",
        message: `the ORCID iD "${text}" has a slip: its last digit does not fit the others`,
        hint,
      };
}

/** A DOI, bare or as an address. */
export function identifierFault(text: string): Fault | undefined {
  return /^(?:doi:|https:\/\/doi\.org\/)?10\.\d{4,9}\/\S+$/i.test(text)
    ? undefined
    : {
        code: "invalid-identifier",
        message: `"${text}" is no DOI`,
        hint: "for instance: 10.5281/zenodo.1234567",
      };
}

/** An `https:` address. */
export function addressFault(text: string): Fault | undefined {
  return /^https:\/\/\S+$/.test(text) && URL.canParse(text)
    ? undefined
    : {
        code: "invalid-address",
        message: `"${text}" is no https address`,
        hint: "for instance: https://example.org/lecture/",
      };
}
