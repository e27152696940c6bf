/** What a lecture says of whose its parts are: to those who look, and to machines. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../scripts/io/browser.ts";
import { makeHome, type Home } from "../cli/helper.ts";

const TITLE = "Borrowed </script> slides";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>';
const DECK = {
  "deck.yaml": `title: "${TITLE}"
language: en
authors: [Ada Lim]
license: CC-BY-SA-4.0
url: https://example.org/borrowed/
sources: sources.json
credits:
  - title: Korea, a short history
    author: Mina Park
    source: https://example.org/korea/
    license: CC-BY-4.0
    changes: ${"shortened, and its maps drawn anew; ".repeat(6)}
    slides: [war/telegram]
`,
  "sources.json": JSON.stringify(
    [1, 2, 3, 4].map((n) => ({
      id: `s${n}`,
      type: "book",
      title: `A history in ${n} volumes`,
      author: [{ family: "Park", given: "M." }],
    })),
  ),
  "01-war.md": `## A telegram {#telegram}

- Pleading [@s1] [@s2] [@s3]
- Consent [@s4][^1]

${"A paragraph that fills the slide with so many words that no line is left. ".repeat(9)}

![Relief](media/relief.svg)

[^1]: A footnote.
`,
  "media/relief.svg": SVG,
  "media/relief.svg.credit.yaml":
    "title: Relief\nauthor: T. Patterson\nsource: https://example.org/relief\nlicense: CC0-1.0\n",
};

let home: Home;
let browser: Browser;
beforeAll(async () => {
  home = await makeHome();
  await home.write("talk", DECK);
  const { code, stderr } = await home.run("build", "talk", "--no-audio", "--only", "site");
  if (code !== 0) throw new Error(stderr);
  browser = await openBrowser({ cacheFolder: join(home.folder, "cache") });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await home.remove();
});

/** Opens a page of the site; `violations` are those of its content security policy. */
async function open(
  file: string,
  fragment = "",
): Promise<{ page: Page; violations: () => Promise<string[]> }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violations: seen });
    document.addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective }) => void seen.push(violatedDirective),
    );
  });
  await page.goto(pathToFileURL(join(home.folder, "dist", file)).href + fragment);
  return {
    page,
    violations: () => page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations),
  };
}

describe.each(["index.html", "read.html"])("%s", (file) => {
  it("holds schema.org data that a strict policy lets stand", async () => {
    const { page, violations } = await open(file);
    const blocks = await page.$$eval('script[type="application/ld+json"]', (all) =>
      all.map((one) => one.textContent ?? ""),
    );
    expect(blocks).toHaveLength(1);
    expect(JSON.parse(blocks[0] ?? "")).toMatchObject({
      "@context": "https://schema.org",
      "@type": "LearningResource",
      name: TITLE,
      license: "https://creativecommons.org/licenses/by-sa/4.0/",
      isBasedOn: { name: "Korea, a short history", license: "https://creativecommons.org/licenses/by/4.0/" },
      hasPart: { name: "Relief", license: "https://creativecommons.org/publicdomain/zero/1.0/" },
    });
    expect(await violations()).toEqual([]);
    await page.close();
  });

  it("says in ccREL under which licence it stands and who is to be named", async () => {
    const { page } = await open(file);
    const own = await page.$$eval('[rel~="license"]', (links) =>
      links.map((link) => ({
        href: link.getAttribute("href"),
        about: link.closest("[about]")?.getAttribute("about"),
        prefix: link
          .closest("[prefix]")
          ?.getAttribute("prefix")
          ?.includes("cc: http://creativecommons.org/ns#"),
        name: link.closest("[about]")?.querySelector('[property="cc:attributionName"]')?.textContent,
        url: link.closest("[about]")?.querySelector('[rel~="cc:attributionURL"]')?.getAttribute("href"),
      })),
    );
    expect(own).toEqual([
      {
        href: "https://creativecommons.org/licenses/by-sa/4.0/",
        about: "",
        prefix: true,
        name: "Ada Lim",
        url: "https://example.org/borrowed/",
      },
    ]);
    await page.close();
  });
});

it("marks each credit of the text with its own licence, source and author, and not with the lecture's", async () => {
  const { page } = await open("read.html");
  const marked = await page.$$eval('[about^="#--credit-"]', (credits) =>
    credits.map((credit) => ({
      itself: credit.id === credit.getAttribute("about")?.slice(1),
      title: credit.querySelector('[property="dcterms:title"]')?.textContent,
      name: credit.querySelector('[property="cc:attributionName"]')?.textContent,
      source: credit.querySelector('[rel~="dcterms:source"]')?.getAttribute("href"),
      license: credit.querySelector('[rel="xhv:license"]')?.getAttribute("href"),
    })),
  );
  expect(marked.slice(0, 2)).toEqual([
    {
      itself: true,
      title: "Korea, a short history",
      name: "Mina Park",
      source: "https://example.org/korea/",
      license: "https://creativecommons.org/licenses/by/4.0/",
    },
    {
      itself: true,
      title: "Relief",
      name: "T. Patterson",
      source: "https://example.org/relief",
      license: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
  ]);
  await page.close();
});

it("says beneath the adapted slide in the text what it is adapted from, and links to it once", async () => {
  const { page } = await open("read.html");
  const line = await page.$eval('[about="#war--telegram"]', (link) => ({
    href: link.getAttribute("href"),
    rel: link.getAttribute("rel"),
    text: link.parentElement?.textContent?.slice(0, 66),
    links: document.querySelectorAll(`.notes a[href="${link.getAttribute("href") ?? ""}"]`).length,
  }));
  expect(line).toEqual({
    href: "https://example.org/korea/",
    rel: "dcterms:source",
    text: "Adapted from Korea, a short history by Mina Park, CC BY 4.0. Chang",
    links: 1,
  });
  await page.close();
});

it("says it at the foot of the slide, under sources and footnotes and clear of everything", async () => {
  const { page } = await open("index.html", "#/war/telegram");
  await page.locator("::-p-aria(Start silent, with captions)").click();
  const foot = await page.waitForSelector('.slides [data-slide="war/telegram"] .slide-adapted');
  const boxes = await foot?.evaluate((line) => {
    const slide = line.closest(".slide");
    const box = (selector: string) => {
      const { top, bottom } = slide?.querySelector(selector)?.getBoundingClientRect() ?? {
        top: NaN,
        bottom: NaN,
      };
      return { top, bottom };
    };
    const { top, bottom } = slide?.getBoundingClientRect() ?? { top: NaN, bottom: NaN };
    return {
      slide: { top, bottom },
      content: box(".content"),
      sources: box(".slide-sources"),
      footnotes: box(".slide-footnotes"),
      adapted: box(".slide-adapted"),
    };
  });
  if (boxes === undefined) throw new Error("the line is there");
  expect(boxes.content.bottom).toBeLessThanOrEqual(boxes.sources.top + 0.5);
  expect(boxes.sources.bottom).toBeLessThanOrEqual(boxes.footnotes.top + 0.5);
  expect(boxes.footnotes.bottom).toBeLessThanOrEqual(boxes.adapted.top + 0.5);
  expect(boxes.adapted.bottom).toBeLessThanOrEqual(boxes.slide.bottom);
  await page.close();
});
