/** The buttons that jump and the one for full screen, and the keys that do the same. */
import type { Columns } from "./columns.ts";
import { byId, maybeById } from "./dom.ts";
import { JUMP_MS, keyRows, type KeyRow } from "./keys.ts";
import type { Player } from "./player.ts";
import { sentenceJump } from "./sentence-jump.ts";
import type { Track, TrackSlide } from "./track.ts";

/**
 * Binds the buttons; returns the table that the keyboard follows.
 * @param find opens the panel in which words are found
 * @param draw turns drawing on or off
 */
export function createJumps(
  player: Player,
  track: Track,
  columns: Columns,
  find: () => void,
  draw: () => void,
): readonly KeyRow[] {
  const jump = (byMs: number) => player.seek(player.view().positionMs + byMs);
  const dataOf = (slide: TrackSlide) => columns.get(slide.column)?.slides[slide.row];
  const sentence = (direction: 1 | -1) => player.seek(sentenceJump(track, dataOf, player.view(), direction));
  const goTo = (slide: TrackSlide | undefined) => {
    if (slide !== undefined) player.goTo(slide);
  };
  const fullScreen = document.fullscreenEnabled ? toggleFullScreen : undefined;
  const rows = keyRows({
    toggle: player.toggle,
    move: player.move,
    moveSlide: player.moveSlide,
    toFirst: () => goTo(track.slides[0]),
    toLast: () => goTo(track.slides.at(-1)),
    jump,
    sentence,
    toTenths: (tenths) => player.seek((track.durationMs * tenths) / 10),
    captions: player.toggleCaptions,
    mute: maybeById("mute") === undefined ? undefined : player.toggleSound,
    fullScreen,
    find,
    draw,
  });

  const bind = (id: string, act: () => void) => byId(id, HTMLButtonElement).addEventListener("click", act);
  for (const button of document.querySelectorAll<HTMLElement>("[data-jump]"))
    button.addEventListener("click", () => jump(button.dataset["jump"] === "back" ? -JUMP_MS : JUMP_MS));
  bind("sentence-back", () => sentence(-1));
  bind("sentence-on", () => sentence(1));
  if (fullScreen !== undefined) {
    byId("full-screen", HTMLButtonElement).hidden = false;
    bind("full-screen", fullScreen);
  }

  return rows;
}

function toggleFullScreen(): void {
  // A browser may refuse: then the page stays as it is.
  const change =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen()
      : document.exitFullscreen();
  change.catch(() => undefined);
}
