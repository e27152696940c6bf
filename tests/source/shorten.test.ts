import { describe, expect, it, test } from "vitest";
import type { Deck } from "../../scripts/model.ts";
import { shorten } from "../../scripts/source/shorten.ts";
import { parsed } from "./deck-of.ts";

const WAR = `---
title: War
minutes: 6
---

## Stone {#stone}

See [the bread](#/war/bread/2), [salt](#/salt) and [the wall](#/wall).

Narration:
One two three four five six. [After the salt](#/peace/salt).

---

## Bread {#bread .optional .wide aliases="loaf bakery/bun" minutes=2}

![Bread](bread.png)

---

## Wall {#wall}

![A wall](wall.png)
`;
const PEACE = "## Salt {#salt .optional}\n\n---\n\n## Sugar {#sugar .optional}\n";
const LATER = "## Stone {#stone}\n\n---\n\n## Bread {#bread}\n";
const png = Uint8Array.of(137, 80, 78, 71);

async function short(files: Readonly<Record<string, string>>): Promise<Deck> {
  const { deck } = await parsed({ ...files, "bread.png": png, "wall.png": png });
  const made = shorten(deck);
  expect(made.problems).toEqual([]);
  if (made.deck === undefined) throw new Error("nothing is left");
  return made.deck;
}

const whole = {
  "deck.yaml": "title: A\nminutes: 20\n",
  "01-war.md": WAR,
  "02-peace.md": PEACE,
  "03-later.md": LATER,
};

describe("a short deck", () => {
  it("has neither optional slides nor eras that hold nothing else, nor their pictures", async () => {
    const deck = await short(whole);
    expect(deck.eras.flatMap((era) => era.slides.map(({ fullId }) => fullId))).toEqual([
      "war/stone",
      "war/wall",
      "later/stone",
      "later/bread",
    ]);
    expect(deck.short?.leftOut).toBe(3);
    expect(deck.media).toEqual(["wall.png"]);
  });

  it("says of all that is left out what is shown instead: the slide before it, of its era where that is there", async () => {
    expect((await short(whole)).short?.instead).toEqual({
      "war/bread": "war/stone",
      "war/loaf": "war/stone",
      "bakery/bun": "war/stone",
      "peace/salt": "later/stone",
      "peace/sugar": "later/stone",
      peace: "later/stone",
    });
  });

  it("leads its own links there", async () => {
    const [stone] = (await short(whole)).eras[0]?.slides ?? [];
    const links = JSON.stringify([stone?.slots, stone?.narration.map(({ html }) => html)]).match(
      /#\/[^"\\]*/g,
    );
    expect(links).toEqual(["#/war/stone", "#/later/stone", "#/wall", "#/later/stone"]);
  });

  it("takes the slide after it where none is before, and the last where none is after", async () => {
    const deck = await short({
      "01-war.md": "## Stone {#stone .optional}\n\n---\n\n## Bread {#bread}\n",
      "02-peace.md": "## Salt {#salt .optional}\n",
    });
    expect(deck.short?.instead).toEqual({
      "war/stone": "war/bread",
      "peace/salt": "war/bread",
      peace: "war/bread",
    });
  });

  it("plans less time: what was planned for the slides that are left out", async () => {
    const deck = await short({
      "deck.yaml": "title: A\nminutes: 20\n",
      "01-war.md": WAR,
      "02-peace.md": `---\nminutes: 5\n---\n\n${PEACE}`,
      "03-later.md": LATER,
    });
    expect([deck.meta.minutes, deck.eras[0]?.minutes]).toEqual([13, 4]);
  });

  it("claims no minutes where none are written", async () => {
    const deck = await short({ "01-war.md": "## A {#a}\n\n---\n\n## B {#b .optional}\n" });
    expect([deck.meta.minutes, deck.eras[0]?.minutes]).toEqual([undefined, undefined]);
  });
});

test("the class says nothing of a slide's looks", async () => {
  const { deck } = await parsed(whole);
  const [, bread] = deck.eras[0]?.slides ?? [];
  expect([bread?.optional, bread?.classes]).toEqual([true, ["wide"]]);
});
