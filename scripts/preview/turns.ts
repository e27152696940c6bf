/**
 * Whose sentence is said next while somebody waits for one. What is urgent has the whole machine. The rest leaves a core to it, which so finds
 * a free thread at once, and begins no sentence as long as anything urgent is not said or is only just on its way to the page.
 */
import type { InTurn } from "../narration/clips.ts";

/** What its part's sentences are rejected with when nobody wants them any more. */
export class NotWanted extends Error {
  override readonly name = "NotWanted";
}

/** The order of sentences. */
export interface Turns {
  /** Lets the sentences of a part wait. */
  readonly inTurn: (key: string) => InTurn;
  /** What is wanted from now on, by the keys of parts. What waits and is in neither is rejected; what is being said is said. */
  readonly want: (urgent: ReadonlySet<string>, rest: ReadonlySet<string>) => void;
}

interface Waiting {
  readonly key: string;
  readonly begin: () => void;
  readonly drop: () => void;
}

/** How long the rest waits after something urgent was said: the page that fetches and plays it needs the machine. */
const ON_ITS_WAY_MS = 500;

/**
 * Makes the order.
 * @param atOnce how many sentences can be said at once
 * @param later calls back after a time
 */
export function createTurns(atOnce: number, later: (ms: number, act: () => void) => void): Turns {
  let urgent: ReadonlySet<string> = new Set();
  let waiting: readonly Waiting[] = [];
  const running: string[] = [];
  /** How many urgent sentences were said so lately that the rest still waits. */
  let onTheirWay = 0;

  function next(): void {
    for (;;) {
      const isUrgent = [...running, ...waiting.map(({ key }) => key)].some((key) => urgent.has(key));
      const most = onTheirWay > 0 ? 0 : Math.max(1, atOnce - 1);
      const free = running.length < (isUrgent ? atOnce : most);
      const found = free ? waiting.find(({ key }) => !isUrgent || urgent.has(key)) : undefined;
      if (found === undefined) return;
      waiting = waiting.filter((one) => one !== found);
      running.push(found.key);
      found.begin();
    }
  }

  function ended(key: string): void {
    running.splice(running.indexOf(key), 1);
    if (urgent.has(key)) {
      onTheirWay++;
      later(ON_ITS_WAY_MS, () => {
        onTheirWay--;
        next();
      });
    }
    next();
  }

  return {
    inTurn: (key) => async (act) => {
      await new Promise<void>((begin, reject) => {
        waiting = [...waiting, { key, begin, drop: () => reject(new NotWanted()) }];
        next();
      });
      try {
        return await act();
      } finally {
        ended(key);
      }
    },
    want: (nowUrgent, rest) => {
      urgent = nowUrgent;
      const isWanted = ({ key }: Waiting): boolean => urgent.has(key) || rest.has(key);
      const dropped = waiting.filter((one) => !isWanted(one));
      waiting = waiting.filter(isWanted);
      for (const { drop } of dropped) drop();
      next();
    },
  };
}
