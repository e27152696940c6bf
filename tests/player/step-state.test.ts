import { expect, test } from "vitest";
import { stepState, type Steppable } from "../../scripts/player/step-state.ts";

const slide: Steppable = {
  waiting: ["cables", "consent"],
  steps: [
    { action: "show", target: "cables" },
    { action: "focus", target: "cables" },
    { action: "show", target: "consent" },
    { action: "hide", target: "cables" },
  ],
};
const at = (step: number) => {
  const { hidden, focused } = stepState(slide, step);
  return { hidden: [...hidden].sort(), focused };
};

test("step 0 is the slide as it opens", () => {
  expect(at(0)).toEqual({ hidden: ["cables", "consent"], focused: undefined });
});

test("a step shows, focuses or hides one element", () => {
  expect(at(1)).toEqual({ hidden: ["consent"], focused: undefined });
  expect(at(2)).toEqual({ hidden: ["consent"], focused: "cables" });
  expect(at(3)).toEqual({ hidden: [], focused: "cables" });
});

test("hiding the focused element ends its focus", () => {
  expect(at(4)).toEqual({ hidden: ["cables"], focused: undefined });
});

test("numbers outside the steps mean the first or the last state", () => {
  expect(at(-1)).toEqual(at(0));
  expect(at(99)).toEqual(at(4));
});
