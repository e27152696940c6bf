/** The panel that stands before the lecture: nothing plays until one of its two buttons is used. */
import { byId, maybeById, setText } from "./dom.ts";
import type { Player } from "./player.ts";
import { showTime } from "./show-time.ts";
import { slideTitle } from "./slide-name.ts";
import { say, type Texts } from "./texts.ts";
import type { Draw } from "./view.ts";

/** Shows the start buttons; returns what draws the panel. */
export function createStartPanel(player: Player, texts: Texts): Draw {
  const panel = byId("start", HTMLElement);
  const page = byId("player", HTMLElement);
  const startsAt = byId("start-at", HTMLParagraphElement);
  const start = (withSound: boolean) => () => {
    player.start(withSound);
    byId("play", HTMLButtonElement).focus();
  };
  maybeById("start-with-sound")?.addEventListener("click", start(true));
  byId("start-silent", HTMLButtonElement).addEventListener("click", start(false));
  byId("start-buttons", HTMLDivElement).hidden = false;

  return (view) => {
    panel.hidden = view.started;
    page.classList.toggle("is-started", view.started);
    page.inert = !view.started;
    startsAt.hidden = view.positionMs === 0;
    setText(
      startsAt,
      say(view.positionMs === view.slide.startMs ? texts.startsAt : texts.startsAtTime, {
        title: slideTitle(view.slide, texts),
        time: showTime(view.positionMs),
      }),
    );
  };
}
