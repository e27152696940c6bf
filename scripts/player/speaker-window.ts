/** Opens the speaker view in a window of its own. A browser may take it for a pop-up: then a link is offered, which is never blocked. */
import { bindDialog } from "./dialog.ts";
import { byId } from "./dom.ts";
import type { WindowLink } from "./window-link.ts";

/** The window is used again where it is open already. */
const SIZE = "popup,width=1280,height=800";

/**
 * Binds the menu item and the dialog.
 * @param drawer a name that no other lecture of this host has
 * @returns what opens the window
 */
export function createSpeakerWindow(link: WindowLink, drawer: string): () => void {
  const dialog = bindDialog("speaker");
  const anchor = byId("speaker-link", HTMLAnchorElement);
  const name = `lanternist-speaker-${drawer}`;
  const address = `speaker.html${location.search}`;
  anchor.href = address;
  anchor.target = name;
  anchor.addEventListener("click", () => dialog.close());

  function open(): void {
    const opened = window.open(address, name, SIZE);
    if (opened === null) return dialog.showModal();
    link.add(opened);
    opened.focus();
  }

  byId("speaker", HTMLButtonElement).addEventListener("click", open);
  return open;
}
