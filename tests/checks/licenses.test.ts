import { describe, expect, test } from "vitest";
import { licenses } from "../../scripts/checks/licenses.ts";
import { freshLooks } from "../../scripts/checks/index.ts";
import type { Credit, DeckFiles } from "../../scripts/model.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const deckFiles = (files: Readonly<Record<string, string>>): DeckFiles => ({
  name: "talk",
  files: new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      { path, bytes: new TextEncoder().encode(text), sizeBytes: text.length },
    ]),
  ),
});

/** What the check says of a deck under CC BY 4.0. */
function find(
  credits: readonly (Credit & { readonly files?: readonly string[] })[],
  files: Readonly<Record<string, string>>,
) {
  const { deck } = makeLecture([makeEra("war", [makeSlide("war/one")])], {
    meta: { license: "CC-BY-4.0", credits },
  });
  return licenses
    .run(deck, deckFiles(files), freshLooks)
    .map(({ file, line, column, hint }) => [`${file}:${line}:${column}`, hint]);
}

const photo = { title: "A photograph", license: "CC-BY-NC-4.0", files: ["media/photo.jpg"] };
const relief = { title: "Relief", license: "CC-BY-SA-4.0", changes: "cropped" };

describe("a work that keeps the lecture from being passed on", () => {
  test("is found where deck.yaml names its licence", () => {
    const yaml = "title: T\ncredits:\n  - title: Another\n  - title: Relief\n    license: CC-BY-SA-4.0\n";
    expect(find([relief], { "deck.yaml": yaml })).toEqual([
      [
        "deck.yaml:5:14",
        "the lecture may go on with license: CC-BY-SA-4.0; the rule: https://creativecommons.org/licenses/by-sa/4.0/legalcode",
      ],
    ]);
  });

  test.each([
    ["one credit", "title: A photograph\nlicense: CC-BY-NC-4.0\n", "media/photo.jpg.credit.yaml:2:10"],
    ["a list", "- title: B\n- title: A photograph\n", "media/photo.jpg.credit.yaml:2:3"],
  ])("is found in the file beside it, with %s", (_, text, place) => {
    expect(find([photo], { "deck.yaml": "title: T\n", "media/photo.jpg.credit.yaml": text })).toEqual([
      [
        place,
        "the lecture may go on with license: CC-BY-NC-4.0, CC-BY-NC-SA-4.0 or CC-BY-NC-ND-4.0; the rule: https://creativecommons.org/faq/#combining-and-adapting-cc-material",
      ],
    ]);
  });

  test("that is not written as it is read is put where the credits are", () => {
    expect(find([relief], { "deck.yaml": "title: T\ncredits:\n  - { titel: Relief }\n" })[0]?.[0]).toBe(
      "deck.yaml:2:9",
    );
  });

  test("is told which other one it cannot go with", () => {
    const found = find([relief, { ...photo, changes: "coloured" }], { "deck.yaml": "title: T\n" });
    expect(found.map(([, hint]) => hint)).toEqual([
      'no licence lets it go together with "A photograph": leave one of them out, or show whole what is changed; the rule: https://creativecommons.org/licenses/by-sa/4.0/legalcode',
    ]);
  });
});

test("nothing is said where all may be passed on, on a condition too", () => {
  const shown = { title: "A poster", license: "CC-BY-ND-4.0", files: ["media/poster.png"] };
  expect(
    find([shown, { title: "Coasts", license: "LicenseRef-public-domain" }], { "deck.yaml": "title: T\n" }),
  ).toEqual([]);
});
