/**
 * Where the words of a language may be divided: the patterns of the TeX project hyph-utf8, as the package `hyphen` carries them, for Liang's
 * algorithm ("Word Hy-phen-a-tion by Com-put-er", Stanford 1983). Only languages whose patterns come under a permissive licence are here;
 * each has its notice in `licenses/hyphenation-patterns.txt`. A language is loaded when its first word is asked for.
 */

/** The places of a word in small letters, from its beginning, where it may be divided. */
export type Divide = (word: string) => readonly number[];

type Load = () => Promise<{
  readonly default: { readonly hyphenateSync: (text: string, options: Mark) => string };
}>;

interface Mark {
  readonly hyphenChar: string;
}

/** By primary language; British English differs from American. */
const PATTERNS: ReadonlyMap<string, Load> = new Map<string, Load>([
  ["be", async () => await import("hyphen/be/index.js")],
  ["cy", async () => await import("hyphen/cy/index.js")],
  ["da", async () => await import("hyphen/da/index.js")],
  ["de", async () => await import("hyphen/de-1996/index.js")],
  ["en", async () => await import("hyphen/en-us/index.js")],
  ["en-gb", async () => await import("hyphen/en-gb/index.js")],
  ["es", async () => await import("hyphen/es/index.js")],
  ["et", async () => await import("hyphen/et/index.js")],
  ["fr", async () => await import("hyphen/fr/index.js")],
  ["it", async () => await import("hyphen/it/index.js")],
  ["la", async () => await import("hyphen/la/index.js")],
  ["lt", async () => await import("hyphen/lt/index.js")],
  ["nb", async () => await import("hyphen/nb/index.js")],
  ["nn", async () => await import("hyphen/nn/index.js")],
  ["pl", async () => await import("hyphen/pl/index.js")],
  ["pt", async () => await import("hyphen/pt/index.js")],
  ["sl", async () => await import("hyphen/sl/index.js")],
]);

/** Where English is spelt and divided as in Britain (ISO 3166). */
const BRITISH = new Set(["au", "gb", "ie", "in", "nz", "za"]);

/** Names of the languages that words can be divided in, as `patternName` gives them. */
export const patternNames: readonly string[] = [...PATTERNS.keys()];

/** The patterns for a language, by its BCP 47 tag; undefined where there are none. */
export function patternName(language: string): string | undefined {
  const [primary = "", ...rest] = language.toLowerCase().split("-");
  if (primary === "en" && rest.some((part) => BRITISH.has(part))) return "en-gb";
  const name = primary === "no" ? "nb" : primary;
  return PATTERNS.has(name) ? name : undefined;
}

/** Loads what divides the words of a language; undefined where there are no patterns for it. */
export async function divideIn(language: string): Promise<Divide | undefined> {
  const load = PATTERNS.get(patternName(language) ?? "");
  if (load === undefined) return undefined;
  const { hyphenateSync } = (await load()).default;
  return (word) => {
    const pieces = hyphenateSync(word, { hyphenChar: SOFT_HYPHEN }).split(SOFT_HYPHEN);
    let at = 0;
    return pieces.slice(0, -1).map((piece) => (at += piece.length));
  };
}

/** Unicode's mark of a place where a word may be divided. */
export const SOFT_HYPHEN = "\u00ad";
