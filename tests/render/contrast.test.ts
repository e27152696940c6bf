import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { themes } from "../../scripts/render/themes.ts";

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const channels = (hex: string): number[] =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);

/** Oklab (Ottosson 2020): distances in it are close to differences that people see; 0.02 is about the least noticeable. */
function oklab(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = channels(hex).map((c) =>
    c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const difference = (a: string, b: string): number => {
  const other = oklab(b);
  return Math.hypot(...oklab(a).map((value, i) => value - (other[i] ?? 0)));
};

describe.each(themes)("the colours of the theme $name", ({ name, accents }) => {
  const css = readFileSync(new URL(`../../templates/themes/${name}/theme.css`, import.meta.url), "utf8");
  const token = (selector: string, property: string): string => {
    const block = css.slice(css.indexOf(`${selector} {`), css.indexOf("}", css.indexOf(`${selector} {`)));
    return new RegExp(`${property}: (#[0-9a-f]{6});`).exec(block)?.[1] ?? `no ${property} in ${selector}`;
  };
  const paper = token(":root", "--paper");
  const eras = Array.from({ length: accents }, (_, i) => `[data-era-index="${i}"]`);

  test("text, quiet or not, stands out 7:1 from the paper and from every tint", () => {
    for (const background of [paper, ...eras.map((era) => token(era, "--accent-soft"))]) {
      for (const text of ["--ink", "--quiet"]) {
        expect(contrast(token(":root", text), background), `${text} on ${background}`).toBeGreaterThanOrEqual(
          7,
        );
      }
    }
  });

  test("every era's accent can be text of any size", () => {
    expect(eras.length).toBeGreaterThanOrEqual(9);
    for (const era of [":root", ...eras]) {
      const accent = token(era, "--accent");
      expect(contrast(accent, paper), `${era} on paper`).toBeGreaterThanOrEqual(7);
      expect(contrast(accent, token(era, "--accent-soft")), `${era} on its tint`).toBeGreaterThanOrEqual(7);
    }
  });

  test("no two accents look alike, and neighbours least of all", () => {
    const colours = eras.map((era) => token(era, "--accent"));
    for (const [i, a] of colours.entries()) {
      for (const [j, b] of colours.entries()) {
        if (j <= i) continue;
        expect(difference(a, b), `eras ${i} and ${j}`).toBeGreaterThan(j === i + 1 ? 0.09 : 0.045);
      }
    }
  });

  test("nothing is coloured outside the tokens", () => {
    const rules = css.slice(css.indexOf("/* ── The page"));
    expect(rules.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)).toBeNull();
  });
});
