/** The dialog of the settings. Each check box in it carries the name of its setting. */
import { bindDialog } from "./dialog.ts";
import { byId } from "./dom.ts";
import type { SettingsStore } from "./settings.ts";

/** Binds the button *Settings*, the dialog and the setting of the keys. */
export function createSettingsDialog(settings: SettingsStore): void {
  const dialog = bindDialog("settings");
  const letterKeys = byId("letter-keys", HTMLInputElement);
  byId("settings", HTMLButtonElement).addEventListener("click", () => dialog.showModal());
  letterKeys.addEventListener("change", () => settings.set({ letterKeys: letterKeys.checked }));
  settings.follow((now) => {
    letterKeys.checked = now.letterKeys;
  });
}
