import { describe, expect, test } from "vitest";
import { codesOf, slideOf } from "./deck-of.ts";

/** Each step as `action name @sentence:offset`. */
async function stepsOf(text: string): Promise<string[]> {
  const { steps } = await slideOf(`## One {#one}\n\n${text}\n`);
  return steps.map(({ action, target, when }) => {
    const moment = when === undefined ? "" : ` @${when.sentence}:${when.offset}`;
    return `${action} ${target.replace("era--one--", "")}${moment}`;
  });
}
const waitingOf = async (text: string): Promise<readonly string[]> =>
  (await slideOf(`## One {#one}\n\n${text}\n`)).waiting;

describe("without narration", () => {
  test("marked elements come one by one", async () => {
    expect(await stepsOf("- a {.step #first}\n- b {.fragment}\n\nWords {.step}")).toEqual([
      "show first",
      "show step-1",
      "show step-2",
    ]);
  });
  test("unmarked lists are simply there, whatever their bullets", async () => {
    expect(await stepsOf("* a\n* b\n")).toEqual([]);
  });
  test("reveal.js's effects keep their meaning", async () => {
    const text = "[a]{.fragment .fade-out #a} [b]{.fragment .highlight-red #b} [c]{.fragment .fade-up #c}";
    expect(await stepsOf(text)).toEqual(["hide a", "focus b", "show c"]);
    expect(await waitingOf(text)).toEqual(["era--one--c"]);
  });
  test("reveal.js's order is kept", async () => {
    expect(await stepsOf("[a]{.step #a data-fragment-index=2} [b]{.step #b data-fragment-index=1}")).toEqual([
      "show b",
      "show a",
    ]);
  });
});

describe("with narration and no cues", () => {
  test("step n comes with sentence n + 1, leftovers with the last", async () => {
    const text = "[a]{.step #a} [b]{.step #b} [c]{.step #c}\n\nNarration: One. Two. Three.";
    expect(await stepsOf(text)).toEqual(["show a @1:0", "show b @2:0", "show c @2:0"]);
  });
});

describe("with cues", () => {
  test("clicks show the items of lists, if nothing is marked", async () => {
    const text = "- a\n- b\n  - with it\n\nNarration: One [click] two. [click] Three.";
    expect(await stepsOf(text)).toEqual(["show step-1 @0:4", "show step-2 @1:0"]);
  });
  test("clicks show what is marked, and then only that", async () => {
    expect(await stepsOf("- a\n- b {.step #b}\n\nNarration: One [click] two.")).toEqual(["show b @0:4"]);
  });
  test("what a cue shows by name waits without a mark, and is not clicked", async () => {
    const text = "- a\n- b\n\n[late]{#late}\n\nNarration: One [click] two [show late] three [click] four.";
    expect(await stepsOf(text)).toEqual(["show step-1 @0:4", "show late @0:8", "show step-2 @0:14"]);
    expect(await waitingOf(text)).toEqual(["era--one--step-1", "era--one--step-2", "era--one--late"]);
  });
  test("what is hidden first is there from the start", async () => {
    const text = "[a]{#a}\n\nNarration: One [hide a] two [show a] three.";
    expect(await waitingOf(text)).toEqual([]);
    expect(await stepsOf(text)).toEqual(["hide a @0:4", "show a @0:8"]);
  });
  test("what no cue shows comes with the last sentence, with a warning", async () => {
    const text = "[a]{.step #a}\n\n[b]{.step #b}\n\nNarration: One. [click] Two. Three [pause 1s] four.";
    expect(await stepsOf(text)).toEqual(["show a @1:0", "show b @2:0"]);
    expect(await codesOf(`## One\n\n${text}`)).toEqual(["5 never-shown"]);
  });
  test("a click with nothing left to show is an error", async () => {
    expect(await codesOf("## One\n\n- a\n\nNarration: One [click] two [click] three.")).toEqual([
      "5 nothing-to-show",
    ]);
    expect(await codesOf("## One\n\nNarration: One [click] two.")).toEqual(["3 nothing-to-show"]);
  });
  test("a pause or wait is no step", async () => {
    expect(await stepsOf("[a]{.step #a}\n\nNarration: One [pause 1s]. [wait] Two.")).toEqual(["show a @1:0"]);
  });
});

test("a step leaves no mark in the page but its id", async () => {
  const { slots } = await slideOf(
    '## One {#one}\n\n- a {.step .wide}\n\n<p class="fragment fade-up" data-fragment-index="1">b</p>\n',
  );
  expect(slots["main"]).toBe(
    '<ul>\n<li class="wide" id="era--one--step-1">a</li>\n</ul>\n<p id="era--one--step-2">b</p>\n',
  );
});
