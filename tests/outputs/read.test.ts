import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assets } from "../../scripts/outputs/assets.ts";
import { articleOf, type Article } from "../../scripts/outputs/handout/article.ts";
import { backdropRules, cssString, pageRules } from "../../scripts/outputs/handout/page-rules.ts";
import { htmlOf } from "../../scripts/outputs/handout/document.ts";
import { study } from "../../scripts/outputs/handout/profiles/study.ts";
import { settingsOf } from "../../scripts/outputs/handout/settings.ts";
import { read } from "../../scripts/outputs/read.ts";
import { sampleLecture, slide } from "./sample-lecture.ts";
import { openStaging, type Staging } from "./staging.ts";

const lecture = sampleLecture();
const settings = settingsOf(lecture.deck.meta, "study", study.defaults);
const readPage = (article: Article): string =>
  htmlOf(study, { article, settings, lecture }, { stylesheet: "assets/read.css" });
const html = readPage(articleOf(lecture));
/** The page without its pictures of slides. */
const text = html.replace(
  /<div class="sheet[^"]*" aria-hidden="true">[\s\S]*?<\/section><\/div><\/div>/g,
  "",
);

describe("read.html", () => {
  test("has one H1 and skips no heading level", () => {
    const levels = [...text.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    expect(levels).toContain(3);
  });

  test("runs no script on paper, and its policy says so", () => {
    expect(html).not.toContain("<script");
    expect(html).toContain(
      `content="default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"`,
    );
  });

  test("leads nowhere that is not there, and gives no place two meanings", () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = [...html.matchAll(/\shref="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(targets).toContain("beginnings--names--source-1");
  });

  test("keeps the lecturer's notes private", () => {
    expect(html).not.toContain("PRIVATE-NOTE");
  });

  test("describes each slide as it is at its end, without its heading", () => {
    const alternatives = articleOf(lecture).eras[0]?.parts.map(({ picture }) => picture.alternative);
    expect(alternatives).toEqual([
      "Beginnings",
      "김일성, Kim Il Sung. Эдуард Шевардназде, forty years later.",
      "Picture: A line from Seoul to Pyongyang.",
      "Only to be looked at.",
    ]);
  });

  test("puts drawings over the whole measure, and slides without words in a row", () => {
    expect(articleOf(lecture).eras[0]?.parts.map(({ shape }) => shape)).toEqual([
      "beside",
      "beside",
      "wide",
      "alone",
    ]);
  });

  test("counts eras as their files do, and neither an opening nor a closing", () => {
    const [first, second] = lecture.deck.eras;
    if (first === undefined || second === undefined) throw new Error("the sample has two eras");
    const eras = [
      { ...second, id: "before", number: 0 },
      { ...first, id: "war", number: 1 },
      { ...second, id: "after", number: 2 },
    ];
    const page = readPage(articleOf({ ...lecture, deck: { ...lecture.deck, eras } }));
    expect([...page.matchAll(/<p class="opening-number">([^<]*)/g)].map(([, label]) => label)).toEqual([
      "Era 1",
    ]);
    const plain = readPage(
      articleOf({ ...lecture, deck: { ...lecture.deck, eras: [second, { ...second, id: "other" }] } }),
    );
    expect([...plain.matchAll(/<p class="opening-number">([^<]*)/g)].map(([, label]) => label)).toEqual([
      "Era 1",
      "Era 2",
    ]);
  });

  test("makes a slide's links text and names them under the picture", () => {
    const table = articleOf(lecture).eras[1]?.parts[1];
    expect(table?.picture.html).not.toContain("<a ");
    expect(table?.picture.links).toEqual([{ href: "https://example.org/treaty", text: "the treaty" }]);
    expect(text).toContain('<a href="https://example.org/treaty">the treaty</a>');
  });

  test("shows what reveal.js draws behind a slide, and lets no setting end a rule", () => {
    const [era] = lecture.deck.eras;
    if (era === undefined) throw new Error("the sample has eras");
    const withBackground = (settings: Record<string, string>): Article =>
      articleOf({
        ...lecture,
        deck: { ...lecture.deck, eras: [{ ...era, slides: [slide(era.id, "b", { settings })] }] },
      });
    const good = withBackground({
      "data-background-color": "#123456",
      "data-background-image": "assets/a%22b.jpg",
      "data-background-opacity": "0.4",
    });
    expect(backdropRules(good)).toContain(".backdrop-1 { background: #123456; }");
    expect(backdropRules(good)).toContain("object-fit: cover; opacity: 0.4;");
    expect(readPage(good)).toContain('<img class="backdrop" src="assets/a%22b.jpg" alt="">');
    const bad = withBackground({
      "data-background-color": "red} body {display: none",
      "data-background-opacity": "1; }",
    });
    expect(backdropRules(bad)).toBe(".backdrop-1 > .backdrop { object-fit: cover; opacity: 1; }");
  });

  test("joins sentences to paragraphs and drops no mark", () => {
    expect(articleOf(lecture).eras[0]?.parts[1]?.paragraphsHtml).toHaveLength(2);
    expect(text).toContain('<em lang="ko">김일성</em>, was thirty-three.<sup><a class="cite"');
  });

  test("escapes what authors write into text and into page rules", () => {
    expect(text).toContain("Then &lt;and&gt; <em>now</em>");
    expect(text).toContain("“friends” &amp; neighbours");
    expect(cssString('a "b" \\ </style>\n')).toBe('"a \\22 b\\22  \\5c  \\3c /style\\3e \\a "');
    expect(pageRules(articleOf(lecture), { paper: "Letter" })).toContain("size: 215.9mm 279.4mm");
  });
});

describe("read.html in a browser", () => {
  let staging: Staging;
  beforeAll(async () => {
    staging = await openStaging();
    await staging.make(assets, lecture);
    await staging.make(read, lecture);
  });
  afterAll(async () => {
    await staging.close();
  });

  test.each([320, 390, 820, 1400])("fits a window %i px wide and pleases axe", async (width) => {
    const browser = await staging.tools.openBrowser();
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("requestfailed", (request) => problems.push(request.url()));
    await page.setViewport({ width, height: 800 });
    await page.goto(pathToFileURL(`${staging.folder}/read.html`).href);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(problems).toEqual([]);

    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"),
    );
    const violations = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
    );
    expect(violations).toEqual([]);
    await page.close();
  });

  test("shows and prints one era alone where the address asks for it, without script", async () => {
    const [era, other] = lecture.deck.eras;
    const browser = await staging.tools.openBrowser();
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    const address = pathToFileURL(`${staging.folder}/read.html`).href;
    const printed = async (fragment: string) => {
      await page.goto("about:blank");
      await page.goto(`${address}${fragment}`);
      const bytes = await page.pdf({ preferCSSPageSize: true });
      const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
      const numbers = Array.from({ length: pdf.numPages }, (_, number) => number + 1);
      const pages = await Promise.all(numbers.map(async (n) => (await pdf.getPage(n)).getTextContent()));
      const texts = pages.flatMap(({ items }) => items.map((item) => ("str" in item ? item.str : "")));
      return { count: pages.length, text: texts.join(" ").replace(/\s+/g, " ") };
    };
    const whole = await printed("");
    const one = await printed(`#--only--${era?.id}`);
    expect(whole.text).toContain(other?.title);
    expect(one.text).toContain(era?.title);
    expect(one.text).toContain("Eduard Shevardnadze");
    for (const elsewhere of [other?.title, "Contents", "Credits and licence", "is shown here"])
      expect(one.text).not.toContain(elsewhere);
    expect(one.count).toBeLessThan(whole.count - 2);
    await page.close();
  });

  test("prints at a press of its button; without script, a line says how to", async () => {
    const browser = await staging.tools.openBrowser();
    const page = await browser.newPage();
    await page.evaluateOnNewDocument("window.print = () => (document.title = 'printed')");
    const address = pathToFileURL(`${staging.folder}/read.html`).href;
    await page.goto(address);
    await page.click("#print");
    expect(await page.title()).toBe("printed");
    expect(await page.evaluate("document.querySelector('#how-to-print').checkVisibility()")).toBe(false);

    await page.setJavaScriptEnabled(false);
    await page.goto(address);
    expect(await page.$eval("#how-to-print", (line) => line.checkVisibility())).toBe(true);
    expect(await page.$eval("#print", (button) => button.checkVisibility())).toBe(false);
    await page.close();
  });

  test("shows every slide whole, scaled to its frame", async () => {
    const browser = await staging.tools.openBrowser();
    const page = await browser.newPage();
    await page.setViewport({ width: 1400, height: 800 });
    await page.goto(pathToFileURL(`${staging.folder}/read.html`).href);
    const differences = await page.evaluate(`[...document.querySelectorAll(".picture")].map((picture) => {
      const frame = picture.getBoundingClientRect(), slide = picture.querySelector(".slide").getBoundingClientRect();
      return Math.max(Math.abs(frame.width - 2 - slide.width), Math.abs(frame.height - 2 - slide.height));
    })`);
    expect(differences).toHaveLength(7);
    for (const difference of differences as number[]) expect(difference).toBeLessThan(1);
    await page.close();
  });
});
