/**
 * Keeps the speaker view in step with the presenting window: greets it until it answers, and again and again, since it may be loaded
 * anew at any time. While nobody answers, the view can still be leafed through.
 */
import type { Columns } from "../player/columns.ts";
import type { LectureIndex, SlideData } from "../player/data.ts";
import { findSlide, type Track, type TrackSlide } from "../player/track.ts";
import type { TalkAsk, TalkLink, TalkState } from "../talk/messages.ts";
import type { DrawSpeaker, SlideAtStep, SpeakerView } from "./view.ts";

/** A window that was loaded anew is found within this time. */
const GREET_MS = 1_000;
/** Who does not answer for this long is not there. */
const SILENT_MS = 3_500;

/** The talk, as the speaker view has it. */
export interface Speaker {
  readonly view: () => SpeakerView;
  /** Asks the presenting window; does it here while there is none. */
  readonly ask: (ask: TalkAsk) => void;
  /** Draws everything again. */
  readonly wake: () => void;
}

/** What the speaker view needs of the page. */
export interface SpeakerWorld {
  readonly index: LectureIndex;
  readonly track: Track;
  readonly columns: Columns;
  readonly link: TalkLink;
  readonly draw: DrawSpeaker;
  /** Called when the data of a slide's column is wanted, for what else belongs to the column. */
  readonly wanted: (slide: TrackSlide) => void;
}

/** Begins to greet. */
export function createSpeaker({ index, track, columns, link, draw, wanted }: SpeakerWorld): Speaker {
  const [first] = track.slides;
  if (first === undefined) throw new Error("a lecture needs at least one slide");
  let state: TalkState = {
    slide: first.fullId,
    step: 0,
    positionMs: 0,
    mode: "present",
    black: false,
    overview: false,
    started: false,
  };
  let heardMs = -Infinity;
  const asked = new Set<number>();

  const dataOf = (slide: TrackSlide): SlideData | undefined => columns.get(slide.column)?.slides[slide.row];
  const at = (slide: TrackSlide, step: number): SlideAtStep => ({ slide, step, data: dataOf(slide) });
  const isConnected = () => performance.now() - heardMs < SILENT_MS;

  function view(): SpeakerView {
    const slide = findSlide(track, index, state.slide) ?? track.slides[0];
    if (slide === undefined) throw new Error("a lecture needs at least one slide");
    const now = at(slide, state.step);
    const stepCount = now.data?.steps.length ?? 0;
    const following = track.slides[slide.number + 1];
    const after = following && at(following, 0);
    const next = now.data !== undefined && state.step < stepCount ? at(slide, state.step + 1) : after;
    return {
      connected: isConnected(),
      state,
      now,
      stepCount,
      next,
      after,
      slideCount: track.slides.length,
    };
  }

  function wake(): void {
    const { now, after } = view();
    for (const one of [now, after]) if (one !== undefined) request(one.slide);
    draw(view());
  }

  function request(slide: TrackSlide): void {
    const { column } = slide;
    if (asked.has(column)) return;
    asked.add(column);
    wanted(slide);
    // What does not load is asked for again when its era is come to again.
    columns.load(column).then(wake, () => asked.delete(column));
  }

  /** What the presenting window would do. */
  function doHere(ask: TalkAsk): void {
    const { now, stepCount } = view();
    const to = (slide: TrackSlide | undefined, step: number) => {
      if (slide !== undefined) state = { ...state, slide: slide.fullId, step };
    };
    const beside = (by: 1 | -1) => track.slides[now.slide.number + by];
    switch (ask.to) {
      case "black":
        state = { ...state, black: ask.on };
        break;
      case "present":
      case "overview":
        break;
      case "move-slide":
        to(beside(ask.by), 0);
        break;
      case "go":
        to(findSlide(track, index, ask.slide), ask.step);
        break;
      case "move": {
        const step = now.step + ask.by;
        const other = beside(ask.by);
        if (step >= 0 && step <= stepCount) to(now.slide, step);
        else to(other, other === undefined || ask.by > 0 ? 0 : (dataOf(other)?.steps.length ?? 0));
      }
    }
    wake();
  }

  link.listen((message) => {
    if (message.kind !== "state") return;
    heardMs = performance.now();
    ({ state } = message);
    wake();
  });
  const greet = () => {
    link.send({ kind: "hello" });
    draw(view());
  };
  window.setInterval(greet, GREET_MS);
  document.addEventListener("visibilitychange", greet);
  link.send({ kind: "hello" });

  return {
    view,
    wake,
    ask: (ask) => (isConnected() ? link.send({ kind: "ask", ask }) : doHere(ask)),
  };
}
