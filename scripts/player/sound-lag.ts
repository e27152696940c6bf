/** The setting for headphones that play late, as over Bluetooth: what is shown waits for what is heard. */
import { maybeById, byId, setText } from "./dom.ts";
import type { Player } from "./player.ts";
import type { SettingsStore } from "./settings.ts";
import { say, type Texts } from "./texts.ts";

/** No headphones are later than this. */
const MOST_MS = 500;

/** Binds the slider in the dialog of the settings; lectures without sound have none. */
export function createSoundLag(player: Player, settings: SettingsStore, texts: Texts): void {
  const slider = maybeById("sound-lag");
  if (!(slider instanceof HTMLInputElement)) return;
  const shown = byId("sound-lag-shown", HTMLSpanElement);
  slider.addEventListener("input", () => settings.set({ soundLagMs: Number(slider.value) }));
  settings.follow(({ soundLagMs }) => {
    const ms = Math.min(MOST_MS, Math.max(0, soundLagMs));
    player.setSoundLag(ms);
    slider.value = String(ms);
    const words = say(texts.milliseconds, { n: ms });
    slider.setAttribute("aria-valuetext", words);
    setText(shown, words);
  });
}
