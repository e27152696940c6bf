/** Opens the part that the address asks for, and says so. */
import { cutColumns, cutIndex, onlyIn, titleIn, type Part } from "./only.ts";
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
  /** The part; absent for the whole. */
  readonly part?: Part;
  /** The title that the address gives to the part. */
  readonly title?: string | undefined;
}

/** The part that `?only=` names; the whole lecture without it, or where it names none. */
export function openPart(whole: LectureIndex, columns: Columns, search: string): Open {
  const only = onlyIn(search);
  const part = only === undefined ? undefined : cutIndex(whole, only);
  if (part === undefined) return { index: whole, columns, ...(only !== undefined && { wrong: only }) };
  return { index: part.index, columns: cutColumns(columns, part.pieces), part, title: titleIn(search) };
}

/** Puts the part's own length into the page, says which part it is, and leads to the whole. */
export function showPart({ index, wrong, part, title }: Open, track: Track, texts: Texts): void {
  const line = byId("only", HTMLParagraphElement);
  if (wrong !== undefined) {
    line.hidden = false;
    line.textContent = say(texts.onlyWrong, { value: wrong });
  }
  if (part === undefined) return;
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
  line.append(`${partWords(part, index, title, texts)} `, linkToWhole(texts));
  if (title !== undefined) giveTitle(title);
  // Who changes a part goes on from what it is.
  for (const link of document.querySelectorAll("a[data-remix]"))
    link.setAttribute("href", `remix.html${location.search}`);
  document.querySelector(".contents-foot")?.append(" · ", linkToWhole(texts));
}

/** Which part it is, and what of it is not as the address says. */
function partWords(
  { isSelection, titles, missing, again }: Part,
  index: LectureIndex,
  title: string | undefined,
  texts: Texts,
): string {
  const known = isSelection
    ? say(texts.onlySelection, { title: index.title })
    : say(title === undefined ? texts.onlyPart : texts.onlyPartOf, {
        title: titles.join(" – "),
        lecture: index.title,
      });
  const gone = say(missing.length === 1 ? texts.onlyGoneOne : texts.onlyGone, {
    n: missing.length,
    slides: missing.join(", "),
  });
  return [
    known,
    ...(missing.length > 0 ? [gone] : []),
    ...(again.length > 0
      ? [say(texts.onlyOnce, { slides: again.map((text) => say(texts.quoted, { text })).join(", ") })]
      : []),
  ].join(" ");
}

/** The part's own title stands where the lecture's did, without what that says under it; the line over the buttons names the lecture. */
function giveTitle(title: string): void {
  document.title = title;
  document.querySelector(".start-subtitle")?.remove();
  for (const heading of document.querySelectorAll("h1")) heading.textContent = title;
}

function linkToWhole(texts: Texts): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = location.href.split(/[?#]/)[0] ?? "";
  link.textContent = texts.wholeLecture;
  return link;
}
