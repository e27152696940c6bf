import { describe, expect, test } from "vitest";
import { articleOf } from "../../scripts/outputs/handout/article.ts";
import { eraStrip } from "../../scripts/outputs/handout/era-strip.ts";
import { makeEra, makeLecture } from "../model.ts";

/** The strip of eras, by their spans and titles. */
const strip = (
  eras: readonly (readonly [span: string | undefined, title: string])[],
  language = "en",
): string => {
  const lecture = makeLecture(
    eras.map(([span, title], i) => makeEra(`era-${i}`, [], { title, ...(span !== undefined && { span }) })),
    { meta: { language } },
  );
  return eraStrip(articleOf(lecture).eras, language);
};
const numbers = (svg: string, pattern: RegExp): number[] =>
  [...svg.matchAll(pattern)].map(([, n]) => Number(n));
const starts = (svg: string): number[] => numbers(svg, /strip-bar" x="([\d.]+)"/g);
const widths = (svg: string): number[] => numbers(svg, /strip-bar"[^>]* width="([\d.]+)"/g);
const ticks = (svg: string): string[] =>
  [...svg.matchAll(/strip-tick"[^>]*>([^<]*)/g)].map(([, year = ""]) => year);

describe("the cover's strip of eras", () => {
  test("puts every era where its months lie", () => {
    const svg = strip([
      ["1950-01/1953-06", "War"],
      ["1953-07/1961-12", "After"],
    ]);
    const [war = 0, after = 0] = starts(svg);
    const [warLong = 0, afterLong = 0] = widths(svg);
    expect(war).toBe(0);
    expect(after).toBeCloseTo(war + warLong, 0);
    expect(afterLong / warLong).toBeCloseTo(8.5 / 3.5, 1);
    expect(ticks(svg)).toEqual(["1950", "1955", "1960"]);
  });

  test("lets an era that goes on end with the last of all, and knows years before Christ", () => {
    const svg = strip(
      [
        ["-0099/-0049", "Republic"],
        ["-0026/..", "Empire"],
        ["0050/0100", "Peace"],
      ],
      "de",
    );
    const [, empire = 0, peace = 0] = starts(svg).map((start, i) => start + (widths(svg)[i] ?? 0));
    expect(empire).toBeCloseTo(peace, 0);
    expect(ticks(svg)).toContain("51 v. Chr.");
    expect(ticks(svg)).toContain("50");
  });

  test("keeps lettering on the page: a shorter axis, and words cut at last", () => {
    const long =
      "A title that is about as long as titles of eras may sensibly become, and then some more words of it";
    const svg = strip([
      ["1945/1949", "Short"],
      ["1990/1999", "An era at the end with a longer title"],
      ["1995/1996", long],
    ]);
    expect(svg).toContain("An era at the end with a longer title");
    expect(svg).not.toContain(long);
    expect(svg).toMatch(/A title that is about[^<]* …</);
  });

  test("writes before its bar what has no room after it", () => {
    const svg = strip([
      ["1945/1949", "Short"],
      ["1990/1999", "An era at the end with a longer title"],
    ]);
    expect(svg.match(/text-anchor="end"/g)).toHaveLength(1);
    expect(starts(svg)[1]).toBeGreaterThan(500);
  });

  test("moves many eras closer, and gives up where they would touch", () => {
    const eras = (count: number) =>
      Array.from({ length: count }, (_, i) => [`${1900 + i}/${1901 + i}`, `Era ${i}`] as const);
    const heightOf = (svg: string): number => Number(/viewBox="0 0 627 ([\d.]+)"/.exec(svg)?.[1]);
    expect(heightOf(strip(eras(24)))).toBeLessThan(440);
    expect(strip(eras(40))).toBe("");
  });

  test("needs two eras with a span", () => {
    expect(
      strip([
        ["1950", "One"],
        [undefined, "Two"],
      ]),
    ).toBe("");
  });

  test("escapes titles", () => {
    expect(
      strip([
        ["1950", "<b>"],
        ["1951", "&"],
      ]),
    ).toContain("&lt;b&gt;");
  });
});
