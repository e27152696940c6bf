/** What every dialog of the page does: its cross and a click beside it close it; Escape does so by itself. */
import { byId } from "./dom.ts";

/**
 * Binds the dialog `#NAME-dialog` and its cross `#NAME-close`; showing it is its owner's part.
 * @throws when the page lacks one of them
 */
export function bindDialog(name: string): HTMLDialogElement {
  const dialog = byId(`${name}-dialog`, HTMLDialogElement);
  byId(`${name}-close`, HTMLButtonElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // A click on the dialog itself is one beside its content, on the backdrop.
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
