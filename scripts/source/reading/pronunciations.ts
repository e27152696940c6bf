/** Finds the deck's own pronunciations in a sentence: whole words or phrases, the longest first. */
import type { Pronunciation, Run } from "../../model.ts";
import { foldToAscii } from "./fold.ts";
import type { Match, Place } from "./place.ts";
import { isRespelling, respellingToArpabet } from "./respelling.ts";

/** The deck's pronunciations, ready to be looked up by the first letter of a word. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

interface Entry {
  readonly written: string;
  readonly lower: string;
  readonly said: Pronunciation;
}

/** Sorts the entries so that longer phrases come before their first words. Keys of other normal forms are as good. */
export function lexiconOf(pronunciations: Readonly<Record<string, Pronunciation>>): Lexicon {
  const entries = Object.entries(pronunciations)
    .filter(([key]) => key.trim() !== "")
    .map(([key, said]): Entry => ({ written: key.trim(), lower: key.trim().toLowerCase(), said }))
    .sort((a, b) => b.written.length - a.written.length);
  const lexicon = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.lower.charAt(0);
    lexicon.set(first, [...(lexicon.get(first) ?? []), entry]);
  }
  return lexicon;
}

/** The pronunciation that the deck gives for the words at a place; written exactly so first, then in any case. */
export function readPronunciation(lexicon: Lexicon, place: Place): Match | undefined {
  const { text, at, end } = place;
  const entries = lexicon.get(text.charAt(at).toLowerCase());
  if (entries === undefined) return undefined;
  const fits = ({ written, lower }: Entry, exact: boolean): boolean => {
    const to = at + written.length;
    const here = text.slice(at, to);
    return (
      to <= end &&
      (exact ? here === written : here.toLowerCase() === lower) &&
      !/^[\p{L}\p{M}\p{Nd}]/u.test(text.slice(to, to + 2))
    );
  };
  const lengths = entries.filter((entry) => fits(entry, false));
  const longest = lengths[0]?.written.length;
  const same = lengths.filter(({ written }) => written.length === longest);
  const entry = same.find((candidate) => fits(candidate, true)) ?? same[0];
  if (entry === undefined) return undefined;
  const to = at + entry.written.length;
  const possessive = /^['’]s(?![\p{L}\p{Nd}])/u.test(text.slice(to, to + 4)) && to + 2 <= end;
  const runs = sayingRuns(text, { from: at, to }, entry.said);
  return { to: possessive ? to + 2 : to, runs: possessive ? withPossessive(runs, to + 2) : runs };
}

/**
 * The runs for a stretch of text that is said as `said`. Where as many words (or syllables) are said as written, each gets a run of its own.
 * A run with a `pronunciation` has one spoken word.
 */
export function sayingRuns(
  text: string,
  { from, to }: { from: number; to: number },
  said: Pronunciation,
): Run[] {
  const written = [...text.slice(from, to).matchAll(/[^\s-]+/gu)].map((word) => ({
    from: from + word.index,
    to: from + word.index + word[0].length,
  }));
  if (typeof said !== "string") {
    const phones = "ipa" in said ? said.ipa.trim().split(/\s+/) : said.arpabet.trim().split(/\s*\|\s*/);
    const parts = phones.map((part) => ("ipa" in said ? { ipa: part } : { arpabet: part }));
    const word = (range: { from: number; to: number }): string => oneWord(text.slice(range.from, range.to));
    if (phones.length === written.length) {
      return written.map((range, i) => ({ ...range, spoken: word(range), pronunciation: parts[i] ?? said }));
    }
    const whole = "ipa" in said ? { ipa: phones.join("") } : { arpabet: phones.join(" ") };
    return [{ from, to, spoken: word({ from, to }), pronunciation: whole }];
  }
  const words = said.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [{ from, to, spoken: "" }];
  const [only = ""] = words;
  const syllables = only.split("-");
  if (words.length === 1 && written.length > 1 && syllables.length === written.length && isRespelling(only)) {
    return written.map((range, i) => ({ ...range, ...sayWord(syllables[i] ?? "", true) }));
  }
  if (words.length === written.length)
    return written.map((range, i) => Object.assign(sayWord(words[i] ?? "", false), range));
  // Several words for fewer written ones: the first written word carries all but the last ones.
  if (words.some(isRespelling)) return [{ from, to, ...sayWord(words.join("-"), true) }];
  return [{ from, to, spoken: words.map((word) => sayWord(word, false).spoken).join(" ") }];
}

/** One word of a respelling; a syllable taken out of a respelled word is one even without capitals. */
function sayWord(word: string, respelled: boolean): Pick<Run, "spoken" | "pronunciation"> {
  const letters = word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  if (!respelled && !isRespelling(letters)) return { spoken: foldToAscii(word).replaceAll("-", " ") };
  const arpabet = respellingToArpabet(letters);
  const spoken = letters.replaceAll("-", "").toLowerCase();
  return arpabet === undefined ? { spoken } : { spoken, pronunciation: { arpabet } };
}

/** A word's letters without spaces and signs, so that a pronunciation has one word to stand for. */
function oneWord(written: string): string {
  return foldToAscii(written).replaceAll(/[^\p{L}\p{N}]+/gu, "") || "word";
}

/** Voiceless sounds are followed by S, hissing ones by IH Z, all others by Z. */
function withPossessive(runs: readonly Run[], to: number): Run[] {
  const last = runs.at(-1);
  if (last === undefined || last.spoken === "") return [...runs];
  const { pronunciation } = last;
  const spoken = `${last.spoken}'s`;
  let ending: Pronunciation | undefined = pronunciation;
  if (pronunciation !== undefined && typeof pronunciation !== "string") {
    if ("ipa" in pronunciation) {
      const sound = pronunciation.ipa.replace(/[^\p{L}]+$/u, "").at(-1) ?? "";
      ending = {
        ipa: pronunciation.ipa + ("szʃʒ".includes(sound) ? "ɪz" : "ptkfθ".includes(sound) ? "s" : "z"),
      };
    } else {
      const sound = pronunciation.arpabet.trim().split(/\s+/).at(-1)?.toUpperCase() ?? "";
      const add = /^(?:S|Z|SH|ZH|CH|JH)$/.test(sound) ? "IH0 Z" : /^(?:P|T|K|F|TH)$/.test(sound) ? "S" : "Z";
      ending = { arpabet: `${pronunciation.arpabet} ${add}` };
    }
  }
  return [
    ...runs.slice(0, -1),
    { ...last, to, spoken, ...(ending === undefined ? {} : { pronunciation: ending }) },
  ];
}
