/** A short word on what was just done, over the slide for some seconds. Screen readers hear it where no voice speaks. */
import { byId, setText } from "./dom.ts";
import type { Player } from "./player.ts";

/** Long enough to be read twice. */
const SHOWN_MS = 6_000;

/** Says something once. */
export type Toast = (text: string) => void;

/**
 * Binds the line over the slide; before the start it stands on the start panel, and stays.
 * @param sayAloud says it to screen readers, unless the voice speaks
 */
export function createToast(player: Player, sayAloud: (text: string) => void): Toast {
  const line = byId("toast", HTMLParagraphElement);
  const startNote = byId("start-note", HTMLParagraphElement);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    if (!player.view().started) {
      startNote.hidden = false;
      return setText(startNote, text);
    }
    setText(line, text);
    line.hidden = false;
    sayAloud(text);
    clearTimeout(timer);
    timer = setTimeout(() => {
      line.hidden = true;
    }, SHOWN_MS);
  };
}
