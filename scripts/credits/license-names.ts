/** What people call licences, and where their texts stand: from SPDX expressions, which are for programs. */
import { fill, type CreditWords } from "./words.ts";

/** One licence of an expression. */
export interface LicenseName {
  /** Its short name, as in `CC BY-SA 4.0`. */
  readonly name: string;
  /** Its whole name; the short one where there is no other. */
  readonly title: string;
  /** Its own page; without it what SPDX's list says. Undefined for terms that no list has. */
  readonly address?: string;
}

/** A licence, or the words between two. */
export type LicensePart = LicenseName | string;

/** The elements of Creative Commons' licences, in the order of their names. */
const ELEMENTS: Readonly<Record<string, string>> = {
  BY: "Attribution",
  NC: "NonCommercial",
  ND: "NoDerivatives",
  SA: "ShareAlike",
};

/** Names and pages of the licences' own stewards, for what teachers meet most. */
const KNOWN: Readonly<Record<string, LicenseName>> = {
  "CC0-1.0": {
    name: "CC0 1.0",
    title: "Creative Commons Zero 1.0 Universal",
    address: "https://creativecommons.org/publicdomain/zero/1.0/",
  },
  "CC-PDM-1.0": {
    name: "Public Domain Mark 1.0",
    title: "Public Domain Mark 1.0",
    address: "https://creativecommons.org/publicdomain/mark/1.0/",
  },
  "OFL-1.1": {
    name: "SIL OFL 1.1",
    title: "SIL Open Font License 1.1",
    address: "https://openfontlicense.org/open-font-license-official-text/",
  },
  MIT: { name: "MIT", title: "MIT License", address: "https://opensource.org/license/mit" },
  "Apache-2.0": {
    name: "Apache 2.0",
    title: "Apache License 2.0",
    address: "https://www.apache.org/licenses/LICENSE-2.0",
  },
  "GFDL-1.1": {
    name: "GFDL 1.1",
    title: "GNU Free Documentation License 1.1",
    address: "https://www.gnu.org/licenses/old-licenses/fdl-1.1.html",
  },
  "GFDL-1.2": {
    name: "GFDL 1.2",
    title: "GNU Free Documentation License 1.2",
    address: "https://www.gnu.org/licenses/old-licenses/fdl-1.2.html",
  },
  "GFDL-1.3": {
    name: "GFDL 1.3",
    title: "GNU Free Documentation License 1.3",
    address: "https://www.gnu.org/licenses/fdl-1.3.html",
  },
  "LAL-1.3": {
    name: "Free Art License 1.3",
    title: "Free Art License 1.3",
    address: "https://artlibre.org/licence/lal/en/",
  },
  "ODbL-1.0": {
    name: "ODbL 1.0",
    title: "Open Database License 1.0",
    address: "https://opendatacommons.org/licenses/odbl/1-0/",
  },
};

/**
 * The licences of an SPDX expression with the words between them, in their order.
 * @param expression one that `licenseFault` finds right
 */
export function licenseParts(expression: string, words: CreditWords): LicensePart[] {
  const joints: Readonly<Record<string, string>> = { AND: words.and, OR: words.or, WITH: words.with };
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  return tokens.flatMap((token, i): LicensePart[] => {
    if (token === "(") return [token];
    if (token === ")") return [token];
    const joint = joints[token];
    if (joint !== undefined) return [` ${joint} `];
    // What follows WITH is an exception, which is no licence.
    return [tokens[i - 1] === "WITH" ? token : licenseName(token, words)];
  });
}

/** What one id of SPDX's list, or one of the author's own, is called. */
export function licenseName(id: string, words: CreditWords): LicenseName {
  const own = /^(?:DocumentRef-[\w.-]+:)?LicenseRef-([\w.-]+)$/.exec(id)?.[1];
  if (own !== undefined) return { name: ownName(own, words), title: ownName(own, words) };
  const [, first = "", scope] = /^(.+?)(\+|-only|-or-later)$/.exec(id) ?? [];
  if (scope === "+" || KNOWN[first] !== undefined) {
    const { name, title, ...rest } = licenseName(first, words);
    if (scope === "-only") return { ...rest, name, title };
    return { ...rest, name: fill(words.orLater, { name }), title: fill(words.orLater, { name: title }) };
  }
  return (
    KNOWN[id] ??
    creativeCommons(id) ?? { name: id, title: id, address: `https://spdx.org/licenses/${id}.html` }
  );
}

function ownName(own: string, words: CreditWords): string {
  if (own === "public-domain") return words.publicDomain;
  if (own === "all-rights-reserved") return words.allRightsReserved;
  return fill(words.ownTerms, { name: own.replaceAll("-", " ") });
}

/** `CC-BY-NC-SA-3.0-DE` and the like: the page is in small letters, and 1.0 has ND before NC (creativecommons.org/licenses). */
function creativeCommons(id: string): LicenseName | undefined {
  const [, elements, version, port = ""] =
    /^CC-((?:BY|NC|ND|SA)(?:-(?:NC|ND|SA))*)-(\d\.\d)(?:-([A-Z]+))?$/.exec(id) ?? [];
  if (elements === undefined || version === undefined) return undefined;
  const folder = version === "1.0" && elements === "BY-NC-ND" ? "by-nd-nc" : elements.toLowerCase();
  const place = port === "" ? "" : `${port.toLowerCase()}/`;
  const words = elements.split("-").map((element) => ELEMENTS[element] ?? element);
  const scope = version === "4.0" ? " International" : "";
  const end = port === "" ? "" : ` ${port}`;
  return {
    name: `CC ${elements} ${version}${end}`,
    title: `Creative Commons ${words.join("-")} ${version}${scope}${end}`,
    address: `https://creativecommons.org/licenses/${folder}/${version}/${place}`,
  };
}
