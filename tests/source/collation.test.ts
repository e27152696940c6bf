import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { collate, collationKey } from "../../scripts/source/collation.ts";

describe("the order of words", () => {
  test.each([
    [
      "en",
      ["Åland", "coup d’état", "Coup de grâce", "cold war", "Cold-War thaw", "Æsop", "Adam", "1950s"],
      ["1950s", "Adam", "Æsop", "Åland", "cold war", "Cold-War thaw", "Coup de grâce", "coup d’état"],
    ],
    [
      "de",
      ["Zug", "Öl", "Ober", "Ofen", "Straße", "Strasse 2", "Äpfel", "Affe"],
      ["Affe", "Äpfel", "Ober", "Ofen", "Öl", "Straße", "Strasse 2", "Zug"],
    ],
    ["sv", ["Ö", "Zoo", "Ä", "Å", "A"], ["A", "Zoo", "Å", "Ä", "Ö"]],
    ["es", ["nz", "ñandú", "na", "o"], ["na", "nz", "ñandú", "o"]],
    ["pl", ["łza", "lz", "m", "la"], ["la", "lz", "łza", "m"]],
    ["en", ["서울", "Киев", "Wien", "평양", "Ёлка", "Ель"], ["Wien", "Ёлка", "Ель", "Киев", "서울", "평양"]],
  ])("in %s", (language, words, expected) => {
    expect(collate(words, (word) => word, language)).toEqual(expected);
  });

  test("keeps equal words as they come, and does not look at how letters are composed", () => {
    expect(collate(["É", "e", "é"], (word) => word, "fr")).toEqual(["É", "e", "é"]);
    expect(collationKey("e\u0301", "en")).toBe(collationKey("é", "en"));
  });

  test("is the same for every order of the same words", () => {
    const word = string({ unit: "grapheme" });
    assert(
      property(array(word), constantFrom("en", "de", "sv", "pl", "tr"), (words, language) => {
        const keys = (all: string[]): string[] =>
          collate(all, (one) => one, language).map((one) => collationKey(one, language));
        expect(keys(words.toReversed())).toEqual(keys(words));
      }),
    );
  });
});
