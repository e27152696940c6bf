/** What is said for what is written: the table of cases, and the rules that hold for any text. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { english, plainEnglish } from "../../scripts/source/reading/english/index.ts";
import { readSentence, unusualReadings, type Reading } from "../../scripts/source/reading/index.ts";
import { cpuMs } from "../cpu.ts";

const plain = { language: "en", sayings: [], pronunciations: {} };
const said = (reading: Reading): string => reading.runs.map((run) => run.spoken).filter((words) => words !== "").join(" "); // prettier-ignore

interface Case {
  readonly language: string;
  readonly written: string;
  readonly expected: string;
}

function readCases(): Case[] {
  let language = "en";
  return readFileSync(new URL("../fixtures/readings.txt", import.meta.url), "utf8")
    .split("\n")
    .slice(1)
    .flatMap((line): Case[] => {
      if (line.startsWith("# ")) language = /\[(.+)\]/.exec(line)?.[1] ?? "en";
      const [, written, expected] = /^(.+) \| (.+)$/.exec(line) ?? [];
      return written === undefined || expected === undefined ? [] : [{ language, written, expected }];
    });
}

test("soft hyphens are not heard, and offsets are those of the text with them", () => {
  const text = "The plenipo\u00adtenti\u00adary spoke in 19\u00ad50 to Kim Il Sung.";
  const from = text.indexOf("Kim");
  const sayings = [{ from, to: from + "Kim Il Sung".length, spoken: "kim il SUNG" }];
  const reading = readSentence(text, { ...plain, sayings });
  const whole = readSentence(text.replaceAll("\u00ad", ""), {
    ...plain,
    sayings: [{ from: from - 3, to: from - 3 + "Kim Il Sung".length, spoken: "kim il SUNG" }],
  });
  expect(said(reading)).toBe(said(whole));
  expect(said(reading)).toContain("plenipotentiary spoke in nineteen fifty");
  const written = (runs: Reading["runs"], of: string): string[] =>
    runs.map(({ from, to }) => of.slice(from, to));
  expect(written(reading.runs, text).map((piece) => piece.replaceAll("\u00ad", ""))).toEqual(
    written(whole.runs, text.replaceAll("\u00ad", "")),
  );
});

describe("the table of cases", () => {
  const cases = readCases();
  test("holds at least 150", () => expect(cases.length).toBeGreaterThanOrEqual(150));

  test.each(cases)("[$language] $written → $expected", ({ language, written, expected }) => {
    const reading = readSentence(written, { ...plain, language });
    expect(said(reading)).toBe(expected);
    expect(reading.problems).toEqual([]);
  });

  test.each(cases.filter(({ language }) => language.startsWith("en")))(
    "$written is said with letters that every English voice knows",
    ({ language, written }) => {
      expect(said(readSentence(written, { ...plain, language }))).toMatch(/^[A-Za-z' ]+$/);
    },
  );
});

describe("runs", () => {
  test("join each stretch of text with its own words", () => {
    const text = "On 30 January 1950 the U.S. spent US$3 billion.";
    const { runs } = readSentence(text, plain);
    expect(runs.map(({ from, to, spoken }) => [text.slice(from, to), spoken])).toEqual([
      ["On", "On"],
      ["30", "the thirtieth of"],
      ["January", "January"],
      ["1950", "nineteen fifty"],
      ["the", "the"],
      ["U.S.", "U S"],
      ["spent", "spent"],
      ["US$3", "three"],
      ["billion", "billion U S dollars"],
    ]);
  });

  const piece = fc.constantFrom(
    "Kim", "1950", "-", "–", "s", "'90s", "$", "US$", "3", "billion", ".", ",", " ", "No", "%", "°", "C", "km", "EC", "121", "/", "(", "김일성", "Шева", "🎉", "XIV", "Louis", "a.m.", ":", "30", "January", "½", "é", "A", "U.S.", "\u0301", "٣", "²", "Ⅳ", "’s", "\ud800", "@", "th",
  ); // prettier-ignore
  const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 120 }), fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(""))); // prettier-ignore
  const languages = fc.constantFrom("en", "en-GB", "en-US", "de", "ru", "ko", "xx");

  test("are in order, within the text, never overlap, and hold every letter and digit; the same every time", () => {
    fc.assert(
      fc.property(anyText, languages, (text, language) => {
        const options = {
          language,
          sayings: [],
          pronunciations: { Kim: "kim", "Kim Il": { arpabet: "K IH1 M" } },
        };
        const { runs, problems } = readSentence(text, options);
        let end = 0;
        for (const { from, to, spoken } of runs) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(end, from)).not.toMatch(/[\p{L}\p{Nd}]/u);
          expect(spoken).toBe(spoken.trim().replaceAll(/\s+/g, " "));
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(end)).not.toMatch(/[\p{L}\p{Nd}]/u);
        for (const { from, to } of problems) expect(text.slice(from, to)).not.toBe("");
        expect(readSentence(text, options)).toEqual({ runs, problems });
      }),
      { numRuns: 3000 },
    );
  });

  test("words that are taken as they are written are those that no rule reads", () => {
    const words = fc.constantFrom(..."a A an No no vs et al op cit and or per pp vol http https www kim com example eBay McCarthy St Sept May October the The war chapter mix km III IV x 5 1950s 3rd C U.S. Ph.D letters approx trans etc est esp viz hrs established".split(" ")); // prettier-ignore
    const between = fc.constantFrom(" ", " ", " ", ", ", ". ", "; ", ".", "!", "?", ",", "-", "/", "://", "@", "'s ", "&", ": ", "", "\n", " al. ", "\u0301", "$"); // prettier-ignore
    const text = fc.array(fc.tuple(words, between), { maxLength: 12 }).map((parts) => parts.flat().join(""));
    let taken = 0;
    fc.assert(
      fc.property(text, (written) => {
        for (let at = 0; at < written.length; at++) {
          plainEnglish.lastIndex = at;
          if (!plainEnglish.test(written)) continue;
          taken++;
          const place = { text: written, at, end: written.length, language: "en", shouted: false };
          const reading = english.filter(
            (rule) => rule.starts === "letter" && rule.read(place) !== undefined,
          );
          expect(reading.map(({ name }) => name)).toEqual([]);
        }
      }),
      { numRuns: 5000 },
    );
    expect(taken).toBeGreaterThan(1000);
  });

  test("leave no word unsaid without a problem", () => {
    const said = fc.check(
      fc.property(anyText, (text) => {
        const { runs, problems } = readSentence(text, plain);
        const silent = runs.filter(
          (run) => run.spoken === "" && !problems.some(({ from, to }) => from <= run.from && run.to <= to),
        );
        return silent.every(
          (run) =>
            !/\p{Script=Hangul}|\p{Script=Cyrillic}|\p{Script=Han}/u.test(text.slice(run.from, run.to)),
        );
      }),
      { numRuns: 1000 },
    );
    expect(said.counterexample).toBeNull();
  });
});

describe("what the voice cannot say", () => {
  test("a name in its own script, in brackets, is a problem that shows how to keep it silent", () => {
    const { problems, runs } = readSentence("Kim Il Sung (김일성) asked.", plain);
    expect(problems).toEqual([
      {
        message: 'the voice for "en" cannot say "김일성"',
        hint: "show it without saying it: [김일성](say:)",
        from: 13,
        to: 16,
      },
    ]);
    expect(runs.find(({ from }) => from === 13)).toEqual({ from: 13, to: 16, spoken: "" });
  });

  test("several words are one problem; a place in the sentence asks for other letters", () => {
    const { problems } = readSentence("He was Эдуард Шеварднадзе himself.", plain);
    expect(problems).toMatchObject([
      {
        hint: "say it in other letters: [Эдуард Шеварднадзе](say:words), or only show it: [Эдуард Шеварднадзе](say:)",
        from: 7,
        to: 25,
      },
    ]);
  });

  test("a saying settles it", () => {
    const text = "Kim Il Sung (김일성) asked.";
    expect(readSentence(text, { ...plain, sayings: [{ from: 13, to: 16, spoken: "" }] })).toMatchObject({
      problems: [],
    });
    expect(said(readSentence(text, { ...plain, sayings: [{ from: 13, to: 16, spoken: "" }] }))).toBe(
      "Kim Il Sung asked",
    );
  });

  test("so does a pronunciation", () => {
    const reading = readSentence("주체 began.", { ...plain, pronunciations: { 주체: "JOO-cheh" } });
    expect(reading.problems).toEqual([]);
    expect(reading.runs[0]).toEqual({
      from: 0,
      to: 2,
      spoken: "joocheh",
      pronunciation: { arpabet: "JH UW1 CH EH0" },
    });
  });

  test("a voice of that language says it", () => {
    expect(readSentence("김일성이 물었다", { ...plain, language: "ko" }).problems).toEqual([]);
    expect(readSentence("Шеварднадзе", { ...plain, language: "ru" }).problems).toEqual([]);
  });

  test("an emoji is shown, not said, and no problem", () => {
    expect(readSentence("Done 🎉", plain)).toEqual({ runs: [{ from: 0, to: 4, spoken: "Done" }, { from: 5, to: 7, spoken: "" }], problems: [] }); // prettier-ignore
  });
});

describe("the deck's pronunciations", () => {
  const runsOf = (text: string, pronunciations: Parameters<typeof readSentence>[1]["pronunciations"]) =>
    readSentence(text, { ...plain, pronunciations }).runs.map(({ from, to, spoken, pronunciation }) => [
      text.slice(from, to),
      spoken,
      pronunciation,
    ]);

  test("a respelled name becomes phones; ordinary words stay words", () => {
    expect(runsOf("Kim Il Sung", { "Kim Il Sung": "kim il SUNG" })).toEqual([
      ["Kim", "kim", undefined],
      ["Il", "il", undefined],
      ["Sung", "sung", { arpabet: "S AH1 NG" }],
    ]);
  });

  test("syllables joined by hyphens are spread over as many written words", () => {
    expect(
      runsOf("Kim Il Sung", { "Kim Il Sung": "kim-il-SUNG" }).map(([written, spoken]) => [written, spoken]),
    ).toEqual([
      ["Kim", "kim"],
      ["Il", "il"],
      ["Sung", "sung"],
    ]);
  });

  test("the longest phrase wins, and the way it is written wins over other cases", () => {
    const lexicon = { Kim: "one", "Kim Il Sung": "two three four", kim: "five" };
    expect(runsOf("Kim, kim, KIM and Kim Il Sung", lexicon).map(([, spoken]) => spoken)).toEqual([
      "one",
      "five",
      "one",
      "and",
      "two",
      "three",
      "four",
    ]);
  });

  test("only whole words, the possessive kept", () => {
    expect(runsOf("Kim's Kimchi", { Kim: { arpabet: "K IH1 M" } })).toEqual([
      ["Kim's", "Kim's", { arpabet: "K IH1 M Z" }],
      ["Kimchi", "Kimchi", undefined],
    ]);
    expect(runsOf("Putin’s", { Putin: { ipa: "ˈpuːtɪn" } })).toEqual([
      ["Putin’s", "Putin's", { ipa: "ˈpuːtɪnz" }],
    ]);
  });

  test("words of IPA and of ARPAbet belong to written words", () => {
    expect(
      runsOf("Rodong Sinmun", { "Rodong Sinmun": { arpabet: "R OW1 D AO0 NG | S IH1 N M UH0 N" } }),
    ).toEqual([
      ["Rodong", "Rodong", { arpabet: "R OW1 D AO0 NG" }],
      ["Sinmun", "Sinmun", { arpabet: "S IH1 N M UH0 N" }],
    ]);
    expect(runsOf("USS Pueblo", { "USS Pueblo": { ipa: "ˈpwɛbloʊ" } })).toEqual([
      ["USS Pueblo", "USSPueblo", { ipa: "ˈpwɛbloʊ" }],
    ]);
  });

  test("they win over the rules, and a saying wins over them", () => {
    expect(runsOf("USS 1950", { USS: "the ship", "1950": "that year" }).map(([, spoken]) => spoken)).toEqual([
      "the ship",
      "that year",
    ]);
    const reading = readSentence("NATO", {
      ...plain,
      sayings: [{ from: 0, to: 4, spoken: "the alliance" }],
      pronunciations: { NATO: "NAY-toh" },
    });
    expect(said(reading)).toBe("the alliance");
  });
});

test("the list of unusual readings joins what belongs together and leaves out plain words", () => {
  const text = "On 30 January 1950 Kim read 김.";
  const { runs } = readSentence(text, plain);
  expect(unusualReadings(runs, text).map(({ written, spoken }) => `${written} → ${spoken}`)).toEqual([
    "30 → the thirtieth of",
    "1950 → nineteen fifty",
    "김 → ",
  ]);
});

/** Characters of a sentence far longer than any; what grows with the square of it would take minutes. */
const LONG = 250_000;

test.each([
  ["prose", "In 1950 Gen. Kim asked Stalin for US$3 billion, and the answer came on 30 January. "],
  ["digits", "1"],
  ["grouped digits", "1,111"],
  ["digits and dots", "1."],
  ["dashes", "1-"],
  ["letters", "a"],
  ["capitals", "A"],
  ["dotted capitals", "A."],
  ["Hangul", "김"],
  ["Hangul and spaces", "김 "],
  ["accents", "e\u0301"],
  ["emoji", "🎉"],
  ["slashes", "a/"],
  ["an address", "www."],
  ["spaces", " "],
  ["Roman numbers", "XIV "],
])("a very long sentence of %s is read in linear time", async (_, unit) => {
  const text = unit.repeat(Math.ceil(LONG / unit.length));
  const pronunciations = { Kim: "kim", aaa: "ah", 김: "kim", "1950": "x" };
  expect(await cpuMs(() => readSentence(text, { ...plain, pronunciations }))).toBeLessThan(6_000);
});
