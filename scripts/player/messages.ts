/** What stands under the slide: the caption, a wait, and what went wrong. Also what screen readers hear. */
import { byId, setText } from "./dom.ts";
import type { Player } from "./player.ts";
import { slideName } from "./slide-name.ts";
import type { Texts } from "./texts.ts";
import type { Draw, View } from "./view.ts";

/** What can be said under the slide. */
export interface Messages {
  readonly draw: Draw;
  /** Says which slide a person moved to; silent while the voice speaks. */
  readonly sayPlace: (view: View) => void;
  /** Says what came of something a person did; silent while the voice speaks. */
  readonly say: (text: string) => void;
}

/** Binds the band under the slide to the player. */
export function createMessages(player: Player, texts: Texts): Messages {
  const band = byId("band", HTMLDivElement);
  const caption = byId("caption", HTMLParagraphElement);
  const notice = byId("notice", HTMLDivElement);
  const goOn = byId("go-on", HTMLButtonElement);
  const retry = byId("retry", HTMLButtonElement);
  const loading = byId("loading", HTMLParagraphElement);
  const announcement = byId("announcement", HTMLParagraphElement);
  let waiting = false;

  goOn.addEventListener("click", player.toggle);
  retry.addEventListener("click", player.retry);

  return {
    say: (text) => {
      const { playing, soundOn } = player.view();
      if (playing && soundOn) return;
      // The same words twice are said twice.
      announcement.textContent = "";
      requestAnimationFrame(() => setText(announcement, text));
    },
    sayPlace: (view) => {
      if (!(view.playing && view.soundOn)) {
        setText(announcement, slideName(view.slide, view.slideCount, texts));
      }
    },
    draw: (view) => {
      band.classList.toggle("has-captions", view.captionsOn);
      setText(caption, view.captionsOn ? view.caption : "");
      setText(
        notice,
        view.failure === undefined ? "" : view.failure === "sound" ? texts.soundFailed : texts.partFailed,
      );
      retry.hidden = view.failure !== "part";
      loading.hidden = !view.loading || view.failure === "part";
      // Nothing old is left to be found, or read out late, while the voice speaks.
      if (view.playing && view.soundOn) setText(announcement, "");
      if (view.waiting !== waiting) {
        waiting = view.waiting;
        const hadFocus = document.activeElement === goOn;
        goOn.hidden = !waiting;
        if (hadFocus && !waiting) byId("play", HTMLButtonElement).focus();
        setText(announcement, waiting ? texts.waiting : "");
      }
    },
  };
}
