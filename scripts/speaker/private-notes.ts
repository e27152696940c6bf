/** The lecturer's private notes: only a build of their own has them, each era's in a script of its own. */
import { addScript } from "../player/columns.ts";
import type { LectureIndex } from "../player/data.ts";
import { maybeById } from "../player/dom.ts";
import { parseHtml } from "../player/plain-text.ts";
import type { Texts } from "../player/texts.ts";
import { makeTrack, type TrackSlide } from "../player/track.ts";
import type { DrawSpeaker } from "./view.ts";

/** The notes. */
export interface PrivateNotes {
  readonly draw: DrawSpeaker;
  /** Loads those of a slide's column; calls back when they are here, or will not be. */
  readonly load: (slide: TrackSlide, changed: () => void) => void;
}

/**
 * Binds the place for notes, where the page has one.
 * @param whole the whole lecture: notes lie by its columns, also where only a part is open
 */
export function createPrivateNotes(whole: LectureIndex, texts: Texts): PrivateNotes {
  const room = maybeById("private-notes");
  const arrived = new Map<number, readonly string[]>();
  const failed = new Set<number>();
  const places = new Map(makeTrack(whole).slides.map((slide) => [slide.fullId, slide]));
  let drawn = "";
  window.lanternist = { ...window.lanternist, notes: (column, notes) => arrived.set(column, notes) };

  function load({ fullId }: TrackSlide, changed: () => void): void {
    const column = places.get(fullId)?.column;
    const path = column === undefined ? undefined : whole.columns[column]?.notes;
    if (room === undefined || column === undefined || path === undefined || arrived.has(column)) return;
    addScript(path).then(changed, () => {
      failed.add(column);
      changed();
    });
  }

  return {
    load,
    draw: ({ now: { slide } }) => {
      const place = places.get(slide.fullId);
      if (room === undefined || place === undefined) return;
      const html = arrived.get(place.column)?.[place.row] ?? "";
      const word = failed.has(place.column) ? texts.privateNotesFailed : texts.privateNotesNone;
      const wanted = `${slide.fullId} ${html === "" ? word : ""}`;
      if (wanted === drawn) return;
      drawn = wanted;
      const content = parseHtml(html === "" ? `<p class="private-none"></p>` : html);
      if (html === "") content.querySelector("p")?.append(word);
      for (const named of content.querySelectorAll("[id]")) named.removeAttribute("id");
      room.replaceChildren(content);
      room.scrollTop = 0;
    },
  };
}
