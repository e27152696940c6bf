import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blockKinds } from "../../scripts/blocks/index.ts";

const read = (path: string): string =>
  readFileSync(new URL(`../../templates/${path}`, import.meta.url), "utf8");

/** WCAG 2.2, "contrast ratio" of two colours `#rrggbb`. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, bl = 0] = [1, 3, 5]
      .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const theme = read("themes/history/theme.css");
const map = read("blocks/map.css");
const all = (css: string, property: string): string[] =>
  [...css.matchAll(new RegExp(`${property}: (?:var\\([^,]+, )?(#[0-9a-f]{6})`, "g"))].map(
    (match) => match[1] ?? "",
  );
const first = (css: string, property: string): string => all(css, property)[0] ?? "missing";

describe("colours of blocks", () => {
  const grounds = [first(map, "--map-land"), first(map, "--map-sea")];

  it.each(grounds)("words stand out 7:1 from %s", (ground) => {
    expect(contrast(first(theme, "--ink"), ground)).toBeGreaterThanOrEqual(7);
  });

  it.each([...grounds, first(theme, "--paper"), ...all(theme, "--accent-soft")])(
    "words that step back still stand out 4.5:1 from %s",
    (ground) => {
      expect(contrast(first(theme, "--stepped-back"), ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(grounds)("lines, marks and every era's accent stand out 3:1 from %s", (ground) => {
    const lines = [first(theme, "--ink"), first(map, "--map-coast"), ...all(theme, "--accent")];
    expect(lines.length).toBeGreaterThan(9);
    expect(Math.min(...lines.map((line) => contrast(line, ground)))).toBeGreaterThanOrEqual(3);
  });

  it("land and sea differ in grey too, for paper without colours", () => {
    const [land = "", sea = ""] = grounds;
    expect(contrast(land, sea)).toBeGreaterThan(1.15);
  });

  it.each(blockKinds)("%s has no other colours than the theme's", (kind) => {
    const css = read(`blocks/${kind}.css`).replaceAll(/--map-\w+: var\(--\w+, #[0-9a-f]{6}\);/g, "");
    expect(css).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl|\bwhite\b|\bblack\b/);
  });
});
