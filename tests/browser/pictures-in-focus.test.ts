import { expect, test } from "vitest";
import { tonesLecture } from "./fixture.ts";
import { seekTo, useSite } from "./helper.ts";

const PICTURE = `<svg viewBox="0 0 200 100" role="img" aria-label="Two boxes">
  <rect width="200" height="100" fill="none"/>
  <g id="war--telegram--pleading"><path d="M0 0h90v90z"/><text y="50">Kim</text></g>
  <g id="war--telegram--consent"><path d="M110 0h90v90z"/><text x="110" y="50">Stalin</text></g>
</svg>`;

const site = useSite(async () => {
  const lecture = await tonesLecture();
  const eras = lecture.deck.eras.map((era) => ({
    ...era,
    slides: era.slides.map((slide) =>
      slide.id === "telegram" ? { ...slide, slots: { ...slide.slots, main: PICTURE } } : slide,
    ),
  }));
  return { ...lecture, deck: { ...lecture.deck, eras } };
});

test("in an author's own picture the other named parts step back, their words less, and no box is drawn", async () => {
  const { page } = await site.open();
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  await page.click("#start-silent");
  await page.click("#play");
  const look = (ms: number) =>
    seekTo(page, ms).then(() =>
      page.evaluate(() => {
        const style = (selector: string) =>
          getComputedStyle(document.querySelector(`.present > .present ${selector}`) ?? document.body);
        return {
          ground: style("svg > rect").opacity,
          focused: style("#war--telegram--pleading path").opacity,
          box: style("#war--telegram--pleading").outlineStyle,
          other: Number(style("#war--telegram--consent path").opacity),
          words: style("#war--telegram--consent text").opacity,
          sameInk: style("#war--telegram--consent text").fill === style("#war--telegram--pleading text").fill,
        };
      }),
    );
  // Focus comes at 1.5 s, and goes with the next slide.
  expect(await look(1_100)).toMatchObject({ focused: "1", other: 1, sameInk: true });
  expect(await look(2_500)).toEqual({
    ground: "1",
    focused: "1",
    box: "none",
    other: 0.36,
    words: "1",
    sameInk: false,
  });
});
