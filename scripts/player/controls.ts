/** The row of buttons, the times and the speed. */
import { byId, maybeById, setText } from "./dom.ts";
import type { Player } from "./player.ts";
import type { SettingsStore } from "./settings.ts";
import { showTime } from "./show-time.ts";
import type { Texts } from "./texts.ts";
import type { Draw } from "./view.ts";

/** Binds the buttons to the player; returns what draws them. */
export function createControls(player: Player, settings: SettingsStore, texts: Texts): Draw {
  const play = byId("play", HTMLButtonElement);
  const captions = byId("captions", HTMLButtonElement);
  const mute = maybeById("mute");
  const speed = byId("speed", HTMLSelectElement);
  const elapsed = byId("elapsed", HTMLSpanElement);
  const now = byId("now", HTMLParagraphElement);
  const back = byId("back", HTMLButtonElement);
  const forward = byId("forward", HTMLButtonElement);

  play.addEventListener("click", player.toggle);
  back.addEventListener("click", () => player.move(-1));
  forward.addEventListener("click", () => player.move(1));
  captions.addEventListener("click", player.toggleCaptions);
  mute?.addEventListener("click", player.toggleSound);
  speed.addEventListener("change", () => settings.set({ rate: Number(speed.value) }));
  settings.follow(({ rate }) => {
    const offered = [...speed.options].find(({ value }) => Number(value) === rate);
    speed.value = offered?.value ?? "1";
    player.setRate(Number(speed.value));
  });

  return (view) => {
    const label = view.playing ? texts.pause : texts.play;
    if (play.getAttribute("aria-label") !== label) {
      play.setAttribute("aria-label", label);
      play.title = label;
    }
    play.classList.toggle("is-playing", view.playing);
    captions.setAttribute("aria-pressed", String(view.captionsOn));
    mute?.setAttribute("aria-pressed", String(!view.soundOn));
    setText(elapsed, showTime(view.positionMs));
    const parts = [...new Set([view.era, view.slide.title])].filter((part) => part !== "");
    setText(now, parts.join(" · "));
  };
}
