/** The presenting window's part in a talk: it says what it shows, and does what other windows and devices ask. */
import type { TalkAsk, TalkLink, TalkState } from "../talk/messages.ts";
import type { LectureIndex } from "./data.ts";
import type { Player } from "./player.ts";
import type { Stage } from "./stage.ts";
import { findSlide, type Track } from "./track.ts";
import type { Draw } from "./view.ts";

/** What a talk needs of the page. */
export interface TalkWorld {
  readonly index: LectureIndex;
  readonly track: Track;
  readonly stage: Stage;
  /** Opens or closes the overview. */
  readonly overview: (on: boolean) => void;
}

/** Binds the player to a link; returns what tells the others. */
export function createTalk(
  player: Player,
  link: TalkLink,
  { index, track, stage, overview }: TalkWorld,
): Draw {
  let told = "";

  function state(): TalkState {
    const { slide, step, positionMs, mode, black, started } = player.view();
    // Until a slide's data is here, a step that the address asks for may be any number.
    const known = Number.isFinite(step) ? step : 0;
    const overview = stage.inOverview();
    return { slide: slide.fullId, step: known, positionMs, mode, black, overview, started };
  }

  function act(ask: TalkAsk): void {
    // Who asks gives a talk: the page need not ask any more how to begin.
    if (!player.view().started) player.present(true);
    switch (ask.to) {
      case "move":
        return player.move(ask.by);
      case "move-slide":
        return player.moveSlide(ask.by);
      case "present":
        return player.present(ask.on);
      case "black":
        if (ask.on && player.view().mode === "watch") player.present(true);
        return player.blacken(ask.on);
      case "overview":
        return overview(ask.on);
      case "go": {
        const slide = findSlide(track, index, ask.slide);
        if (slide !== undefined) player.goTo(slide, ask.step);
      }
    }
  }

  link.listen((message) => {
    if (message.kind === "hello") link.send({ kind: "state", state: state() });
    else if (message.kind === "ask") act(message.ask);
  });

  return () => {
    const now = state();
    // While the lecture plays its clock runs with every frame: others need no more than the second.
    const worth = JSON.stringify({ ...now, positionMs: Math.floor(now.positionMs / 1000) });
    if (worth === told) return;
    told = worth;
    link.send({ kind: "state", state: now });
  };
}
