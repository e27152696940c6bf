import { describe, expect, it } from "vitest";
import { joinWords, readPhones } from "../../../scripts/narration/voices/flite-words.ts";
import { prepare } from "../../../scripts/narration/voices/flite.ts";
import { CannotSpeak } from "../../../scripts/narration/voices/voice.ts";
import { utterance } from "../utterances.ts";

describe("words for Flite", () => {
  it("keeps the marks that shape the voice, and drops the others", () => {
    const { text, tokens } = prepare(utterance("“Why?” asked Kim — in 1950 (or so), Gromyko’s aide…"));
    expect(text).toBe("Why? asked Kim, in 1950 or so, Gromyko's aide.");
    expect(tokens.flatMap(({ words }) => words)).toHaveLength(10);
  });

  it("writes letters of other Latin alphabets as English ones", () => {
    expect(prepare(utterance("Łódź, Brežněv, Đà Nẵng, Straße")).text).toBe(
      "Lodz, Breznev, Da Nang, Strasse.",
    );
  });

  it("refuses letters that it has no sound for, and says how to write them", () => {
    expect(() => prepare(utterance("This is 김일성 speaking."))).toThrow(CannotSpeak);
    expect(() => prepare(utterance("This is 김일성 speaking."))).toThrow('no sound for "김');
  });

  it("gives each pronunciation a word of its own, so that one spelling can be said in two ways", () => {
    const words = utterance("Kim led the lead mine.");
    const runs = words.runs.map((run) =>
      run.spoken === "lead" ? { ...run, pronunciation: { arpabet: "L EH1 D" } } : run,
    );
    const { text, lexicon, tokens } = prepare({ ...words, runs });
    const madeUp = tokens[3]?.token ?? "";
    expect(text).toBe(`Kim led the ${madeUp} mine.`);
    expect(lexicon).toBe(`${madeUp} nn : l eh1 d\n`);
    expect(tokens[3]?.words).toEqual(["lead"]);
  });

  it("says a single A between letters as a letter", () => {
    const { lexicon, tokens } = prepare(utterance("the U S A came"));
    expect(tokens[3]?.token).not.toBe("A");
    expect(lexicon).toContain(" nn : ey1\n");
  });

  it("names a phone that it does not know", () => {
    const words = utterance("Pyongyang");
    const runs = words.runs.map((run) => ({ ...run, pronunciation: { arpabet: "P Q" } }));
    expect(() => prepare({ ...words, runs })).toThrow('"q" in the pronunciation "P Q" of "Pyongyang"');
  });
});

describe("times of words", () => {
  const tokens = ["the", "answer", "came"].map((token) => ({ token, words: [token] }));
  const alone = [
    ["dh", "ax"],
    ["ae", "n", "s", "er"],
    ["k", "ey", "m"],
  ];
  const said = readPhones(
    "pau:0.1 dh:0.2 iy:0.3 ae:0.4 n:0.5 s:0.6 er:0.7 pau:0.9 k:1.0 ey:1.1 m:1.2 pau:1.3",
  );

  it("follow the phones, though a vowel is said otherwise", () => {
    expect(
      joinWords(tokens, alone, said).map(({ startMs, endMs }) => [Math.round(startMs), Math.round(endMs)]),
    ).toEqual([
      [100, 300],
      [300, 700],
      [900, 1200],
    ]);
  });

  it("come near the truth when the phones of a word are unknown", () => {
    const [, answer, came] = joinWords(tokens, [["dh", "ax"], [], ["k", "ey", "m"]], said);
    expect(answer?.startMs).toBeCloseTo(300);
    expect(came?.startMs).toBeCloseTo(900);
  });

  it("never run backwards, whatever was said", () => {
    const times = joinWords(tokens, [["zh"], ["oy", "b"], []], readPhones("pau:0.2 s:0.3 pau:0.4"));
    expect(times).toHaveLength(3);
    const moments = times.flatMap(({ startMs, endMs }) => [startMs, endMs]);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });

  it("share the time of a token that stands for several words", () => {
    const times = joinWords([{ token: "zuba", words: ["Kim", "Il", "Sung"] }], [["k"]], readPhones("k:0.9"));
    expect(times.map(({ startMs }) => Math.round(startMs))).toEqual([0, 300, 525]);
  });
});
