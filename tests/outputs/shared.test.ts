/** Outputs of one build share what they are made from; what they give must not depend on who comes first. */
import { expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { timeLecture } from "../../scripts/narration/timeline.ts";
import { captions } from "../../scripts/outputs/captions.ts";
import { read } from "../../scripts/outputs/read.ts";
import { sharedParts } from "../../scripts/outputs/shared.ts";
import { site } from "../../scripts/outputs/site.ts";
import type { Tools } from "../../scripts/outputs/tools.ts";
import { drawSlide, renderSlide } from "../../scripts/render/slide.ts";
import { sampleLecture } from "./sample-lecture.ts";

const alone: Tools = {
  programFile: () => Promise.resolve(new Uint8Array()),
  readDeck: () => Promise.reject(new Error("not needed")),
  staged: "/nowhere",
  openBrowser: () => Promise.reject(new Error("not needed")),
  progress: () => undefined,
  signal: new AbortController().signal,
};

function timed(): Lecture {
  const lecture = sampleLecture();
  return { ...lecture, timeline: timeLecture({ ...lecture, speech: new Map() }) };
}

test("in any order, every output is what it is alone", async () => {
  const lecture = timed();
  const outputs = [site, read, captions];
  for (const order of [outputs, outputs.toReversed()]) {
    const shared = sharedParts(lecture);
    for (const output of order)
      expect(await output.make(lecture, { ...alone, shared })).toEqual(await output.make(lecture, alone));
  }
});

test("a slide is drawn once, and both its moments are shown from that", () => {
  const lecture = timed();
  const shared = sharedParts(lecture);
  const slides = lecture.deck.eras.flatMap((era) => era.slides);
  for (const slide of slides) {
    const opening = renderSlide(slide, shared.context());
    expect(renderSlide(slide, shared.context(), "final")).toBe(
      renderSlide(slide, sharedParts(lecture).context(), "final"),
    );
    expect(renderSlide(slide, shared.context())).toBe(opening);
    expect(drawSlide(slide, shared.context())).toBe(drawSlide(slide, shared.context()));
  }
  expect(shared.article()).toBe(shared.article());
  expect(shared.captions()).toBe(shared.captions());
  expect(shared.names()).toBe(shared.article().around.names);
});
