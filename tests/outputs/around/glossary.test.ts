import { describe, expect, test } from "vitest";
import { glossaryOf } from "../../../scripts/outputs/handout/around/glossary.ts";
import { makeEra, makeMeta, makeSlide } from "../../model.ts";
import { sentences } from "../sample-lecture.ts";

const war = makeEra(
  "war",
  [makeSlide("war/end", { narration: sentences("It ends.", "An Armistice is signed.") })],
  {
    title: "War",
    terms: [
      { term: "ceasefire", definition: "An end to the shooting." },
      { term: "armistice", definition: "An agreement to stop." },
    ],
  },
);
const later = makeEra("later", [], {
  title: "Later",
  terms: [
    { term: "Armistice", definition: "An agreement to stop." },
    { term: "ceasefire", definition: "What soldiers call it." },
    { term: "Änderung", definition: "A change." },
  ],
});
const glossary = glossaryOf({ eras: [war, later], meta: makeMeta({ language: "de" }) });

describe("the glossary", () => {
  test("has every term once, in the alphabet of the lecture's language", () => {
    expect(glossary.map(({ term }) => term)).toEqual(["Änderung", "armistice", "ceasefire"]);
  });

  test("leads to the first sentence that uses a term, else to its era", () => {
    expect(glossary[1]?.meanings).toEqual([
      {
        definition: "An agreement to stop.",
        taught: [
          { era: "War", anchor: "--said--war--end--2" },
          { era: "Later", anchor: "later" },
        ],
      },
    ]);
  });

  test("keeps what two eras define otherwise", () => {
    expect(glossary[2]?.meanings).toEqual([
      { definition: "An end to the shooting.", taught: [{ era: "War", anchor: "war" }] },
      { definition: "What soldiers call it.", taught: [{ era: "Later", anchor: "later" }] },
    ]);
  });

  test("is empty where no era has terms", () => {
    expect(glossaryOf({ eras: [makeEra("bare", [])], meta: makeMeta() })).toEqual([]);
  });
});
