/** The dialog of the settings. Each check box in it carries the name of its setting. */
import { byId } from "./dom.ts";
import type { SettingsStore } from "./settings.ts";

/** Binds the button *Settings*, the dialog and the setting of the keys. */
export function createSettingsDialog(settings: SettingsStore): void {
  const dialog = byId("settings-dialog", HTMLDialogElement);
  const letterKeys = byId("letter-keys", HTMLInputElement);
  byId("settings", HTMLButtonElement).addEventListener("click", () => dialog.showModal());
  byId("settings-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // A click on the dialog itself is one beside its content, on the backdrop.
    if (event.target === dialog) dialog.close();
  });
  letterKeys.addEventListener("change", () => settings.set({ letterKeys: letterKeys.checked }));
  settings.follow((now) => {
    letterKeys.checked = now.letterKeys;
  });
}
