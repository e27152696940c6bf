/** Size and colours of the captions. The reader's choice; without one, what the system asks for (in `captions.css`). */
import { byId } from "./dom.ts";
import type { SettingsStore } from "./settings.ts";

/** Values of the two lists in the dialog of the settings; `captions.css` knows the same. */
const SIZES = ["normal", "large", "largest"];
const COLOURS = ["system", "light-on-dark", "dark-on-light"];

/** Binds the two lists and sets the look. */
export function createCaptionLook(settings: SettingsStore): void {
  const root = document.documentElement;
  const size = byId("caption-size", HTMLSelectElement);
  const colours = byId("caption-colours", HTMLSelectElement);
  size.addEventListener("change", () => settings.set({ captionSize: size.value }));
  colours.addEventListener("change", () => settings.set({ captionColours: colours.value }));
  settings.follow(({ captionSize, captionColours }) => {
    size.value = known(SIZES, captionSize);
    colours.value = known(COLOURS, captionColours);
    root.dataset["captionSize"] = size.value;
    root.dataset["captionColours"] = colours.value;
  });
}

/** What another version of the program kept may be no value of this one. */
const known = (values: readonly string[], value: string): string =>
  values.includes(value) ? value : (values[0] ?? value);
