import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { accessibility, accessibilityPage } from "../../scripts/outputs/accessibility.ts";
import { accessibilityTexts, type Claim } from "../../scripts/outputs/accessibility/texts.ts";
import { assets } from "../../scripts/outputs/assets.ts";
import { read } from "../../scripts/outputs/read.ts";
import { sampleLecture } from "./sample-lecture.ts";
import { openStaging, type Staging } from "./staging.ts";

/** Where each claim of the page is tested. */
const TESTED: Readonly<Record<Claim, readonly string[]>> = {
  axe: ["browser/accessible.test.ts", "outputs/read.test.ts", "outputs/accessibility.test.ts"],
  keyboard: ["browser/keyboard.test.ts"],
  names: ["browser/spoken-tree.test.ts"],
  contrast: ["render/contrast.test.ts"],
  targets: ["browser/touch.test.ts"],
  captions: ["outputs/captions.test.ts"],
  descriptions: ["browser/describing.test.ts"],
  withoutScript: ["browser/without-javascript.test.ts"],
  pdf: ["outputs/handout.test.ts"],
};

const lectureIn = (language: string, contact?: string): Lecture => {
  const lecture = sampleLecture();
  const meta = { ...lecture.deck.meta, language, ...(contact !== undefined && { contact }) };
  return { ...lecture, deck: { ...lecture.deck, meta } };
};

describe("what is said", () => {
  test("every claim has its test, in both languages", () => {
    for (const language of ["en", "de"])
      expect(Object.keys(accessibilityTexts(language).claims)).toEqual(Object.keys(TESTED));
    const missing = Object.values(TESTED)
      .flat()
      .filter((path) => !existsSync(join(import.meta.dirname, "..", path)));
    expect(missing).toEqual([]);
  });

  test("names whom to write to, as a link where it is an address", () => {
    expect(accessibilityPage(lectureIn("en", "ada@example.org"), {})).toContain(
      'write to <a href="mailto:ada@example.org">ada@example.org</a>.',
    );
    expect(accessibilityPage(lectureIn("en", "https://example.org/ask"), {})).toContain(
      '<a href="https://example.org/ask">',
    );
    expect(accessibilityPage(lectureIn("en", "<Ada>, room 3"), {})).toContain(
      "write to &lt;Ada&gt;, room 3.",
    );
    expect(accessibilityPage(lectureIn("en"), {})).toContain("This lecture names no address.");
  });

  test("claims nothing of what the lecture lacks", () => {
    const { claims, limit } = accessibilityTexts("en");
    const silent = accessibilityPage(sampleLecture(), {});
    expect(silent).not.toContain(claims.captions);
    expect(silent).not.toContain(claims.descriptions);
    expect(silent).toContain(limit.silent);
    expect(silent).toContain(claims.contrast);
    const styled = accessibilityPage(sampleLecture(), { deckStyles: "p { color: pink }" });
    expect(styled).not.toContain(claims.contrast);
    expect(styled).toContain(limit.styles);
  });
});

describe("accessibility.html in a browser", () => {
  let staging: Staging;
  beforeAll(async () => {
    staging = await openStaging();
    await staging.make(assets, sampleLecture());
    await staging.make(read, sampleLecture());
  });
  afterAll(async () => {
    await staging.close();
  });

  test.each([
    ["en", 1280],
    ["de-AT", 390],
  ])("in %s, %i px wide, pleases axe and leads back", async (language, width) => {
    await staging.make(accessibility, lectureIn(language, "ada@example.org"));
    const browser = await staging.tools.openBrowser();
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800 });
    await page.goto(pathToFileURL(`${staging.folder}/accessibility.html`).href);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await page.evaluate("document.documentElement.lang")).toBe(language.slice(0, 2));
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
    );
    expect(await page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))")).toEqual(
      [],
    );
    await page.click('a[href="read.html"]');
    await page.waitForSelector('a[href="accessibility.html"]');
    await page.close();
  });
});
