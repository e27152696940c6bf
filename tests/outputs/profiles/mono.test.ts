import { expect, test } from "vitest";
import { greyColours, greyDrawings } from "../../../scripts/outputs/handout/mono.ts";

test.each([
  ["#ff0000", "#363636"],
  ["#0f0", "#b6b6b6"],
  ["rgb(0, 0, 255)", "#121212"],
  ["teal", "#656565"],
  ["white", "white"],
  ["none", "none"],
  ["currentColor", "currentColor"],
  ["var(--accent)", "var(--accent)"],
  ["url(#red)", "url(#red)"],
])("%s becomes %s", (colour, grey) => {
  expect(greyColours(colour)).toBe(grey);
});

test("colours of drawings change, and words that are called like colours do not", () => {
  const html =
    '<p title="red">Red <b id="red">red</b></p><svg><path fill="red" stroke="#ff0000" d="M1 2"/></svg>';
  expect(greyDrawings(html)).toBe(
    '<p title="red">Red <b id="red">red</b></p><svg><path fill="#363636" stroke="#363636" d="M1 2"/></svg>',
  );
});
