/** What shows over the seek bar for a moment of the lecture: its time, its slide's title and era, and a small picture of the slide. */
import type { Columns } from "./columns.ts";
import type { LectureIndex } from "./data.ts";
import { byId, setText } from "./dom.ts";
import { showTime } from "./show-time.ts";
import { slideTitle } from "./slide-name.ts";
import { drawSlidePicture } from "./slide-picture.ts";
import type { Texts } from "./texts.ts";
import { slideAt, stepAt, type Track, type TrackSlide } from "./track.ts";

/** Who rests this long over an era that is not loaded wants to see it. */
const REST_MS = 400;

/** The tip over the bar. */
export interface SeekTip {
  /** @param ms on the lecture's clock */
  readonly show: (ms: number, withPicture: boolean) => void;
  readonly hide: () => void;
}

/** Makes the tip; screen readers have the slider's own words. */
export function createSeekTip(index: LectureIndex, track: Track, columns: Columns, texts: Texts): SeekTip {
  const tip = byId("seek-tip", HTMLDivElement);
  const time = byId("seek-time", HTMLSpanElement);
  const title = byId("seek-title", HTMLSpanElement);
  const era = byId("seek-era", HTMLParagraphElement);
  const picture = byId("seek-picture", HTMLDivElement);
  let drawn = "";
  let resting: { readonly column: number; readonly timer: number } | undefined;
  let shownMs: number | undefined;

  function show(ms: number, withPicture: boolean): void {
    shownMs = ms;
    const slide = slideAt(track, ms);
    setText(time, showTime(ms));
    setText(title, slideTitle(slide, texts));
    setText(era, index.columns[slide.column]?.title ?? "");
    tip.hidden = false;
    const pictured = withPicture && !savesData();
    picture.hidden = !pictured || !draw(slide, ms);
    if (pictured && picture.hidden) loadSoon(slide);
    else stopResting();
    place(ms / Math.max(1, track.durationMs));
  }

  /** Draws the slide if it is here; says whether it is. */
  function draw(slide: TrackSlide, ms: number): boolean {
    const data = columns.get(slide.column)?.slides[slide.row];
    if (data === undefined) return false;
    const step = stepAt(data, ms - slide.startMs);
    const wanted = `${slide.number} ${step}`;
    if (drawn !== wanted) drawSlidePicture(picture, data, step);
    drawn = wanted;
    return true;
  }

  /** Over its place on the bar, as far as it fits. */
  function place(share: number): void {
    const barPx = tip.offsetParent?.clientWidth ?? 0;
    const half = Math.min(tip.offsetWidth, barPx) / 2;
    tip.style.left = `${Math.min(barPx - half, Math.max(half, share * barPx))}px`;
  }

  function loadSoon({ column }: TrackSlide): void {
    if (resting?.column === column) return;
    stopResting();
    const load = () => {
      // One that does not load has no picture.
      columns.load(column).then(
        () => shownMs !== undefined && show(shownMs, true),
        () => undefined,
      );
    };
    resting = { column, timer: window.setTimeout(load, REST_MS) };
  }

  function stopResting(): void {
    window.clearTimeout(resting?.timer);
    resting = undefined;
  }

  return {
    show,
    hide: () => {
      shownMs = undefined;
      tip.hidden = true;
      stopResting();
    },
  };
}

/** Whether the reader asks for less to be loaded. */
function savesData(): boolean {
  const connection: unknown = "connection" in navigator ? navigator.connection : undefined;
  const asked =
    typeof connection === "object" &&
    connection !== null &&
    "saveData" in connection &&
    connection.saveData === true;
  return asked || window.matchMedia("(prefers-reduced-data: reduce)").matches;
}
