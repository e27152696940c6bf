/** How loud the voice is, kept for the next visit: a slider beside *Mute*. */
import { byId, maybeById } from "./dom.ts";
import type { Player } from "./player.ts";
import type { SettingsStore } from "./settings.ts";

/** Binds the slider; it stays hidden where only the device itself sets the volume, as on iPhones. */
export function createVolume(player: Player, settings: SettingsStore): void {
  const slider = maybeById("volume");
  if (!(slider instanceof HTMLInputElement) || !canSetVolume()) return;
  const audio = byId("narration", HTMLAudioElement);
  slider.hidden = false;
  slider.addEventListener("input", () => {
    settings.set({ volume: Number(slider.value) / 100 });
    // Who asks for more of it wants to hear it.
    if (!player.view().soundOn) player.toggleSound();
  });
  settings.follow(({ volume }) => {
    audio.volume = Math.min(1, Math.max(0, volume));
    const percent = String(Math.round(audio.volume * 100));
    slider.value = percent;
    slider.setAttribute("aria-valuetext", `${percent} %`);
  });
}

function canSetVolume(): boolean {
  const probe = new Audio();
  probe.volume = 0.5;
  return probe.volume === 0.5;
}
