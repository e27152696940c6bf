import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sharedBrowser } from "../shared-browser.ts";
import { fontFamilies } from "../../scripts/render/fonts.ts";
import { overflowScript } from "../../scripts/render/overflow.ts";
import { gallerySlides } from "./gallery.ts";
import { writeGallery } from "./gallery-page.ts";

describe("the gallery in a browser", () => {
  let folder: string;
  let reader: BrowserContext;
  let page: Page;
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lanternist-gallery-"));
    reader = await (await sharedBrowser()).createBrowserContext();
    page = await reader.newPage();
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(pathToFileURL(await writeGallery(folder)).href);
    await page.evaluate("document.fonts.ready.then(() => undefined)");
  });

  afterAll(async () => {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("shows every slide at 1280 by 720, asks for nothing from elsewhere and breaks no rule of the site's policy", async () => {
    const sizes = await page.$$eval(".slide", (slides) =>
      slides.map((slide) => `${slide.clientWidth}x${slide.clientHeight}`),
    );
    expect(sizes).toEqual(gallerySlides.map(() => "1280x720"));
    expect(requests.filter((url) => !url.startsWith(pathToFileURL(folder).href))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("draws every letter with a font that it ships", async () => {
    const session = await page.createCDPSession();
    await session.send("DOM.enable");
    await session.send("CSS.enable");
    const { root } = await session.send("DOM.getDocument", { depth: -1 });
    const { nodeIds } = await session.send("DOM.querySelectorAll", {
      nodeId: root.nodeId,
      selector: ".slide *",
    });
    const used = new Map<string, boolean>();
    for (const nodeId of nodeIds) {
      const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
      for (const font of fonts) used.set(font.familyName, font.isCustomFont);
    }
    expect([...used].filter(([, shipped]) => !shipped)).toEqual([]);
    // Static cuts of a weight may carry it in their family's name.
    const families = [...used.keys()].map((name) => name.replace(/( ExtraLight| SemiBold)+$/, ""));
    expect([...new Set(families)].sort()).toEqual(fontFamilies.map((family) => family.name).sort());
  });

  test("loses nothing of slides that are long: their type is smaller", async () => {
    expect(await page.evaluate(overflowScript)).toEqual([]);
    const sizeOf = (id: string) =>
      page.evaluate(`Number.parseFloat(getComputedStyle(document.querySelector("#${id} .slot")).fontSize)`);
    expect(await sizeOf("permission--telegram")).toBe(34);
    expect(await sizeOf("long--text")).toBeLessThan(28);
  });

  test("finds a slide that overflows, scaled or not, and says what is cut off", async () => {
    const grown = (scale: number) => `(() => {
      const slide = document.querySelector("#permission--telegram");
      slide.style.transform = "scale(${scale})";
      slide.querySelector(".slot").style.fontSize = "90px";
      const found = ${overflowScript};
      slide.removeAttribute("style");
      slide.querySelector(".slot").removeAttribute("style");
      return found;
    })()`;
    const whole = await page.evaluate(grown(1));
    expect(whole).toMatchObject([
      { slide: "permission/telegram", text: expect.stringContaining("Consent"), byPx: expect.any(Number) },
    ]);
    expect(await page.evaluate(grown(0.5))).toEqual(whole);
  });

  test("hides waiting elements without moving the others, and marks the focused one", async () => {
    const items = "[...document.querySelectorAll('#long--steps li')]";
    const visible = await page.evaluate(`${items}.map((item) => getComputedStyle(item).visibility)`);
    const tops = await page.evaluate(
      `${items}.map((item, i, all) => item.offsetTop - (all[i - 1] ?? all[0]).offsetTop)`,
    );
    expect(visible).toEqual(["visible", "visible", "hidden"]);
    expect(tops).toEqual([0, expect.any(Number), (tops as number[])[1]]);
    const mark = await page.evaluate(
      `getComputedStyle(document.querySelector("#long--steps .is-focused"), "::before").borderLeftWidth`,
    );
    expect(mark).toBe("4px");
  });

  test("moves nothing for those who ask for less motion", async () => {
    await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
    const durations = await page.evaluate(
      `[...new Set([...document.querySelectorAll(".slide [id]")].map((element) => getComputedStyle(element).transitionDuration))]`,
    );
    expect(durations).toEqual(["0s"]);
    await page.emulateMediaFeatures([]);
  });

  test("breaks lines the same in a small box as at full size", async () => {
    const lines = `[...document.querySelectorAll(".slide p, .slide li, .slide h2")].map((block) => block.offsetHeight).join()`;
    const full = await page.evaluate(lines);
    await page.evaluate(`for (const slide of document.querySelectorAll(".slide")) {
      const box = document.createElement("div");
      box.style.cssText = "width:384px;height:216px;contain:strict";
      slide.before(box);
      box.append(slide);
      slide.style.cssText = "transform:scale(0.3);transform-origin:0 0";
    }`);
    expect(await page.evaluate(lines)).toBe(full);
  });
});
