/** What the program knows of a licence, from its SPDX id. */

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
export function nameOf(license: License): string {
  const { kind, id } = license;
  if (kind === "cc")
    return id
      .replace("CC-", "CC ")
      .replace(/-(?=\d)/, " ")
      .replace(/-(?=[A-Z]+$)/, " ");
  return (
    {
      "CC0-1.0": "CC0 1.0",
      "CC-PDM-1.0": "the Public Domain Mark",
      "LAL-1.3": "the Free Art License 1.3",
      "LicenseRef-public-domain": "in the public domain",
      [RESERVED]: "all rights reserved",
    }[id] ?? id
  );
}

/** Where a licence's text stands; undefined where the program does not know. */
export function addressOf(license: License): string | undefined {
  const { kind } = license;
  if (kind === "cc") {
    const { by, nc, nd, sa, version, port } = license;
    // The addresses of 1.0 have ND before NC.
    const middle = version === 1 ? [nd && "nd", nc && "nc"] : [nc && "nc", nd && "nd"];
    const elements = [by && "by", ...middle, sa && "sa"].filter((part) => part !== false);
    const place = port === undefined ? "" : `${port.toLowerCase()}/`;
    return `https://creativecommons.org/licenses/${elements.join("-")}/${version.toFixed(1)}/${place}legalcode`;
  }
  if (kind === "gfdl" || kind === "gpl") {
    const name = `${kind === "gpl" ? "gpl" : "fdl"}-${license.version?.toFixed(1) ?? ""}.html`;
    const current = license.version === (kind === "gpl" ? 3 : 1.3);
    return `https://www.gnu.org/licenses/${current ? "" : "old-licenses/"}${name}`;
  }
  if (kind === "free-art") return "https://artlibre.org/licence/lal/en/";
  if (kind === "font") return "https://openfontlicense.org/open-font-license-official-text/";
  // Nothing has to be declared or registered for this to hold.
  if (kind === "reserved") return "https://www.wipo.int/treaties/en/ip/berne/";
  return undefined;
}
