/** On a phone a slide can be enlarged: it is then moved about with a finger, and follows what is in focus. */
import { byId } from "./dom.ts";
import type { Texts } from "./texts.ts";
import type { Draw } from "./view.ts";

/** Whether the slide is enlarged, and fingers move it. */
export const isEnlarged = (stage: HTMLElement): boolean => stage.classList.contains("is-enlarged");

/** Binds the button; returns what keeps the part in focus in sight. */
export function createEnlarge(texts: Texts): Draw {
  const stage = byId("stage", HTMLDivElement);
  const button = byId("enlarge", HTMLButtonElement);
  let shown = "";

  button.addEventListener("click", () => {
    const on = stage.classList.toggle("is-enlarged");
    button.setAttribute("aria-pressed", String(on));
    // What scrolls must be reachable by keyboard, and have a name.
    if (on) {
      stage.tabIndex = 0;
      stage.setAttribute("role", "group");
      stage.setAttribute("aria-label", texts.slide);
    } else for (const name of ["tabindex", "role", "aria-label"]) stage.removeAttribute(name);
    stage.scrollTo(0, 0);
    // The slide has its new size once it was laid out.
    requestAnimationFrame(() => requestAnimationFrame(lookAtFocus));
  });

  function lookAtFocus(): void {
    const focused = stage.querySelector(".slides > .present > .present .is-focused");
    if (!isEnlarged(stage) || focused === null) return;
    const room = stage.getBoundingClientRect();
    const part = focused.getBoundingClientRect();
    stage.scrollBy({
      left: (part.left + part.right - room.left - room.right) / 2,
      top: (part.top + part.bottom - room.top - room.bottom) / 2,
    });
  }

  return (view) => {
    const now = `${view.slide.number} ${view.step}`;
    if (now === shown) return;
    // Asked of a slide that is not enlarged, it would cost a layout of the page at every change.
    if (isEnlarged(stage) && shown.split(" ")[0] !== String(view.slide.number)) stage.scrollTo(0, 0);
    shown = now;
    lookAtFocus();
  };
}
