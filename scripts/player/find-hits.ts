/** Draws what was found: the list, by era, and the marks on the bar. */
import { byId } from "./dom.ts";
import type { LectureIndex } from "./data.ts";
import { piecesOf, type Hit } from "./search.ts";
import { showTime } from "./show-time.ts";
import { slideTitle } from "./slide-name.ts";
import { say, type Texts } from "./texts.ts";
import type { Track } from "./track.ts";

/** So many hits are listed; all are counted and marked on the bar. */
const LISTED_HITS = 200;
/** Marks on the bar stand no closer than this share of it, so that they stay apart and few. */
const MARK_SHARE = 1 / 400;

/** When a hit is shown or said, on the lecture's clock. */
export const positionOf = ({ place }: Hit, track: Track): number =>
  (track.slides[place.slide]?.startMs ?? 0) + place.offsetMs;

/** Lists the first hits as buttons, whose `data-hit` is the hit's number. */
export function listHits(
  list: HTMLElement,
  hits: readonly Hit[],
  { index, track, texts }: { readonly index: LectureIndex; readonly track: Track; readonly texts: Texts },
): void {
  const nodes: HTMLElement[] = [];
  let column: number | undefined;
  let rows = document.createElement("ul");
  for (const [number, hit] of hits.slice(0, LISTED_HITS).entries()) {
    const slide = track.slides[hit.place.slide];
    if (slide === undefined) continue;
    if (slide.column !== column) {
      column = slide.column;
      const era = index.columns[column];
      const heading = document.createElement("h3");
      heading.textContent = era?.title || index.title;
      if (era?.eraIndex !== undefined) heading.dataset["eraIndex"] = String(era.eraIndex);
      rows = document.createElement("ul");
      nodes.push(heading, rows);
    }
    const row = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = number === 0 ? 0 : -1;
    button.dataset["hit"] = String(number);
    const words = document.createElement("span");
    words.className = "find-words";
    words.append(...piecesOf(hit).map(({ text, isFound }) => (isFound ? marked(text) : text)));
    const place = document.createElement("span");
    place.className = "find-place";
    const title = slideTitle(slide, texts);
    const time = showTime(positionOf(hit, track));
    place.textContent = hit.place.kind === "title" ? time : `${time} · ${title}`;
    button.append(words, " ", place);
    row.append(button);
    rows.append(row);
  }
  list.replaceChildren(...nodes);
  list.scrollTop = 0;
}

/** Marks all hits on the bar; none clears it. */
export function markHits(hits: readonly Hit[], track: Track): void {
  const shares = new Set(
    hits.map((hit) => Math.round(positionOf(hit, track) / Math.max(1, track.durationMs) / MARK_SHARE)),
  );
  byId("find-marks", HTMLDivElement).replaceChildren(
    ...[...shares].map((share) => {
      const mark = document.createElement("span");
      mark.style.left = `${share * MARK_SHARE * 100}%`;
      return mark;
    }),
  );
}

/** "312 hits; the first 200 are shown" */
export function countHits(count: number, texts: Texts): string {
  const text = count === 0 ? texts.hitsNone : count === 1 ? texts.hitsOne : texts.hits;
  const all = say(text, { n: count });
  return count <= LISTED_HITS ? all : `${all} ${say(texts.hitsShown, { n: LISTED_HITS })}`;
}

function marked(text: string): HTMLElement {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
