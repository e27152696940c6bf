import { expect, test } from "vitest";
import type { Deck } from "../../scripts/model.ts";
import { silentVoice } from "../../scripts/narration/voices/silent.ts";
import { keepReader } from "../../scripts/preview/kept-deck.ts";
import { keepPlans, type Plans } from "../../scripts/preview/kept-plans.ts";
import { parse } from "../../scripts/source/parse.ts";
import { sentenceReader } from "../../scripts/source/reading/index.ts";
import { filesOf } from "../source/deck-of.ts";

const ERA =
  "# War {#war}\n\n---\n\n## Stone {#stone}\n\nNarration:\nA stone is laid. [pause 800ms] Another [@smith] follows.\n\n---\n\n" +
  "## Iron {#iron}\n\n![A hot oven](oven.svg)\n\nNarration:\nIron is cast.\n\n---\n\n" +
  "## Salt {#salt}\n\nNarration:\nSalt comes from 평양.\n";
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>';

/** Reads the era again and again; slides that only moved are known again. */
function reading() {
  const reader = keepReader();
  const others = filesOf({ "deck.yaml": "title: A deck\n", "oven.svg": PICTURE });
  return async (era: string): Promise<Deck> => {
    const files = { ...others, files: new Map([...filesOf({ "01-war.md": era }).files, ...others.files]) };
    const { deck } = await parse(files, { blocks: new Map(), reader });
    if (deck === undefined) throw new Error("the deck should be readable");
    return deck;
  };
}

const silent = silentVoice();
/** A voice that would say every word. */
const voice = { ...silent, info: { ...silent.info, adapter: "test" } };

const planned = (plans: ReturnType<typeof keepPlans>, deck: Deck): readonly Plans[] => {
  const read = sentenceReader(deck.meta);
  return [plans.narration(deck, () => voice, read), plans.descriptions(deck, voice, read)];
};
const parts = (plans: readonly Plans[]) => plans.flatMap((one) => [...one.parts.values()]);

test("slides that have moved are planned as for the first time, and are known to say the same", async () => {
  const read = reading();
  const plans = keepPlans();
  const before = planned(plans, await read(ERA));
  const deck = await read(ERA.replace("# War {#war}", "# War {#war}\n\nWords that are new."));
  const after = planned(plans, deck);
  const fresh = planned(keepPlans(), deck);
  const said = (all: readonly Plans[]) => parts(all).map(({ plan, voice: by, key }) => ({ plan, by, key }));
  expect(said(after)).toEqual(said(fresh));
  const problems = after.flatMap((one) => one.problems);
  expect(problems).toEqual(fresh.flatMap((one) => one.problems));
  expect(problems).toMatchObject([{ code: "cannot-be-said", line: 26 }]);
  // What is wrong is looked for again, so that it is told at its place.
  const isKnown = parts(after).map(({ plan, first }, i) => [
    plan.slide.fullId,
    first === parts(before)[i]?.first,
  ]);
  expect(isKnown).toEqual([
    ["war/stone", true],
    ["war/iron", true],
    ["war/salt", false],
    ["war/iron", true],
  ]);
});
