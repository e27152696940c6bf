import { describe, expect, test } from "vitest";
import { splitFigure } from "../../scripts/render/figure.ts";
import { addClasses, aspectRatio, plainText, topLevel } from "../../scripts/render/html.ts";
import { headingStep, slideFit } from "../../scripts/render/rooms.ts";
import { spanInWords, spanInYears } from "../../scripts/render/span.ts";
import { cpuMs } from "../cpu.ts";

const fit = (mainHtml: string, more = {}) =>
  slideFit({
    layout: "text",
    heading: "A heading",
    mainHtml,
    columns: [],
    sources: 0,
    footnotes: 0,
    ...more,
  });
const words = (count: number): string =>
  `<p>${"seven words make a line of text ".repeat(Math.ceil(count / 7))}</p>`;

describe("the size of a slide's text", () => {
  test("is full size for a slide's worth of words, and never grows with more of them", () => {
    expect(fit(words(40))).toEqual({ step: 0, sizePx: 34, overflows: false });
    const sizes = [10, 40, 80, 120, 200, 400, 4000].map((count) => fit(words(count)).sizePx);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(fit(words(4000))).toEqual({ step: 5, sizePx: 16, overflows: true });
  });

  test("counts columns side by side, wide letters double, and a heading, sources and footnotes as lost room", () => {
    expect(fit("", { layout: "columns", columns: [words(60), words(60)] })).toEqual(
      fit("", { layout: "columns", columns: ["<p>x</p>", words(60)] }),
    );
    expect(fit(`<p>${"북".repeat(400)}</p>`).sizePx).toBeLessThan(fit(`<p>${"b".repeat(400)}</p>`).sizePx);
    expect(fit(words(110), { sources: 9, footnotes: 4 }).step).toBeGreaterThan(fit(words(110)).step);
  });

  test("costs little for a slide of a megabyte", async () => {
    const spent = await cpuMs(() => {
      expect(fit(words(160_000)).overflows).toBe(true);
      expect(fit(`<pre><code>${"x\n".repeat(500_000)}</code></pre>`).overflows).toBe(true);
      expect(topLevel(words(160_000))).toHaveLength(1);
    });
    expect(spent).toBeLessThan(5000);
  });

  test("makes long headings smaller", () => {
    expect([20, 90, 200, 400].map((length) => headingStep("text", "x".repeat(length)))).toEqual([0, 0, 1, 2]);
  });
});

describe("a figure slide's picture", () => {
  test.each([
    ['<svg viewBox="0 0 760 520"></svg>', "", "figure-alone"],
    [
      '<p>Words</p>\n<svg viewBox="0 0 760 520"><title>t</title></svg>\n<ul><li>more</li></ul>',
      "<p>Words</p>\n<ul><li>more</li></ul>",
      "figure-beside",
    ],
    [
      '<figure><img src="a.jpg" width="1200" height="300"></figure><p>Words</p>',
      "<p>Words</p>",
      "figure-under",
    ],
    ["<p>No picture</p>", "<p>No picture</p>", "figure-missing"],
  ])("%s", (html, wordsHtml, shape) => {
    expect(splitFigure(html)).toMatchObject({ wordsHtml, shape });
  });
});

test("fragments are split, read and marked without losing anything", () => {
  const html = '<p>a <b>b</b></p>loose<br><img src="x.png" alt="1 &gt; 0"><div><div>c</div></div>';
  expect(topLevel(html).map((part) => part.name)).toEqual(["p", "", "br", "img", "div"]);
  expect(
    topLevel(html)
      .map((part) => part.html)
      .join(""),
  ).toBe(html);
  expect(plainText("a &amp; b &#x41; &#66;&nbsp;<i>c</i> &unknown;")).toBe("a & b A B\u00a0c &unknown;");
  expect(
    addClasses(
      '<p id="a">x</p><g class="part" id="b"/>',
      new Map([
        ["a", "is-hidden"],
        ["b", "is-hidden"],
      ]),
    ),
  ).toBe('<p class="is-hidden" id="a">x</p><g class="part is-hidden" id="b"/>');
  expect(aspectRatio('<svg viewBox="-5 0 300 150">')).toBe(2);
  expect(aspectRatio("<p>none</p>")).toBeUndefined();
});

describe("an era's span", () => {
  test.each([
    ["1950-01/1953-07-27", "January 1950 to 27 July 1953", "1950–1953"],
    ["1945/1949", "1945 to 1949", "1945–1949"],
    ["1961", "1961", "1961"],
    ["195X", "1950s", "1950s"],
    ["1994/..", "from 1994", "1994–"],
    ["not a date", "not a date", ""],
  ])("%s", (span, inWords, inYears) => {
    expect(spanInWords(span, "en-GB")).toBe(inWords);
    expect(spanInYears(span)).toBe(inYears);
  });

  test("has the words of its language, and stays in digits where we have none", () => {
    expect(spanInWords("1950-01/1953-07-27", "de-CH")).toBe("Januar 1950 bis 27. Juli 1953");
    expect(spanInWords("1961-07-06/1961-07-11", "de")).toBe("6. bis 11. Juli 1961");
    expect(spanInWords("1950-01/1953-07-27", "fr")).toBe("1950-01/1953-07-27");
  });
});
