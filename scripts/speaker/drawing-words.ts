/** What the speaker view says of drawing: beside the tools, and to screen readers. Its button shows whether drawing is on. */
import { byId, setText } from "../player/dom.ts";
import type { DrawingWorld } from "../player/drawing.ts";

/** Long enough to be read twice. */
const SHOWN_MS = 6_000;

/** Makes the parts of drawing that belong to the page around it. */
export function createDrawingWords(): Pick<DrawingWorld, "toast" | "sayAloud" | "turned" | "closed"> {
  const button = byId("draw", HTMLButtonElement);
  const line = byId("draw-told", HTMLParagraphElement);
  const announcement = byId("announcement", HTMLParagraphElement);
  let timer: number | undefined;

  function toast(text: string): void {
    setText(line, text);
    line.hidden = false;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      line.hidden = true;
    }, SHOWN_MS);
  }

  return {
    toast,
    sayAloud: (text) => setText(announcement, text),
    turned: (on) => button.setAttribute("aria-pressed", String(on)),
    closed: () => button.focus(),
  };
}
