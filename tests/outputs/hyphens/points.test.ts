/** Which words are divided, and where. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { divideIn, patternName, patternNames } from "../../../scripts/outputs/handout/hyphens/languages.ts";
import { hyphenPoints } from "../../../scripts/outputs/handout/hyphens/points.ts";

/** The words of a text, divided wherever they may be. */
async function divided(text: string, language: string): Promise<string> {
  const divide = await divideIn(language);
  if (divide === undefined) return text;
  return text.replace(/\S+/g, (word) => {
    const points = hyphenPoints(word, language, divide);
    return points.reduceRight((shown, point) => `${shown.slice(0, point)}-${shown.slice(point)}`, word);
  });
}

describe("words are divided as their language has it", () => {
  test.each([
    ["en", "ambassador historical friendship", "ambas-sador his-tor-i-cal friend-ship"],
    ["en-GB", "democratic characterisation", "demo-cratic char-ac-ter-isa-tion"],
    ["en-AU", "democratic", "demo-cratic"],
    ["de", "Waffenstillstandsverhandlungen beobachten", "Waf-fen-still-stands-ver-hand-lun-gen beob-ach-ten"],
    ["de-AT", "Kriegserklärung", "Kriegs-er-klä-rung"],
    ["be", "перамовы гісторыя", "пера-мовы гіс-то-рыя"],
    ["fr", "l’organisation gouvernement", "l’orga-ni-sa-tion gou-ver-ne-ment"],
    ["no", "forhandlinger", "for-hand-lin-ger"],
  ])("%s: %s", async (language, text, expected) => {
    expect(await divided(text, language)).toBe(expected);
  });
});

describe("what stays whole", () => {
  test.each([
    ["names, which a capital tells", "en", "Shevardnadze Khrushchev’s Pyongyang"],
    ["abbreviations", "de", "UNO-Sicherheitsrat DDR-Regierung NATOSTAATEN"],
    ["words with digits", "en", "covid19infections 20thcentury"],
    [
      "addresses",
      "en",
      "https://example.org/understanding understanding@example.org example.org/armistice #armistice",
    ],
    ["words with a hyphen of their own", "en", "anti-communist thirty-eighth"],
    ["short words", "en", "after enter talks"],
    ["words in which the author has set soft hyphens", "de", "Staats\u00adsicher\u00adheit"],
    ["words of a language without patterns", "ko", "understanding 정상회담에서"],
    ["words in another script than the language's", "be", "understanding"],
  ])("%s", async (_, language, text) => {
    expect(await divided(text, language)).toBe(text);
  });
});

test("punctuation around a word, and a dash between two, are no part of it", async () => {
  expect(await divided("(“ambassador”), peace—friendship!", "en")).toBe(
    "(“ambas-sador”), peace—friend-ship!",
  );
});

test("three letters at least stand before and after a hyphen", async () => {
  for (const language of patternNames) {
    const divide = await divideIn(language);
    if (divide === undefined) throw new Error(`no patterns for ${language}`);
    for (const word of ["between", "america", "information", "президент", "absolutely"])
      for (const point of hyphenPoints(word, language, divide)) {
        expect(point).toBeGreaterThanOrEqual(3);
        expect(word.length - point).toBeGreaterThanOrEqual(3);
      }
  }
});

test("an accent stays with its letter", async () => {
  const divide = () => [3, 4];
  expect(hyphenPoints("Йо́сифович".toLowerCase(), "ru", divide)).toEqual([3, 4]);
  expect(hyphenPoints("сло\u0301весный", "ru", divide)).toEqual([4]);
});

test("every language has the notice of its patterns among the licences", async () => {
  const notices = await readFile(
    join(import.meta.dirname, "../../../licenses/hyphenation-patterns.txt"),
    "utf8",
  );
  const named = Array.from(notices.matchAll(/^## ([a-z-]+),/gm), ([, name]) => name);
  expect(named).toEqual(patternNames);
  expect(patternName("nb-NO")).toBe("nb");
});
