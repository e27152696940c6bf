/** A short word on what was just done, over the slide for some seconds. Screen readers hear it where no voice speaks. */
import { byId, setText } from "./dom.ts";
import type { Player } from "./player.ts";

/** Long enough to be read twice. */
const SHOWN_MS = 6_000;

/** Says something once. */
export type Toast = (text: string) => void;

/** Binds the line over the slide; before the start it stands on the start panel, and stays. */
export function createToast(player: Player): Toast {
  const line = byId("toast", HTMLParagraphElement);
  const startNote = byId("start-note", HTMLParagraphElement);
  const announcement = byId("announcement", HTMLParagraphElement);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    const { started, playing, soundOn } = player.view();
    if (!started) {
      startNote.hidden = false;
      return setText(startNote, text);
    }
    setText(line, text);
    line.hidden = false;
    if (!(playing && soundOn)) setText(announcement, text);
    clearTimeout(timer);
    timer = setTimeout(() => {
      line.hidden = true;
    }, SHOWN_MS);
  };
}
