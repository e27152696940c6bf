import { expect, test } from "vitest";
import { profilesToMake } from "../../../scripts/outputs/handout.ts";
import { settingsOf, withAsked } from "../../../scripts/outputs/handout/settings.ts";
import { makeMeta } from "../../model.ts";

const meta = makeMeta({ handout: [{ profile: "study" }, { profile: "slides", perPage: 3, mono: true }] });
const defaults = { steps: "final", perPage: 6 } as const;

test("a handout is made as deck.yaml says, and as the profile does where it says nothing", () => {
  expect(settingsOf(meta, "slides", defaults)).toEqual({
    paper: "A4",
    mono: true,
    steps: "final",
    perPage: 3,
  });
  expect(settingsOf(meta, "large", defaults)).toEqual({
    paper: "A4",
    mono: false,
    steps: "final",
    perPage: 6,
  });
});

test("the command line goes before deck.yaml, and keeps what it says of the same handouts", () => {
  const asked = withAsked(meta, { profiles: ["slides", "large"], paper: "Letter", perPage: 9 });
  expect(asked.paper).toBe("Letter");
  expect(asked.handout).toEqual([
    { profile: "slides", perPage: 9, mono: true },
    { profile: "large", perPage: 9 },
  ]);
  expect(withAsked(meta, {}).handout).toEqual(meta.handout);
});

test("the script is made in the lecturer's own builds only", () => {
  const withScript = makeMeta({ handout: [{ profile: "script" }, { profile: "study" }] });
  expect(profilesToMake(withScript)).toEqual(["study"]);
  expect(profilesToMake(withScript, true)).toEqual(["study", "script"]);
});
