/** Full screen: its button, and what a key and Escape do. */
import { byId } from "./dom.ts";

/** Binds the button where the browser allows full screen; returns what turns it on and off, undefined where it does not. */
export function createFullScreen(): (() => void) | undefined {
  if (!document.fullscreenEnabled) return undefined;
  const button = byId("full-screen", HTMLButtonElement);
  button.hidden = false;
  button.addEventListener("click", toggle);
  return toggle;
}

function toggle(): void {
  // A browser may refuse: then the page stays as it is.
  const change =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen()
      : document.exitFullscreen();
  change.catch(() => undefined);
}
