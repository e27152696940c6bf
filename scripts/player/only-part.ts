/** Opens the part that the address asks for, and says so. */
import { cutColumns, cutIndex, onlyIn } from "./only.ts";
import type { Columns } from "./columns.ts";
import type { LectureIndex } from "./data.ts";
import { byId } from "./dom.ts";
import { showTime } from "./show-time.ts";
import { say, type Texts } from "./texts.ts";
import type { Track } from "./track.ts";

/** What is open: the whole lecture or a part. */
export interface Open {
  readonly index: LectureIndex;
  readonly columns: Columns;
  /** What the address asked for in vain. */
  readonly wrong?: string;
  /** Titles of what the part begins and ends with; absent for the whole. */
  readonly titles?: readonly string[];
}

/** The part that `?only=` names; the whole lecture without it, or where it names none. */
export function openPart(whole: LectureIndex, columns: Columns, search: string): Open {
  const only = onlyIn(search);
  const part = only === undefined ? undefined : cutIndex(whole, only);
  if (part !== undefined)
    return { index: part.index, columns: cutColumns(columns, part.pieces), titles: part.titles };
  return { index: whole, columns, ...(only !== undefined && { wrong: only }) };
}

/** Puts the part's own length into the page, says which part it is, and leads to the whole. */
export function showPart({ index, wrong, titles }: Open, track: Track, texts: Texts): void {
  const line = byId("only", HTMLParagraphElement);
  if (wrong !== undefined) {
    line.hidden = false;
    line.textContent = say(texts.onlyWrong, { value: wrong });
  }
  if (titles === undefined) return;
  const short = index.leftOut === undefined ? [] : [texts.shortVersion];
  const total = showTime(track.durationMs);
  const count = say(track.slides.length === 1 ? texts.slideCountOne : texts.slideCount, {
    n: track.slides.length,
  });
  const facts = [total, count, ...short];
  byId("seek", HTMLInputElement).max = String(track.durationMs);
  byId("total", HTMLSpanElement).textContent = total;
  byId("start-facts", HTMLParagraphElement).textContent = facts.join(" · ");
  document.querySelector<HTMLElement>(".start-parts")?.remove();
  line.hidden = false;
  line.append(`${say(texts.onlyPart, { title: titles.join(" – ") })} `, linkToWhole(texts));
  document.querySelector(".contents-foot")?.append(" · ", linkToWhole(texts));
}

function linkToWhole(texts: Texts): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = location.href.split(/[?#]/)[0] ?? "";
  link.textContent = texts.wholeLecture;
  return link;
}
