/** The buttons that jump, and the keys of the player. */
import type { Columns } from "./columns.ts";
import { byId, maybeById } from "./dom.ts";
import { JUMP_MS, watchRows, type KeyRow } from "./keys.ts";
import type { Player } from "./player.ts";
import { sentenceJump } from "./sentence-jump.ts";
import type { Track, TrackSlide } from "./track.ts";

/**
 * Binds the buttons; returns the table that the keyboard follows.
 * @param find opens the panel in which words are found
 */
export function createJumps(
  player: Player,
  track: Track,
  columns: Columns,
  find: () => void,
): readonly KeyRow[] {
  const jump = (byMs: number) => player.seek(player.view().positionMs + byMs);
  const dataOf = (slide: TrackSlide) => columns.get(slide.column)?.slides[slide.row];
  const sentence = (direction: 1 | -1) => player.seek(sentenceJump(track, dataOf, player.view(), direction));
  const goTo = (slide: TrackSlide | undefined) => {
    if (slide !== undefined) player.goTo(slide);
  };
  const rows = watchRows({
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
    find,
  });

  const bind = (id: string, act: () => void) => byId(id, HTMLButtonElement).addEventListener("click", act);
  for (const button of document.querySelectorAll<HTMLElement>("[data-jump]"))
    button.addEventListener("click", () => jump(button.dataset["jump"] === "back" ? -JUMP_MS : JUMP_MS));
  bind("sentence-back", () => sentence(-1));
  bind("sentence-on", () => sentence(1));

  return rows;
}
