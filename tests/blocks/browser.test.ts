/** The drawings as a browser shows them, with the fonts that are shipped: words keep to the room that was measured for them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textWidth } from "../../scripts/blocks/text.ts";
import { sharedBrowser } from "../shared-browser.ts";
import { drawWell } from "./helper.ts";

const require = createRequire(import.meta.url);
const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/blocks/${name}.yaml`, import.meta.url), "utf8");
const template = (path: string): string =>
  readFileSync(new URL(`../../templates/${path}`, import.meta.url), "utf8");

function face(weight: number): string {
  const file = require.resolve(`@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2`);
  return `@font-face { font-family: "Source Sans 3"; font-weight: ${weight}; src: url(data:font/woff2;base64,${readFileSync(file).toString("base64")}); }`;
}

/** One line of text as the browser lays it out. */
interface ShownText {
  readonly text: string;
  readonly sizePx: number;
  readonly width: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

let reader: BrowserContext;
beforeAll(async () => {
  reader = await (await sharedBrowser()).createBrowserContext();
});
afterAll(async () => {
  await reader.close();
});

async function show(kind: string, name: string): Promise<ShownText[]> {
  const { svg } = await drawWell(kind, fixture(name));
  const page = await reader.newPage();
  await page.setContent(
    `<!doctype html><style>${face(400)}${face(600)}${template("themes/history/theme.css")}${template(`blocks/${kind}.css`)}</style>${svg}`,
  );
  const shown = (await page.evaluate(`document.fonts.ready.then(() =>
    [...document.querySelectorAll(".part text")].map((text) => {
      const { x, y, width, height } = text.getBBox();
      return { text: text.textContent, sizePx: Number(text.getAttribute("font-size")), x, y, width, height };
    }))`)) as ShownText[];
  await page.close();
  return shown.filter((line) => /^[\x20-\x7e\u00a0–é]+$/.test(line.text));
}

describe.each([
  ["map", "map-korea"],
  ["map", "map-journey"],
  ["timeline", "timeline-thirty"],
  ["timeline", "timeline-eras"],
  ["timeline", "timeline-lanes"],
])("%s %s in a browser", (kind, name) => {
  it("has words no wider than measured, and none on another", async () => {
    const shown = await show(kind, name);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter(({ text, sizePx, width }) => width > textWidth(text, sizePx) * 1.12)).toEqual([]);
    const pairs = shown.flatMap((a, i) => shown.slice(i + 1).map((b) => [a, b] as const));
    // Lines of one label stand close: the room above small letters does not count.
    const touching = pairs.filter(
      ([a, b]) =>
        a.x < b.x + b.width &&
        b.x < a.x + a.width &&
        a.y + a.height * 0.25 < b.y + b.height * 0.8 &&
        b.y + b.height * 0.25 < a.y + a.height * 0.8,
    );
    expect(touching).toEqual([]);
  });
});
