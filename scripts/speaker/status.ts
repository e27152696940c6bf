/** Says when no window with the slides answers, or when it does not present, and what to do. */
import { byId } from "../player/dom.ts";
import { presentAddress } from "../player/address.ts";
import type { DrawSpeaker } from "./view.ts";

/** Who has just been greeted is given this long to answer, so that nothing flashes up. */
const PATIENCE_MS = 1_500;

/** Binds the two lines. */
export function createStatus(): DrawSpeaker {
  const alone = byId("alone", HTMLDivElement);
  const left = byId("left", HTMLParagraphElement);
  const open = byId("open-lecture", HTMLAnchorElement);
  const sinceMs = performance.now();

  return ({ connected, state, now }) => {
    alone.hidden = connected || performance.now() - sinceMs < PATIENCE_MS;
    left.hidden = !connected || state.mode === "present";
    const address = `index.html${location.search}${presentAddress(now.slide.fullId, now.step)}`;
    if (open.getAttribute("href") !== address) open.href = address;
  };
}
