/** The dialog of the settings. Each check box in it carries the name of its setting. */
import { bindDialog } from "./dialog.ts";
import { byId } from "./dom.ts";
import type { SettingsStore } from "./settings.ts";

/** Binds the button *Settings*, the dialog and the settings of keys and drawings. */
export function createSettingsDialog(settings: SettingsStore): void {
  const dialog = bindDialog("settings");
  const drawings = byId("show-drawings", HTMLInputElement);
  const letterKeys = byId("letter-keys", HTMLInputElement);
  byId("settings", HTMLButtonElement).addEventListener("click", () => dialog.showModal());
  letterKeys.addEventListener("change", () => settings.set({ letterKeys: letterKeys.checked }));
  drawings.addEventListener("change", () => settings.set({ drawings: drawings.checked }));
  settings.follow((now) => {
    drawings.checked = now.drawings;
    letterKeys.checked = now.letterKeys;
  });
}
