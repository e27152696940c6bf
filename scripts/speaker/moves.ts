/** What the lecturer asks of the presenting window, by button or key. */
import { byId } from "../player/dom.ts";
import { isCharacter, nameOf, presentRows, rowOf, type KeyRow } from "../player/keys.ts";
import type { Track } from "../player/track.ts";
import type { Speaker } from "./speaker.ts";
import type { DrawSpeaker } from "./view.ts";

/** Elements that have a use of their own for keys. */
const TAKES_KEYS = "input, select, textarea, dialog, [contenteditable]";
/** Elements that Space and Enter press. */
const PRESSED = "button, a[href], summary";
/** What is scrolled by these keys. */
const SCROLLED = ".script, .private-notes";

/** The moves. */
export interface Moves {
  readonly draw: DrawSpeaker;
  readonly rows: readonly KeyRow[];
}

/** Binds buttons and keys. */
export function createMoves(
  speaker: Speaker,
  world: {
    readonly track: Track;
    readonly goTo: (typed: string) => void;
    readonly sheet: () => void;
    readonly pointer: () => void;
    readonly draw: () => void;
    /** Whether letters, digits and punctuation marks act: a setting of the player's, which may change meanwhile. */
    readonly letterKeys: () => boolean;
  },
): Moves {
  const { track } = world;
  const black = byId("black", HTMLButtonElement);
  const overview = byId("overview", HTMLButtonElement);
  const { ask } = speaker;
  const move = (by: 1 | -1) => ask({ to: "move", by });
  const setBlack = () => ask({ to: "black", on: !speaker.view().state.black });
  const setOverview = () => ask({ to: "overview", on: !speaker.view().state.overview });
  const goToEnd = (at: 0 | -1) => {
    const slide = track.slides.at(at);
    if (slide !== undefined) ask({ to: "go", slide: slide.fullId, step: 0 });
  };
  const present = () => ask({ to: "present", on: speaker.view().state.mode === "watch" });

  const rows = presentRows({
    move,
    moveSlide: (by) => ask({ to: "move-slide", by }),
    toFirst: () => goToEnd(0),
    toLast: () => goToEnd(-1),
    present,
    end: () => {
      if (speaker.view().state.black) setBlack();
      else if (speaker.view().state.overview) setOverview();
    },
    black: setBlack,
    pointer: world.pointer,
    draw: world.draw,
    goTo: world.goTo,
    overview: setOverview,
    sheet: world.sheet,
  });

  const bind = (id: string, act: () => void) => byId(id, HTMLButtonElement).addEventListener("click", act);
  bind("back", () => move(-1));
  bind("forward", () => move(1));
  bind("black", setBlack);
  bind("overview", setOverview);
  bind("present", present);
  bind("go-to", () => world.goTo(""));
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.shiftKey && !isCharacter(event.key)) return;
    if (target.closest(TAKES_KEYS) !== null) return;
    if (event.key === " " && target.closest(PRESSED) !== null) return;
    if (["ArrowUp", "ArrowDown"].includes(event.key) && target.closest(SCROLLED) !== null) return;
    const row = rowOf(rows, event.key, "present");
    if (row === undefined || (row.isCharacter && !world.letterKeys())) return;
    event.preventDefault();
    row.act(nameOf(event.key));
  });

  return {
    rows,
    draw: ({ state }) => {
      black.setAttribute("aria-pressed", String(state.black));
      overview.setAttribute("aria-pressed", String(state.overview));
    },
  };
}
