import { expect, test } from "vitest";
import { cite } from "../../scripts/player/citation.ts";
import type { LectureIndex } from "../../scripts/player/data.ts";
import { textsOf } from "../../scripts/player/texts.ts";
import { makeTrack } from "../../scripts/player/track.ts";

const index: LectureIndex = {
  id: "talk",
  title: "Worn-out shoes",
  authors: ["Ada Example", "Bo Example"],
  texts: "en",
  hasSound: true,
  hasDescriptions: false,
  columns: [
    {
      id: "war",
      title: "Permission to invade",
      data: "assets/eras/00-war.js",
      sizeBytes: 1,
      slides: [
        { id: "opening", title: "Permission to invade", durationMs: 60_000 },
        { id: "전보", title: "", durationMs: 60_000 },
      ],
    },
    {
      id: "back",
      title: "",
      data: "assets/eras/01-back.js",
      sizeBytes: 1,
      slides: [{ id: "end", title: "Sources", durationMs: 1_000 }],
    },
  ],
  aliases: {},
};
const { slides } = makeTrack(index);
const quote = (number: number, link?: string, language = "en") => {
  const slide = slides[number];
  if (slide === undefined) throw new Error("the fixture has no such slide");
  const quotation = { text: "It is the signal.", slide, positionMs: slide.startMs + 5_500, link };
  return cite(quotation, { index, texts: textsOf(language) });
};

test("a quotation says who, where, when, and leads there where the page has an address", () => {
  expect(quote(1, "https://example.org/talk/#/war/one?t=5500")).toBe(
    "“It is the signal.” Ada Example, Bo Example, Worn-out shoes, Permission to invade, Slide 2, 01:05. " +
      "https://example.org/talk/#/war/one?t=5500",
  );
});

test("a title that is the era's is not said twice", () => {
  expect(quote(0)).toBe(
    "“It is the signal.” Ada Example, Bo Example, Worn-out shoes, Permission to invade, 00:05.",
  );
});

test("slides beside the eras have no era; quotation marks are the interface's", () => {
  expect(quote(2, undefined, "de")).toBe(
    "„It is the signal.“ Ada Example, Bo Example, Worn-out shoes, Sources, 02:05.",
  );
});
