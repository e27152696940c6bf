/** The bar over the whole lecture: a slider with a mark where each era begins. */
import type { LectureIndex } from "./data.ts";
import { byId, setText } from "./dom.ts";
import type { Player } from "./player.ts";
import { showTime } from "./show-time.ts";
import { say, type Texts } from "./texts.ts";
import { slideAt, type Track, type TrackSlide } from "./track.ts";
import type { Draw, View } from "./view.ts";

/** How far an arrow key goes. */
const ARROW_MS = 5_000;

/** Binds the slider to the player; returns what draws it. */
export function createSeekBar(player: Player, index: LectureIndex, track: Track, texts: Texts): Draw {
  const slider = byId("seek", HTMLInputElement);
  const tip = byId("seek-tip", HTMLParagraphElement);
  const fills = drawEras(byId("seek-track", HTMLDivElement), index, track);

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
    describe(player.view());
  });

  const titleOf = (slide: TrackSlide) =>
    slide.title === "" ? say(texts.untitled, { n: slide.number + 1 }) : slide.title;
  const valueText = (ms: number) =>
    say(texts.seekValue, {
      time: showTime(ms),
      total: showTime(track.durationMs),
      title: titleOf(slideAt(track, ms)),
    });
  function describe(view: View): void {
    const text = valueText(view.positionMs);
    if (slider.getAttribute("aria-valuetext") !== text) slider.setAttribute("aria-valuetext", text);
  }

  slider.addEventListener("pointermove", (event) => {
    const box = slider.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    const ms = share * track.durationMs;
    setText(tip, `${showTime(ms)}  ${titleOf(slideAt(track, ms))}`);
    tip.hidden = false;
    const half = Math.min(tip.offsetWidth / 2, box.width / 2);
    tip.style.left = `${Math.min(box.width - half, Math.max(half, share * box.width))}px`;
  });
  slider.addEventListener("pointerleave", () => {
    tip.hidden = true;
  });
  slider.addEventListener("focus", () => describe(player.view()));

  return (view) => {
    const value = String(Math.round(view.positionMs));
    if (slider.value !== value) slider.value = value;
    // A slider that has the focus and keeps changing its words talks over the voice.
    const talking = view.playing && view.soundOn && document.activeElement === slider;
    if (!talking) describe(view);
    for (const { element, startMs, endMs } of fills) {
      const share = Math.min(1, Math.max(0, (view.positionMs - startMs) / Math.max(1, endMs - startMs)));
      element.style.transform = `scaleX(${share})`;
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

/** One piece of the bar per column, as wide as its time, with a part that fills as it plays. */
function drawEras(root: HTMLElement, index: LectureIndex, track: Track) {
  return index.columns.map((column, number) => {
    const slides = track.columns[number] ?? [];
    const startMs = slides[0]?.startMs ?? 0;
    const endMs = slides.at(-1)?.endMs ?? startMs;
    const piece = document.createElement("span");
    piece.className = "seek-era";
    piece.style.flexGrow = String(Math.max(1, endMs - startMs));
    if (column.eraIndex !== undefined) piece.dataset["eraIndex"] = String(column.eraIndex);
    const element = document.createElement("span");
    element.className = "seek-fill";
    piece.append(element);
    root.append(piece);
    return { element, startMs, endMs };
  });
}
