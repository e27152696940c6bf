/** Finds names in text: whole words only, the longest form first. Pure. */
import type { Name } from "./names.ts";

/** Gives the names that a text mentions, each once. */
export type FindNames<T extends Name> = (text: string) => ReadonlySet<T>;

/**
 * Makes a finder for people and places.
 *
 * A name is found by its full form, by its form in its own script, and a person by the surname alone where nobody and
 * nothing else of the lecture has that word in its name: `Kim` in a lecture on four Kims means no one of them. Capitals
 * count. A possessive ending, `Stalin’s`, and in German the genitive, `Stalins`, belong to the name; any other letter
 * beside it does not: `Seoulites` is no mention of Seoul. Korean, Chinese and Japanese names may have letters after them,
 * where those languages put their particles. What is found as part of a longer form is no mention of the shorter one.
 * @param language BCP 47, of the text
 */
export function nameFinder<T extends Name>(names: readonly T[], language: string): FindNames<T> {
  const forms = new Map<string, T>();
  for (const name of names)
    for (const form of formsOf(name, names)) if (!forms.has(form)) forms.set(form, name);
  if (forms.size === 0) return () => new Set();
  const genitive = /^de\b/i.test(language) ? "(?:s(?![\\p{L}\\p{M}\\p{N}]))?" : "";
  const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const any = longestFirst.map((form) =>
    HAS_PARTICLES.test(form) ? pattern(form) : `${pattern(form)}${genitive}(?![\\p{L}\\p{M}\\p{N}])`,
  );
  const found = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${any.join("|")})`, "gu");
  return (text) => {
    const mentioned = new Set<T>();
    for (const [match] of text.normalize("NFC").matchAll(found)) {
      const plain = match.replace(SEPARATORS, " ");
      const name = forms.get(plain) ?? forms.get(plain.replace(/s$/, ""));
      if (name !== undefined) mentioned.add(name);
    }
    return mentioned;
  };
}

/** Scripts that are written without spaces, or with endings at the name. */
const HAS_PARTICLES = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
/** Between the words of a name: `Park Chung-hee` is `Park Chung hee`, and a line may end there. */
const SEPARATORS = /[\s\u2010\u2011-]+/g;

const pattern = (form: string): string =>
  form
    .split(" ")
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("[\\s\\u2010\\u2011-]+");

function formsOf<T extends Name>(name: T, all: readonly T[]): string[] {
  const { family } = name;
  const own = [name.name, name.native].filter((form) => form !== "");
  const isAmbiguous = all.some(
    (other) => other !== name && `${other.name} ${other.native}`.split(" ").includes(family),
  );
  return [...own, ...(family === "" || isAmbiguous ? [] : [family])].map((form) =>
    form.replace(SEPARATORS, " ").trim(),
  );
}
