/** Work that comes in while other work is being done: it is joined, and done one after another. */

/** Takes work in. */
export interface Queue<T> {
  readonly add: (work: T) => void;
  /** Resolves when all that was added is done. Rejects when some of it failed. */
  readonly settled: () => Promise<void>;
}

/**
 * Makes a queue.
 * @param join of what waits already and what comes in
 * @param failed told of what `act` throws; the work after it goes on
 */
export function makeQueue<T>(
  join: (waiting: T, more: T) => T,
  act: (work: T) => Promise<void>,
  failed: (reason: unknown) => void,
): Queue<T> {
  let waiting: { readonly work: T } | undefined;
  let working: Promise<void> | undefined;

  async function run(): Promise<void> {
    // Whatever comes in the same turn is taken in together.
    await Promise.resolve();
    while (waiting !== undefined) {
      const { work } = waiting;
      waiting = undefined;
      await act(work).catch(failed);
    }
  }

  return {
    add: (work) => {
      waiting = { work: waiting === undefined ? work : join(waiting.work, work) };
      working ??= run().finally(() => {
        working = undefined;
      });
    },
    settled: async () => {
      for (let now = working; now !== undefined; now = working) await now;
    },
  };
}
