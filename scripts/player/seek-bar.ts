/** The bar over the whole lecture: a slider with a piece for each era and a mark where each slide begins. */
import type { Columns } from "./columns.ts";
import type { LectureIndex } from "./data.ts";
import { byId, setText } from "./dom.ts";
import type { Player } from "./player.ts";
import type { OnRenew } from "./renewal.ts";
import { createSeekTip } from "./seek-tip.ts";
import { showTime } from "./show-time.ts";
import { drawSlideMarks } from "./slide-marks.ts";
import { slideTitle } from "./slide-name.ts";
import { say, type Texts } from "./texts.ts";
import { slideAt, type Track } from "./track.ts";
import type { Draw, View } from "./view.ts";

/** How far an arrow key goes. */
const ARROW_MS = 5_000;
/** So far from where the keyboard went the tip says what is no longer wanted. */
const TIP_STAYS_MS = 3_000;

/** What the bar shows and asks for. */
export interface SeekBarWorld {
  readonly index: LectureIndex;
  readonly track: Track;
  readonly columns: Columns;
  readonly texts: Texts;
  readonly onRenew: OnRenew;
}

/** Binds the slider to the player; returns what draws it. */
export function createSeekBar(player: Player, { index, track, columns, texts, onRenew }: SeekBarWorld): Draw {
  const slider = byId("seek", HTMLInputElement);
  const bar = byId("seek-track", HTMLDivElement);
  const tip = createSeekTip(index, track, columns, texts);
  let pieces = drawEras(bar, index, track);
  const drawMarks = drawSlideMarks(bar, () => pieces);
  let times = timesOf(index, track);
  onRenew(() => {
    // Measuring the new pieces costs more than all else on the page, and mostly they would be the same.
    const now = timesOf(index, track);
    if (now === times) return;
    times = now;
    pieces = drawEras(bar, index, track);
    slider.max = String(track.durationMs);
    setText(byId("total", HTMLSpanElement), showTime(track.durationMs));
    drawMarks();
  });
  // Where the keyboard went, while the tip shows it.
  let keyedMs: number | undefined;

  slider.addEventListener("input", () => player.seek(Number(slider.value)));
  slider.addEventListener("pointerdown", () => player.scrub(true));
  for (const end of ["pointerup", "pointercancel", "change", "blur"]) {
    slider.addEventListener(end, () => player.scrub(false));
  }
  slider.addEventListener("keydown", (event) => {
    const goal = keyGoal(event.key, player.view(), track);
    if (goal === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    player.seek(goal);
    const view = player.view();
    describe(view);
    showKeyed(view);
  });

  const valueText = (ms: number) =>
    say(texts.seekValue, {
      time: showTime(ms),
      total: showTime(track.durationMs),
      title: slideTitle(slideAt(track, ms), texts),
    });
  function describe(view: View): void {
    const text = valueText(view.positionMs);
    if (slider.getAttribute("aria-valuetext") !== text) slider.setAttribute("aria-valuetext", text);
  }

  slider.addEventListener("pointermove", (event) => {
    const box = slider.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    // Under a finger the slide itself follows.
    tip.show(share * track.durationMs, event.pointerType !== "touch");
  });
  slider.addEventListener("pointerleave", hideTip);
  slider.addEventListener("blur", hideTip);
  slider.addEventListener("focus", () => {
    const view = player.view();
    describe(view);
    if (slider.matches(":focus-visible")) showKeyed(view);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hideTip();
  });
  function showKeyed({ positionMs }: View): void {
    keyedMs = positionMs;
    tip.show(positionMs, true);
  }
  function hideTip(): void {
    keyedMs = undefined;
    tip.hide();
  }

  return (view) => {
    const value = String(Math.floor(view.positionMs));
    if (slider.value !== value) slider.value = value;
    // A slider that has the focus and keeps changing its words talks over the voice.
    const talking = view.playing && view.soundOn && document.activeElement === slider;
    if (!talking) describe(view);
    if (keyedMs !== undefined && Math.abs(view.positionMs - keyedMs) > TIP_STAYS_MS) hideTip();
    for (const { fill, startMs, endMs } of pieces) {
      const share = Math.min(1, Math.max(0, (view.positionMs - startMs) / Math.max(1, endMs - startMs)));
      fill.style.transform = `scaleX(${share})`;
    }
  };
}

function keyGoal(key: string, view: View, track: Track): number | undefined {
  const slide = (step: number) => track.slides[view.slide.number + step];
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return view.positionMs + ARROW_MS;
    case "ArrowLeft":
    case "ArrowDown":
      return view.positionMs - ARROW_MS;
    case "PageUp":
      return slide(1)?.startMs ?? track.durationMs;
    case "PageDown":
      return slide(-1)?.startMs ?? 0;
    case "Home":
      return 0;
    case "End":
      return track.durationMs;
    default:
      return undefined;
  }
}

/** When slides begin, and what colour their eras have: bars that show the same have the same. */
const timesOf = ({ columns }: LectureIndex, track: Track): string =>
  JSON.stringify([
    columns.map(({ eraIndex }) => eraIndex ?? -1),
    track.columns.map((slides) => slides.map(({ startMs }) => startMs)),
    track.durationMs,
  ]);

/** One piece of the bar per column, as wide as its time, with a part that fills as it plays. */
function drawEras(root: HTMLElement, index: LectureIndex, track: Track) {
  for (const old of root.querySelectorAll(".seek-era")) old.remove();
  return index.columns.map((column, number) => {
    const slides = track.columns[number] ?? [];
    const startMs = slides[0]?.startMs ?? 0;
    const endMs = slides.at(-1)?.endMs ?? startMs;
    const piece = document.createElement("span");
    piece.className = "seek-era";
    piece.style.flexGrow = String(Math.max(1, endMs - startMs));
    if (column.eraIndex !== undefined) piece.dataset["eraIndex"] = String(column.eraIndex);
    const fill = document.createElement("span");
    fill.className = "seek-fill";
    piece.append(fill);
    root.append(piece);
    return { piece, fill, startMs, endMs, slides };
  });
}
