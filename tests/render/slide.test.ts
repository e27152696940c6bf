import { describe, expect, test } from "vitest";
import type { Lecture, Slide } from "../../scripts/model.ts";
import { renderContext } from "../../scripts/render/context.ts";
import { renderSlide } from "../../scripts/render/slide.ts";
import { builtInTemplates, withDeckTemplates } from "../../scripts/render/templates.ts";
import { gallery, gallerySlides } from "./gallery.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const context = renderContext(gallery);
const render = (slide: Slide, meta: Partial<Lecture["deck"]["meta"]> = {}, era = {}): string =>
  renderSlide(
    slide,
    renderContext(makeLecture([makeEra(slide.fullId.split("/")[0] ?? "", [slide], era)], { meta })),
  );

describe("golden slides: one file for each slide of the gallery", () => {
  test.each(
    gallerySlides
      .filter((slide) => !slide.fullId.startsWith("long/"))
      .map((slide) => [slide.fullId, slide] as const),
  )("%s", async (name, slide) => {
    await expect(renderSlide(slide, context)).toMatchFileSnapshot(
      `../fixtures/slides/${name.replace("/", "--")}.html`,
    );
  });
});

test("the same slide gives the same bytes", () => {
  const again = renderContext(structuredClone({ ...gallery, sounds: [] }));
  for (const slide of gallerySlides) expect(renderSlide(slide, again)).toBe(renderSlide(slide, context));
});

test("nothing is styled inline and nothing runs: the site's policy would drop it", () => {
  const all = gallerySlides.map((slide) => renderSlide(slide, context)).join("\n");
  expect(all).not.toMatch(/\sstyle=|\son\w+=|<script|javascript:/i);
});

describe("words that look like markup are shown as words", () => {
  const nasty = `<script>alert("1")</script> & 'x'`;

  test("in what an author wrote", () => {
    const slide = makeSlide("war/one", { title: nasty, titleHtml: "Cleaned", layout: "era", account: "who" });
    const html = render(
      slide,
      { title: nasty, accounts: { who: nasty } },
      { title: nasty, places: [nasty], summary: nasty, span: nasty },
    );
    expect(html).not.toContain("<script>");
    expect(html.match(/&lt;script&gt;|&#60;script&#62;/g)?.length).toBeGreaterThanOrEqual(4);
  });

  test("in a value and a name of a data-* setting", () => {
    const slide = makeSlide("war/one", {
      settings: { "data-x": `"><script>`, 'data-"><script>': "y", other: "kept out" },
    });
    const html = render(slide);
    expect(html).toContain('data-x="&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("kept out");
  });

  test("in a made title slide and its credits", () => {
    const lecture = makeLecture([], {
      meta: { title: nasty, subtitle: nasty, authors: [{ name: nasty }], license: nasty },
      credits: [{ title: nasty, source: nasty, license: nasty, note: nasty, kind: "works" }],
    });
    const made = (kind: "title" | "credits") =>
      renderSlide({ kind, fullId: `front/${kind}`, title: nasty }, renderContext(lecture));
    expect(made("title") + made("credits")).not.toContain("<script>");
  });
});

describe("steps", () => {
  const slide = makeSlide("war/steps", {
    slots: { main: '<ul><li id="war--steps--a">A</li><li class="x" id="war--steps--b">B</li></ul>' },
    waiting: ["war--steps--a", "war--steps--b"],
    steps: [
      { action: "show", target: "war--steps--a" },
      { action: "focus", target: "war--steps--a" },
      { action: "show", target: "war--steps--b" },
      { action: "hide", target: "war--steps--a" },
    ],
  });

  test("a slide opens with its waiting elements hidden", () => {
    const html = render(slide);
    expect(html).toContain('<li class="is-hidden" id="war--steps--a">');
    expect(html).toContain('<li class="x is-hidden" id="war--steps--b">');
  });

  test("paper shows the end, without a focus", () => {
    const html = renderSlide(slide, renderContext(makeLecture([makeEra("war", [slide])])), "final");
    expect(html).toContain('<li class="is-hidden" id="war--steps--a">');
    expect(html).toContain('<li class="x" id="war--steps--b">');
    expect(html).not.toContain("is-focused");
  });
});

describe("sources at the foot", () => {
  const cited = (shortHtml: string, locator?: string): string => {
    const at = { file: "a.md", line: 1, column: 1 };
    const slide = makeSlide("war/one", {
      citations: [{ key: "k", at, ...(locator === undefined ? {} : { locator }) }],
    });
    const bibliography = [{ key: "k", bibliographyHtml: "", noteHtml: "", shortHtml }];
    return renderSlide(slide, renderContext(makeLecture([makeEra("war", [slide])], { bibliography })));
  };

  test.each([
    ["Lankov, <em>Crisis</em>.", "p. 12", "Lankov, <em>Crisis</em>, 12."],
    ["Radchenko, “Putin and Kim.”", "pp. 3–4", "Radchenko, “Putin and Kim,” 3–4."],
    [
      "Weathersby, <em>“Should We Fear This?”</em>",
      "ch. 2",
      "Weathersby, <em>“Should We Fear This?”</em>, ch. 2.",
    ],
    ["Lankov, <em>Crisis</em>.", undefined, "Lankov, <em>Crisis</em>."],
  ])("%s with %s", (short, locator, expected) => {
    expect(cited(short, locator)).toContain(
      `<li id="war--one--source-1"><span class="source-number">1</span> ${expected}</li>`,
    );
  });

  test("a source that the bibliography lacks is named by its key", () => {
    const at = { file: "a.md", line: 1, column: 1 };
    expect(render(makeSlide("war/one", { citations: [{ key: "lost-1950", at }] }))).toContain("lost-1950");
  });
});

describe("templates", () => {
  test("a field that does not exist is an error, not a blank", async () => {
    const templates = await withDeckTemplates(
      new Map([["templates/layouts/text.hbs", "<p>{{headnig}}</p>"]]),
    );
    const slide = makeSlide("war/one");
    const lecture = makeLecture([makeEra("war", [slide])]);
    expect(() => renderSlide(slide, renderContext(lecture, templates))).toThrow(/headnig/);
  });

  test("a trusted deck's own templates stand in for ours, partials included", async () => {
    const templates = await withDeckTemplates(
      new Map([
        ["templates/partials/foot.hbs", "<footer>{{account}} by the deck</footer>"],
        ["templates/elsewhere.hbs", "ignored"],
      ]),
    );
    const slide = makeSlide("war/one", { account: "record" });
    const html = renderSlide(slide, renderContext(makeLecture([makeEra("war", [slide])]), templates));
    expect(html).toContain("<footer>record by the deck</footer>");
    expect(Object.keys(templates.layouts)).toEqual(Object.keys(builtInTemplates.layouts));
  });

  test("a malformed template says which one it is", async () => {
    const broken = new Map([["templates/layouts/quote.hbs", "{{#if x}}"]]);
    await expect(withDeckTemplates(broken)).rejects.toThrow(/templates\/layouts\/quote\.hbs: .*line 1/s);
  });

  test("a layout without a template is a bug, and says so", () => {
    expect(() => render(makeSlide("war/one", { layout: "nowhere" }))).toThrow(
      /no template for the layout "nowhere"/,
    );
  });
});

test("credits beyond what the smallest type holds scroll, and are within reach of the keyboard", () => {
  const drawn = (count: number): string => {
    const credits = Array.from({ length: count }, (_, n) => ({
      kind: "pictures" as const,
      title: `Photograph of a parade in Pyongyang, number ${n}`,
      author: "Some photographer",
      license: "CC-BY-4.0",
    }));
    const context = renderContext(makeLecture([], { credits }));
    return renderSlide({ kind: "credits", fullId: "back/credits", title: "Credits" }, context);
  };
  const scrolls = (html: string) => [/class="[^"]* is-overfull"/.test(html), html.includes('tabindex="0"')];
  expect(scrolls(drawn(20))).toEqual([false, false]);
  expect(scrolls(drawn(60))).toEqual([true, true]);
});
