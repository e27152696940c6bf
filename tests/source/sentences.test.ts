/** The splitter against its table of cases, and the rules that hold for any text. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences } from "../../scripts/source/sentences.ts";
import { cpuMs } from "../cpu.ts";

interface Case {
  readonly language: string;
  readonly text: string;
  readonly sentences: readonly string[];
}

const cases: readonly Case[] = readFileSync(new URL("../fixtures/sentences.txt", import.meta.url), "utf8")
  .split(/\n\n+/)
  .filter((paragraph) => paragraph.startsWith("["))
  .map((paragraph) => {
    const [first = "", ...rest] = paragraph.trim().split("\n");
    const [, language = "", text = ""] = /^\[([^\]]+)\] (.*)$/.exec(first) ?? [];
    return { language, text, sentences: rest.map((line) => line.slice(2)) };
  });

/** A line break, which the table writes as a sign. */
const broken = (text: string): string => text.replaceAll("⏎", "\n");

describe("the table of cases", () => {
  test("holds at least sixty", () => expect(cases.length).toBeGreaterThanOrEqual(60));

  test.each(cases)("[$language] $text", ({ language, text, sentences }) => {
    const written = broken(text);
    expect(splitSentences(written, language).map(({ from, to }) => written.slice(from, to))).toEqual(
      sentences.map(broken),
    );
  });
});

describe("for any text", () => {
  const piece = fc.constantFrom(
    "Stalin", "he", "Gen", "U.S", "No", "5", "3.5", "e.g", "(", ")", "[", "“", "”", '"', ".", "...", "…", "?", "!", "。", "！", " ", "  ", "\n", "\n\n", "—", "🎉", "김일성", "다", "Москва", "г", "I", "J", "XIV", "'", "\u0301", "\ud800",
  ); // prettier-ignore
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(piece, { maxLength: 60 }).map((parts) => parts.join("")),
  );
  const language = fc.constantFrom("en", "en-GB", "de", "ru", "ko", "ja", "xx");

  test("sentences are in order, trimmed, never overlap and hold all text", () => {
    fc.assert(
      fc.property(anyText, language, (text, language) => {
        let end = 0;
        for (const { from, to } of splitSentences(text, language)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(end, from)).toMatch(/^\s*$/u);
          expect(text.slice(from, to)).toBe(text.slice(from, to).trim());
          end = to;
        }
        expect(text.slice(end)).toMatch(/^\s*$/u);
      }),
      { numRuns: 2000 },
    );
  });

  test("splitting a sentence again leaves at least its own words together with what cannot be said", () => {
    fc.assert(
      fc.property(anyText, language, (text, language) => {
        const sentences = splitSentences(text, language);
        for (const { from, to } of sentences.slice(1)) expect(text.slice(from, to)).toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});

test.each([
  ["plain prose", "For months Kim had asked. Stalin hesitated (see No. 5). "],
  ["full stops", "."],
  ["full stops with spaces", ". "],
  ["brackets", "(."],
  ["open brackets", "("],
  ["closing marks", "a.”)"],
  ["quotation marks", '"“'],
  ["letters", "a"],
  ["dotted letters", "U."],
  ["spaces", " "],
  ["line breaks", "\n"],
  ["emoji", "🎉. "],
])("a megabyte of %s is split in linear time", async (_, unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  // The square of it takes minutes.
  expect(await cpuMs(() => splitSentences(text, "en"))).toBeLessThan(4_000);
});
