import { expect, test } from "vitest";
import { renderContext } from "../../scripts/render/context.ts";
import { renderSlide } from "../../scripts/render/slide.ts";
import { makeEra, makeLecture, makeSlide } from "./lecture.ts";

test("a text slide", () => {
  const slide = makeSlide("war/one", { title: "One", slots: { main: "<p>Words.</p>" } });
  const html = renderSlide(slide, renderContext(makeLecture([makeEra("war", [slide])])));
  console.log(html);
  expect(html).toContain("Words.");
});
