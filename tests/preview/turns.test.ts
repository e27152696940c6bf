import { expect, test } from "vitest";
import type { Clip } from "../../scripts/model.ts";
import { createTurns, NotWanted } from "../../scripts/preview/turns.ts";

const CLIP: Clip = { key: "", sampleRateHz: 16_000, samples: new Int16Array(1), words: [] };

/** Sentences that are said until they are told to end. */
function sentences(atOnce: number) {
  const waits: (() => void)[] = [];
  const turns = createTurns(atOnce, (_, act) => waits.push(act));
  const begun: string[] = [];
  const dropped: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    want: (urgent: readonly string[], rest: readonly string[]) => turns.want(new Set(urgent), new Set(rest)),
    /** Lets a sentence of a part wait for its turn. */
    ask: (part: string, sentence: string) => {
      const said = turns.inTurn(part)(async () => {
        begun.push(sentence);
        await new Promise<void>((resolve) => ends.set(sentence, resolve));
        return CLIP;
      });
      said.catch((reason: unknown) => {
        if (reason instanceof NotWanted) dropped.push(sentence);
      });
    },
    end: (sentence: string) => ends.get(sentence)?.(),
    passTime: () => {
      for (const act of waits.splice(0)) act();
    },
    begun: async () => {
      await new Promise(setImmediate);
      return begun;
    },
    dropped: async () => {
      await new Promise(setImmediate);
      return dropped;
    },
  };
}

test("the rest leaves one core to what is urgent", async () => {
  const { want, ask, begun, end, passTime } = sentences(3);
  want([], ["old"]);
  for (const n of [1, 2, 3]) ask("old", `old ${n}`);
  expect(await begun()).toEqual(["old 1", "old 2"]);
  want(["new"], ["old"]);
  ask("new", "new 1");
  expect(await begun()).toEqual(["old 1", "old 2", "new 1"]);

  // Nothing else begins before it is said and heard.
  end("old 1");
  expect(await begun()).toHaveLength(3);
  end("new 1");
  expect(await begun()).toHaveLength(3);
  passTime();
  expect(await begun()).toEqual(["old 1", "old 2", "new 1", "old 3"]);
});

test("with one core the rest goes on while nothing is urgent", async () => {
  const { want, ask, begun, end, passTime } = sentences(1);
  want([], ["old"]);
  ask("old", "old 1");
  ask("old", "old 2");
  want(["new"], ["old"]);
  ask("new", "new 1");
  expect(await begun()).toEqual(["old 1"]);
  end("old 1");
  expect(await begun()).toEqual(["old 1", "new 1"]);
  end("new 1");
  await begun();
  passTime();
  expect(await begun()).toEqual(["old 1", "new 1", "old 2"]);
});

test("what nobody wants any more does not begin", async () => {
  const { want, ask, begun, end, dropped } = sentences(1);
  want(["first"], []);
  ask("first", "first 1");
  ask("first", "first 2");
  want(["second"], []);
  ask("second", "second 1");
  expect(await dropped()).toEqual(["first 2"]);
  end("first 1");
  expect(await begun()).toEqual(["first 1", "second 1"]);
});
