/** Undo and redo over values that never change themselves. Pure. */

/** Where somebody is among what they did. */
export interface History<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

/** Nobody takes more back than this. */
const KEPT = 200;

/** Nothing was done yet. */
export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** Does something; what was undone before is gone. Where nothing changes nothing was done. */
export const change = <T>(history: History<T>, now: T): History<T> =>
  now === history.now ? history : { past: [...history.past, history.now].slice(-KEPT), now, future: [] };

/** Takes the last thing back. */
export function undo<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const [before] = past.slice(-1);
  return before === undefined ? history : { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

/** Does again what was undone last. */
export function redo<T>(history: History<T>): History<T> {
  const { past, now, future } = history;
  const [next, ...later] = future;
  return next === undefined ? history : { past: [...past, now], now: next, future: later };
}
