/** The place where a listener stopped: kept in the browser, and offered when the lecture is opened again. */
import { byId, setText } from "./dom.ts";
import type { Memory } from "./memory.ts";
import { fragmentOf, momentIn, type Moment } from "./moment.ts";
import type { Moments } from "./moments.ts";
import type { Player } from "./player.ts";
import { showTime } from "./show-time.ts";
import { slideTitle } from "./slide-name.ts";
import { say, type Texts } from "./texts.ts";
import type { Draw, View } from "./view.ts";

/** A crash of the browser loses no more than this. */
const SAVE_EVERY_MS = 10_000;
/** What lies nearer to the start than this is no place to go on from. */
const NEAR_START_MS = 5_000;

/** Where somebody stopped, and how they listened. */
interface Kept {
  readonly moment: Moment;
  readonly withSound: boolean;
}

/** The listener's place. */
export interface Place {
  readonly draw: Draw;
  /** Brings it up to date first. */
  readonly isKept: () => boolean;
  /** Keeps none any more until the page is opened again. */
  readonly forget: () => void;
}

/** Offers the kept place where the address names none, and keeps the new one while the lecture plays. */
export function createPlace(player: Player, moments: Moments, memory: Memory, texts: Texts): Place {
  const goOn = byId("go-on-where", HTMLButtonElement);
  let offered: Kept | undefined;
  let wasPlaying = false;
  let savedAtMs = performance.now();
  let forgotten = false;

  function save(view: View): void {
    savedAtMs = performance.now();
    if (forgotten || !view.started) return;
    if (view.positionMs >= view.durationMs) memory.set("place", undefined);
    else if (view.positionMs >= NEAR_START_MS) {
      memory.set("place", { at: fragmentOf(moments.here()), withSound: view.soundOn });
    }
  }

  async function offer(kept: Kept): Promise<void> {
    const { slide, instead } = moments.find(kept.moment);
    if (instead === "nowhere") return;
    const positionMs = await moments.positionMs(kept.moment);
    if (player.view().started || positionMs < NEAR_START_MS) return;
    offered = kept;
    goOn.hidden = false;
    const title = slideTitle(slide, texts);
    const label = goOn.querySelector("span");
    if (label) setText(label, say(texts.goOnWhere, { title, time: showTime(positionMs) }));
  }

  goOn.addEventListener("click", () => {
    if (offered === undefined) return;
    moments.go(offered.moment);
    player.start(offered.withSound);
    byId("play", HTMLButtonElement).focus();
  });
  const kept = readKept(memory.get("place"));
  if (kept !== undefined && momentIn(location.hash) === undefined) void offer(kept);

  window.addEventListener("pagehide", () => save(player.view()));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) save(player.view());
  });

  return {
    draw: (view) => {
      const paused = wasPlaying && !view.playing;
      wasPlaying = view.playing;
      if (paused || (view.playing && performance.now() - savedAtMs >= SAVE_EVERY_MS)) save(view);
    },
    isKept: () => {
      save(player.view());
      return readKept(memory.get("place")) !== undefined;
    },
    forget: () => {
      forgotten = true;
      memory.set("place", undefined);
    },
  };
}

/** What was kept, if it can be read: another version may have written it. */
function readKept(value: unknown): Kept | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!("at" in value) || typeof value.at !== "string") return undefined;
  const moment = momentIn(value.at);
  if (moment === undefined) return undefined;
  return { moment, withSound: "withSound" in value && value.withSound === true };
}
