/** What the program knows of a licence, from its SPDX id. */
import { licenseName } from "../../credits/license-names.ts";
import { creditWords } from "../../credits/words.ts";

/** One of Creative Commons' licences. */
export interface CreativeCommons {
  readonly kind: "cc";
  /** The SPDX id, such as `CC-BY-SA-3.0-DE`. */
  readonly id: string;
  readonly by: boolean;
  readonly nc: boolean;
  readonly nd: boolean;
  readonly sa: boolean;
  /** 1, 2, 2.1, 2.5, 3 or 4. */
  readonly version: number;
  /** A jurisdiction's or intergovernmental port, such as `DE` or `IGO`. */
  readonly port?: string;
}

/** Any other licence, by what it asks of those who pass a work on. */
export interface OtherLicense {
  /**
   * `notice`: only that a notice or acknowledgement stays. `font`: binds fonts, not what is set in them. `reserved`: gives nothing.
   * `unknown`: the program cannot tell.
   */
  readonly kind: "public-domain" | "free-art" | "gfdl" | "gpl" | "notice" | "font" | "reserved" | "unknown";
  readonly id: string;
  /** Of the GFDL and GPL. */
  readonly version?: number;
  /** The author allows later versions of the GFDL or GPL as well. */
  readonly orLater?: boolean;
}

/** A licence. */
export type License = CreativeCommons | OtherLicense;

/** Something whose author keeps every right; also what has no licence at all. */
export const RESERVED = "LicenseRef-all-rights-reserved";

const KINDS: Readonly<Record<string, OtherLicense["kind"]>> = {
  "CC0-1.0": "public-domain",
  "CC-PDM-1.0": "public-domain",
  "CC-PDDC": "public-domain",
  "PDDL-1.0": "public-domain",
  Unlicense: "public-domain",
  "LicenseRef-public-domain": "public-domain",
  "LAL-1.3": "free-art",
  "0BSD": "notice",
  "Apache-2.0": "notice",
  "BSD-2-Clause": "notice",
  "BSD-3-Clause": "notice",
  ISC: "notice",
  MIT: "notice",
  "MIT-0": "notice",
  Zlib: "notice",
  // Asks for its acknowledgement, and for nothing that a licence could stand against.
  "OGL-UK-2.0": "notice",
  "OGL-UK-3.0": "notice",
  [RESERVED]: "reserved",
};

const CC = /^CC-(BY-)?(NC-)?(ND-|SA-)?(\d\.\d)(?:-([A-Z]+))?$/;
const GNU = /^(GFDL|GPL)-(\d\.\d)(?:-(?:no-)?invariants)?(?:-(?:only|(or-later)))?(\+)?$/;

/**
 * What is known of a licence.
 * @param id an SPDX id or `LicenseRef-…`, perhaps with `+`
 */
export function licenseOf(id: string): License {
  const [cc, by, nc, elements, version = "", port] = CC.exec(id.replace(/\+$/, "")) ?? [];
  if (cc !== undefined) {
    return {
      kind: "cc",
      id,
      by: by !== undefined,
      nc: nc !== undefined,
      nd: elements === "ND-",
      sa: elements === "SA-",
      version: Number(version),
      ...(port !== undefined && { port }),
    };
  }
  const [, family, release = "", orLater, plus] = GNU.exec(id) ?? [];
  if (family !== undefined) {
    return {
      kind: family === "GPL" ? "gpl" : "gfdl",
      id,
      version: Number(release),
      orLater: (orLater ?? plus) !== undefined,
    };
  }
  if (/^OFL-1\.[01](?:-(?:no-)?RFN)?$/.test(id)) return { kind: "font", id };
  return { kind: (Object.hasOwn(KINDS, id) ? KINDS[id] : undefined) ?? "unknown", id };
}

/** A licence's name as people say it: `CC BY-SA 4.0`. */
export const nameOf = ({ id }: License): string => licenseName(id, creditWords("en")).name;

/** Where a licence's text stands, or the law that holds without one. */
export function addressOf({ kind, id }: License): string {
  // The Berne Convention protects works without any declaration.
  if (kind === "reserved") return "https://www.wipo.int/treaties/en/ip/berne/";
  const { address = "https://spdx.org/licenses/" } = licenseName(id, creditWords("en"));
  return kind === "cc" ? `${address}legalcode` : address;
}
