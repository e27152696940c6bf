/** How often somebody may try a key. Pure but for what it counts. */

/** Wrong tries that one address has within the window. */
const FOR_ONE = 5;
/** Wrong tries that all addresses together have: a network holds many. */
const FOR_ALL = 30;
const WINDOW_MS = 60_000;

/** Counts wrong tries. */
export interface Attempts {
  /** Whether this address may try now. */
  readonly mayTry: (address: string, nowMs: number) => boolean;
  readonly failed: (address: string, nowMs: number) => void;
}

/** Makes the counter. Only wrong tries within the last minute are kept. */
export function countAttempts(): Attempts {
  let wrong: readonly { readonly address: string; readonly ms: number }[] = [];
  const recent = (nowMs: number) => wrong.filter(({ ms }) => nowMs - ms < WINDOW_MS);
  return {
    mayTry: (address, nowMs) => {
      wrong = recent(nowMs);
      return wrong.length < FOR_ALL && wrong.filter((one) => one.address === address).length < FOR_ONE;
    },
    failed: (address, nowMs) => {
      wrong = [...recent(nowMs), { address, ms: nowMs }].slice(-FOR_ALL);
    },
  };
}
