import { expect, test } from "vitest";
import { creditsOf } from "../../scripts/credits/owed.ts";
import type { DeckMeta, Slide, VoiceInfo } from "../../scripts/model.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const SILENT: VoiceInfo = { adapter: "silent", title: "No voice", synthetic: false };
const FLITE: VoiceInfo = {
  adapter: "flite",
  title: "CMU Flite, voice rms",
  synthetic: true,
  credit: { title: "CMU Flite", author: "Carnegie Mellon University", license: "LicenseRef-Flite" },
};
const RECORDED: VoiceInfo = { adapter: "recordings", title: "Recorded voice", synthetic: false };

/** Kinds and titles of what a lecture with one slide owes. */
function owed(meta: Partial<DeckMeta>, slide: Partial<Slide> = {}, voice = SILENT): string[] {
  const { deck } = makeLecture([makeEra("war", [makeSlide("war/one", slide)])], { meta });
  return creditsOf({ deck, bibliography: [], voice }).map(({ kind, title }) => `${kind}: ${title}`);
}
const FONTS = ["fonts: Source Serif 4", "fonts: Source Sans 3"];
const MAP = { slots: { main: '<svg class="block block-map"></svg>' } };

test("credits stand by kind, the author's before the program's", () => {
  const credits = [
    { title: "Ada speaks", files: ["recordings/war/one.wav"] },
    { title: "Parade", files: ["media/parade.jpg"] },
    { title: "March", files: ["media/march.mp3"] },
    { title: "A bibliography", files: ["sources.json"] },
    { title: "A lecture", slides: ["war/one"] },
    { title: "An essay" },
  ];
  expect(owed({ credits }, MAP, FLITE)).toEqual([
    "works: An essay",
    "slides: A lecture",
    "pictures: Parade",
    "data: A bibliography",
    "data: The coastlines and borders of the maps",
    ...FONTS,
    "voices: Ada speaks",
    "voices: March",
    "voices: CMU Flite, voice rms",
  ]);
});

test("fonts are owed where the lecture shows what they draw", () => {
  expect(owed({}, { slots: { main: "<p>김일성 <code>ls</code></p>" } })).toEqual([
    ...FONTS,
    "fonts: Source Code Pro",
    "fonts: Gowun Batang",
  ]);
});

test("what the author credits by its address is not credited again", () => {
  const credits = [{ title: "Natural Earth's rivers", source: "http://www.naturalearthdata.com/" }];
  expect(owed({ credits }, MAP)).toEqual(["works: Natural Earth's rivers", ...FONTS]);
});

test("the program's own words are in the lecture's language", () => {
  expect(owed({ language: "de" }, MAP)[0]).toBe("data: Küsten und Grenzen der Karten");
});

test("a person who is credited for the recordings is not named a second time, and a silent lecture owes no voice", () => {
  const credits = [{ title: "Ada speaks", files: ["recordings/war/one.wav"] }];
  expect(owed({}, {}, RECORDED)).toEqual([...FONTS, "voices: Recorded voice"]);
  expect(owed({ credits }, {}, RECORDED)).toEqual([...FONTS, "voices: Ada speaks"]);
  expect(owed({ credits }, {}, SILENT)).toEqual(FONTS);
});

test("recordings with pictures described by a voice owe both", () => {
  const voice = { ...RECORDED, ...(FLITE.credit !== undefined && { credit: FLITE.credit }) };
  expect(owed({}, {}, voice)).toEqual([...FONTS, "voices: CMU Flite", "voices: Recorded voice"]);
});
