import { expect, test } from "vitest";
import { indexOfNames } from "../../scripts/outputs/handout/around/index-of-names.ts";
import { columnsOf } from "../../scripts/outputs/site/column.ts";
import { peopleOf } from "../../scripts/outputs/site/remix-page.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const at = { file: "1.md", line: 1, column: 1 };
const said = (text: string) => [{ text, html: text, paragraph: 0, cues: [], sayings: [], at }];
const { deck } = makeLecture([
  makeEra(
    "war",
    [
      makeSlide("war/telegram", { title: "A telegram to Stalin" }),
      makeSlide("war/answer", { narration: said("Kim Il Sung read it.") }),
    ],
    { people: ["Joseph Stalin", "Kim Il Sung (김일성)", "Terentii Shtykov"] },
  ),
  makeEra("peace", [makeSlide("peace/after", { narration: said("Stalin was dead.") })], {
    people: ["Joseph Stalin"],
  }),
]);

test("people are listed with the slides that mention them, by the numbers that slides have in the site", () => {
  const title = { kind: "title", fullId: "front/title", title: "" } as const;
  const columns = columnsOf({ deck, front: [title], back: [] });
  expect(peopleOf(deck, columns, indexOfNames(deck))).toEqual([
    { name: "Kim Il Sung", slides: [2] },
    // Whom no slide names is looked for in the eras that list them.
    { name: "Shtykov, Terentii", slides: [1, 2] },
    { name: "Stalin, Joseph", slides: [1, 3] },
  ]);
});
