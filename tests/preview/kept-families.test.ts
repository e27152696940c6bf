import { expect, test } from "vitest";
import { keepFamilies } from "../../scripts/preview/kept-families.ts";
import { neededFaces, neededFamilies } from "../../scripts/render/faces.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const slide = (id: string, main: string) => makeSlide(`war/${id}`, { slots: { main } });
const korean = slide("one", "<p>김일성</p>");
const code = slide("two", "<pre>ls</pre>");
const plain = slide("three", "<p>Words ∈ a set</p>");

test("fonts kept slide by slide are those of all slides together, also when slides come and go", () => {
  const families = keepFamilies();
  for (const slides of [
    [korean, plain],
    [korean, code, plain],
    [code],
    [code, slide("four", "<p>☀</p>")],
    [],
  ]) {
    const lecture = makeLecture([makeEra("war", slides)]);
    const names = [...new Set(neededFaces(lecture).map(({ family }) => family.name))];
    expect(neededFamilies(lecture).map(({ name }) => name)).toEqual(names);
    expect(families(lecture).map(({ name }) => name)).toEqual(names);
  }
});
