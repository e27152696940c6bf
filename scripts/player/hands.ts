/** Keys and swipes. */
import { byId } from "./dom.ts";
import { isEnlarged } from "./enlarge.ts";
import { isCharacter, nameOf, rowOf, type KeyRow } from "./keys.ts";
import type { Player } from "./player.ts";
import type { SettingsStore } from "./settings.ts";
import type { Stage } from "./stage.ts";
import type { Track, TrackSlide } from "./track.ts";

/** A finger that moves less than this meant no swipe. */
const SWIPE_PX = 40;
/** Elements that have a use of their own for keys. */
const TAKES_KEYS = 'input:not([type="range"]), select, textarea, dialog, audio, video, [contenteditable]';
/** It moves by arrows and such; nothing can be typed into it. */
const SLIDER = 'input[type="range"]';
/** Elements that Space and Enter press. */
const PRESSED = "button, a[href], summary";

/** What keys and swipes act on. */
export interface HandsWorld {
  readonly stage: Stage;
  readonly track: Track;
  readonly rows: readonly KeyRow[];
  readonly settings: SettingsStore;
}

/** Binds keys and swipes to the player. */
export function createHands(player: Player, { stage, track, rows, settings }: HandsWorld): void {
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    // Clickers begin with F5, or with Shift and F5. On some keyboards digits and punctuation marks need Shift.
    if (event.shiftKey && !isCharacter(event.key) && event.key !== "F5") return;
    if (!player.view().started && event.key !== "F5") return;
    if (target.closest(TAKES_KEYS) !== null) return;
    if (event.key === " " && target.closest(PRESSED) !== null) return;
    if (!isCharacter(event.key) && target.closest(SLIDER) !== null) return;
    const act = stage.inOverview() ? overviewKey(event.key) : slideKey(event.key, target);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  function slideKey(pressed: string, target: Element): (() => void) | undefined {
    const { mode } = player.view();
    const row = rowOf(rows, pressed, mode);
    if (row === undefined) return undefined;
    // Who presents has the page for themselves: it need not have the focus.
    const isHere = mode === "present" || target.closest("#player") !== null;
    if (row.isCharacter && !(settings.get().letterKeys && isHere)) return undefined;
    return () => row.act(nameOf(pressed));
  }

  function overviewKey(key: string): (() => void) | undefined {
    const { slide } = player.view();
    const at = (column: number, row: number) => {
      const rows = track.columns[column] ?? [];
      return () => goTo(rows[Math.min(row, rows.length - 1)]);
    };
    switch (key) {
      case "ArrowRight":
        return at(slide.column + 1, slide.row);
      case "ArrowLeft":
        return at(slide.column - 1, slide.row);
      case "ArrowDown":
        return at(slide.column, slide.row + 1);
      case "ArrowUp":
        return at(slide.column, Math.max(0, slide.row - 1));
      case "Enter":
      case "Escape":
      case "o":
        return () => void stage.toggleOverview().then(player.wake);
      default:
        return undefined;
    }
  }

  const goTo = (slide: TrackSlide | undefined) => {
    if (slide !== undefined) player.goTo(slide);
  };

  const area = byId("stage", HTMLDivElement);
  let from: { readonly x: number; readonly y: number } | undefined;
  area.addEventListener(
    "touchstart",
    (event) => {
      const [touch] = event.touches;
      from = event.touches.length === 1 && touch ? { x: touch.clientX, y: touch.clientY } : undefined;
    },
    { passive: true },
  );
  area.addEventListener(
    "touchend",
    (event) => {
      const [touch] = event.changedTouches;
      if (from === undefined || touch === undefined || stage.inOverview() || isEnlarged(area)) return;
      const x = touch.clientX - from.x;
      const y = touch.clientY - from.y;
      from = undefined;
      const zoomed = (window.visualViewport?.scale ?? 1) > 1;
      if (!zoomed && Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) player.move(x < 0 ? 1 : -1);
    },
    { passive: true },
  );

  // Film and sound of a slide pause the lecture. Media events do not bubble: catch them on their way down.
  area.addEventListener("play", player.stop, true);
}
