/** The two check boxes *Describe pictures*: before the lecture, where listeners who do not see find it first, and among the settings. */
import type { SettingsStore } from "./settings.ts";

/** Binds the boxes; a lecture whose pictures nobody describes has none. */
export function createDescribePictures(settings: SettingsStore): void {
  const boxes = document.querySelectorAll<HTMLInputElement>("input[data-describe-pictures]");
  for (const box of boxes) {
    box.addEventListener("change", () => settings.set({ describePictures: box.checked }));
  }
  settings.follow(({ describePictures }) => {
    for (const box of boxes) box.checked = describePictures;
  });
}
