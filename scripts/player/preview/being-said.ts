/** Says why a lecture that plays stands still: its slide is being said. A quick voice is heard before anybody wonders. */
import type { Columns } from "../columns.ts";
import type { Draw } from "../view.ts";

/** Who waits longer wonders. */
const WONDERS_MS = 1_000;

/**
 * Returns what follows the player.
 * @param say told that the slide is being said, and when it is not any more
 */
export function createBeingSaid(columns: Columns, say: (isBeingSaid: boolean) => void): Draw {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTold = false;
  let positionMs = -1;
  return (view) => {
    const data = columns.get(view.slide.column)?.slides[view.slide.row];
    // A player that gave the voice up goes on.
    const stands = view.positionMs === positionMs;
    positionMs = view.positionMs;
    const waits = view.playing && view.soundOn && data?.soundComes === true && stands;
    if (waits) {
      timer ??= setTimeout(() => {
        isTold = true;
        say(true);
      }, WONDERS_MS);
      return;
    }
    clearTimeout(timer);
    timer = undefined;
    if (isTold) say(false);
    isTold = false;
  };
}
