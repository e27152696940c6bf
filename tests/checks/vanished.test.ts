import { describe, expect, it } from "vitest";
import { vanishedSlides } from "../../scripts/checks/vanished.ts";
import { lectureData, lectureText } from "../../scripts/outputs/lecture-json.ts";
import type { Slide } from "../../scripts/model.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";

const deckOf = (...slides: Slide[]) => ({ ...makeLecture([makeEra("war", slides)]).deck, id: "talk" });
const slide = (id: string, title: string, aliases: string[] = []) => ({
  ...makeSlide(`war/${id}`, { title }),
  aliases,
});
/** `lecture.json` of the last build. */
const last = (...slides: [string, string][]) =>
  JSON.stringify({ id: "talk", eras: [{ slides: slides.map(([fullId, title]) => ({ fullId, title })) }] });

const hints = (deck: ReturnType<typeof deckOf>, text: string | undefined) =>
  vanishedSlides(deck, text).map(({ message, hint }) => [message, hint]);

describe("a slide of the last build that is gone", () => {
  it("is named with the line to paste into the slide that took its place", () => {
    expect(hints(deckOf(slide("cable", "A telegram")), last(["war/telegram", "A telegram"]))).toEqual([
      [
        'links to "war/telegram" of the last build lead nowhere now',
        "if this slide took its place, write: ## A telegram {#cable aliases=telegram}",
      ],
    ]);
  });

  it("is found in the file as it is published, whose times are not read", () => {
    const published = lectureText(
      lectureData(makeLecture([makeEra("war", [slide("telegram", 'A\n "timeline": {')])])),
    );
    const deck = { ...deckOf(slide("cable", "A cable")), id: makeLecture([]).deck.id };
    expect(hints(deck, published)).toHaveLength(1);
    expect(hints(deck, published)).toEqual(hints(deck, JSON.stringify(JSON.parse(published))));
  });

  it("keeps the aliases that the slide has, and the era of one that moved", () => {
    expect(
      hints(deckOf(slide("cable", "A telegram", ["wire"])), last(["peace/telegram", "A telegram"]))[0]?.[1],
    ).toBe('if this slide took its place, write: ## A telegram {#cable aliases="wire peace/telegram"}');
  });

  it("is named without a guess when several could have taken its place", () => {
    expect(
      hints(deckOf(slide("a", "A"), slide("b", "B")), last(["war/telegram", "A telegram"]))[0]?.[1],
    ).toBe("give the slide that took its place {#its-id aliases=war/telegram}, or let the links go");
  });
});

describe("nothing vanished", () => {
  const telegram = slide("telegram", "A telegram");
  it.each([
    ["the same slide", deckOf(telegram), last(["war/telegram", "A telegram"])],
    [
      "a slide that moved to another era and is the only one of its name",
      deckOf(telegram),
      last(["peace/telegram", "A telegram"]),
    ],
    ["an alias", deckOf(slide("cable", "A", ["telegram"])), last(["war/telegram", "A telegram"])],
    ["no last build", deckOf(telegram), undefined],
    ["a damaged file", deckOf(telegram), "{"],
    ["another deck", { ...deckOf(telegram), id: "other" }, last(["war/gone", "Gone"])],
  ])("%s", (_name, deck, text) => expect(hints(deck, text)).toEqual([]));
});
