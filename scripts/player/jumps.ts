/** The buttons and keys that jump, and the dialog that lists all keys. */
import type { Columns } from "./columns.ts";
import { byId, maybeById } from "./dom.ts";
import { JUMP_MS, keyRows, type KeyRow } from "./keys.ts";
import type { Player } from "./player.ts";
import { sentenceJump } from "./sentence-jump.ts";
import type { Texts } from "./texts.ts";
import type { Track, TrackSlide } from "./track.ts";

/** Binds the jumping buttons and fills the table of keys; returns the table for the keyboard. */
export function createJumps(player: Player, track: Track, columns: Columns, texts: Texts): readonly KeyRow[] {
  const seek = (ms: number) => player.seek(Math.min(track.durationMs, Math.max(0, ms)));
  const jump = (byMs: number) => seek(player.view().positionMs + byMs);
  const dataOf = (slide: TrackSlide) => columns.get(slide.column)?.slides[slide.row];
  const sentence = (direction: 1 | -1) => seek(sentenceJump(track, dataOf, player.view(), direction));
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
    toTenths: (tenths) => seek((track.durationMs * tenths) / 10),
    captions: player.toggleCaptions,
    mute: maybeById("mute") === undefined ? undefined : player.toggleSound,
    fullScreen,
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

  const dialog = byId("keys-dialog", HTMLDialogElement);
  bind("keys", () => dialog.showModal());
  bind("keys-close", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  byId("keys-list", HTMLTableSectionElement).append(...rows.map((row) => tableRow(row, texts)));
  return rows;
}

function tableRow({ shown, does }: KeyRow, texts: Texts): HTMLTableRowElement {
  const row = document.createElement("tr");
  const keys = document.createElement("th");
  keys.scope = "row";
  keys.append(
    ...shown.split(" ").map((one) => {
      const key = document.createElement(one === "–" ? "span" : "kbd");
      key.textContent = one;
      return key;
    }),
  );
  const what = document.createElement("td");
  what.textContent = texts[does];
  row.append(keys, what);
  return row;
}

function toggleFullScreen(): void {
  // A browser may refuse: then the page stays as it is.
  const change =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen()
      : document.exitFullscreen();
  change.catch(() => undefined);
}
