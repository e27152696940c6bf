import { expect, test } from "vitest";
import { crowded } from "../../scripts/checks/crowded.ts";
import type { Deck } from "../../scripts/model.ts";
import { gallery } from "../render/gallery.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const find = ({ eras, meta }: Deck) =>
  eras.flatMap((era) => era.slides.flatMap((slide) => crowded.ofSlide(slide, era, meta)));

test("a slide that says too much is a warning that says what to do", () => {
  const main = `<p>${"seven words make a line of text ".repeat(5)}</p>`;
  expect(find(makeLecture([makeEra("war", [makeSlide("war/one", { slots: { main } })])]).deck)).toEqual([]);
  expect(find(gallery.deck).map((problem) => problem.message)).toEqual([
    'the slide "long/text" has so much text that it is set in 20 px',
    'the slide "long/list" has so much text that it is set in 20 px',
    'the slide "long/columns" has so much text that it is set in 20 px',
  ]);
});
