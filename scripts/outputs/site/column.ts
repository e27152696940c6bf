/** Everything of the site that belongs to one column: an era, or the slides made before and after the eras. */
import type {
  DescriptionTime,
  Lecture,
  MadeSlide,
  Sentence,
  Slide,
  SlideTime,
  SoundTime,
  Timeline,
} from "../../model.ts";
import type {
  ColumnData,
  ColumnIndex,
  DescriptionData,
  SentenceData,
  SlideData,
  SlideIndex,
  SlideSoundData,
} from "../../player/data.ts";
import { renderSlide } from "../../render/slide.ts";
import type { RenderContext } from "../../render/context.ts";
import { slideTitle } from "../../slide-title.ts";
import { spanOf, type Years } from "../../source/decimal-years.ts";
import { captionsOf, type Caption } from "../../narration/captions.ts";
import type { Stroke } from "../../talk/stroke.ts";
import { scriptJson } from "./json.ts";
import type { LectureYears } from "./years.ts";

/** A column of the overview: its slides in order. */
export interface Column {
  readonly id: string;
  readonly title: string;
  /** Planned minutes. */
  readonly minutes?: number;
  readonly slides: readonly (Slide | MadeSlide)[];
  /** What the deck carries as drawn on its slides, by their full ids. */
  readonly drawn: ReadonlyMap<string, readonly Stroke[]>;
}

/** The lecture's columns from left to right; those without slides are left out. */
export function columnsOf(lecture: Pick<Lecture, "deck" | "front" | "back">): Column[] {
  const drawn = new Map(Object.entries(lecture.deck.drawn ?? {}).filter(([, lines]) => lines.length > 0));
  const columns = [
    { id: "front", title: "", slides: lecture.front },
    ...lecture.deck.eras.map(({ id, title, minutes, slides }) => ({
      id,
      title,
      ...(minutes === undefined ? {} : { minutes }),
      slides,
    })),
    { id: "back", title: "", slides: lecture.back },
  ];
  return columns
    .filter((column) => column.slides.length > 0)
    .map((column) =>
      Object.assign(column, {
        drawn: new Map(
          column.slides.flatMap(({ fullId }) => {
            const lines = drawn.get(fullId);
            return lines === undefined ? [] : [[fullId, lines] as const];
          }),
        ),
      }),
    );
}

/** Where the lecturer's private notes of a column lie, in a build of their own. */
export const notesPath = (column: Column, number: number): string => dataPath(column, number, "notes");

/** Where the data of a column lies: its number and the plain letters of its id, so that any host can serve it. */
export function dataPath(column: Pick<Column, "id">, number: number, folder = "eras"): string {
  const plain = column.id.replace(/[^a-z0-9-]+/gi, "");
  return `assets/${folder}/${String(number).padStart(2, "0")}${plain === "" ? "" : `-${plain}`}.js`;
}

/** What the index says of a column. */
export function columnIndex(
  column: Column,
  number: number,
  sizeBytes: number,
  times: Times,
  years: LectureYears,
  context: RenderContext,
): ColumnIndex {
  const head = columnHead(column, number, sizeBytes, years.eras.get(column.id), context);
  const slides = column.slides.map((slide) =>
    slideIndex(slide, column, timeOf(slide, times), years.slides.get(slide.fullId), context.meta.title),
  );
  return { ...head, slides };
}

/** What the index says of a column besides its slides. */
export function columnHead(
  column: Omit<Column, "slides">,
  number: number,
  sizeBytes: number,
  span: Years | undefined,
  context: Pick<RenderContext, "eras">,
): Omit<ColumnIndex, "slides"> {
  const era = context.eras.get(column.id);
  return {
    id: column.id,
    title: column.title,
    ...(era === undefined ? {} : { eraIndex: era.accent }),
    data: dataPath(column, number),
    ...(span === undefined ? {} : { years: span }),
    sizeBytes,
    ...(column.minutes === undefined ? {} : { minutes: column.minutes }),
    ...(column.drawn.size > 0 && { drawn: true }),
  };
}

/** The years that a slide's sentences name, one by one. */
type Named = readonly (Years | undefined)[] | undefined;

/** What the index says of a slide. */
export function slideIndex(
  slide: Slide | MadeSlide,
  column: Pick<Column, "id" | "title">,
  { startMs, endMs }: Pick<SlideTime, "startMs" | "endMs">,
  named: Named,
  deckTitle: string,
): SlideIndex {
  const years = spanOf((named ?? []).filter((one) => one !== undefined));
  return {
    id: slide.fullId.slice(column.id.length + 1),
    title: "kind" in slide ? slide.title : slideTitle(slide, column, deckTitle),
    durationMs: endMs - startMs,
    ...(years === undefined ? {} : { years }),
    ...("kind" in slide || slide.minutes === undefined ? {} : { minutes: slide.minutes }),
  };
}

/** The column's data script. */
export function columnScript(
  column: Column,
  number: number,
  times: Times,
  years: LectureYears,
  context: RenderContext,
): { readonly path: string; readonly text: string } {
  const slides = column.slides.map((slide) =>
    slideData(
      slide,
      timeOf(slide, times),
      years.slides.get(slide.fullId),
      context,
      column.drawn.get(slide.fullId),
    ),
  );
  return { path: dataPath(column, number), text: columnText(number, { slides }) };
}

/** The text of the data script that registers a column. */
export const columnText = (number: number, data: ColumnData): string =>
  `lanternist.era(${number}, ${scriptJson(data)});\n`;

/** When a slide shows, and its captions on the lecture's clock. */
export type CaptionedTime = SlideTime & { readonly captions: readonly Caption[] };

/** Full id → when the slide shows. */
export type Times = ReadonlyMap<string, CaptionedTime>;

/** What there is to load of a column: its data script, and its sounds, each once. */
export function columnSize(column: Column, script: string, times: Times): number {
  const sounds = new Map(
    column.slides.flatMap((slide) => {
      const { sound } = timeOf(slide, times);
      return sound === undefined ? [] : [[sound.path, sound.sizeBytes] as const];
    }),
  );
  const data = Buffer.byteLength(script);
  return [...sounds.values()].reduce((sum, bytes) => sum + bytes, data);
}

/**
 * Everything timed, by slide.
 * @param captions all of them, as `captionsOf` gives them
 */
export function timesOf(timeline: Timeline, captions: readonly Caption[]): Times {
  let next = 0;
  return new Map(
    timeline.slides.map((time) => {
      const first = next;
      while ((captions[next]?.startMs ?? Infinity) < time.endMs) next += 1;
      return [time.slide, { ...time, captions: captions.slice(first, next) }];
    }),
  );
}

function timeOf(slide: Slide | MadeSlide, times: Times): CaptionedTime {
  const time = times.get(slide.fullId);
  if (time === undefined) throw new Error(`the timeline lacks ${slide.fullId}`);
  return time;
}

/** Everything that the page needs of a slide when it shows it; its times count from the slide's start. */
export function slideData(
  slide: Slide | MadeSlide,
  time: CaptionedTime,
  named: Named,
  context: RenderContext,
  drawn: readonly Stroke[] | undefined,
): SlideData {
  const own = "kind" in slide ? { waiting: [], steps: [], narration: [] } : slide;
  const fromStart = (ms: number) => ms - time.startMs;
  return {
    html: asContent(renderSlide(slide, context)),
    waiting: own.waiting,
    steps: own.steps.map(({ action, target, when }) => ({
      action,
      target,
      ...(when === undefined ? {} : { when }),
    })),
    stepsMs: time.stepsMs.map(fromStart),
    waitsMs: time.waitsMs.map(fromStart),
    captions: captionData(time.captions, time.startMs),
    sentences: own.narration.map((sentence, i) => {
      const said = time.sentences[i];
      if (said === undefined) throw new Error(`the timeline lacks sentence ${i} of ${slide.fullId}`);
      return sentenceData(sentence, fromStart(said.startMs), fromStart(said.endMs), named?.[i]);
    }),
    ...(time.sound === undefined ? {} : { sound: soundData(time.sound) }),
    ...(time.description === undefined ? {} : { description: descriptionData(time.description) }),
    ...(drawn === undefined ? {} : { drawn }),
  };
}

function sentenceData(
  { html, paragraph }: Pick<Sentence, "html" | "paragraph">,
  startMs: number,
  endMs: number,
  years: Years | undefined,
): SentenceData {
  return { html, paragraph, startMs, endMs, ...(years === undefined ? {} : { years }) };
}

const captionData = (captions: readonly Caption[], originMs: number): SlideData["captions"] =>
  captions.map(({ startMs, endMs, lines }) => ({
    startMs: startMs - originMs,
    endMs: endMs - originMs,
    text: lines.join(" "),
  }));

const soundData = ({ path, durationMs, delayMs }: SoundTime): SlideSoundData => ({
  path,
  durationMs,
  delayMs,
});

function descriptionData({ sound, sentences }: DescriptionTime): DescriptionData {
  const captions = captionsOf([{ endMs: sound.durationMs, sentences }]);
  return { ...soundData(sound), captions: captionData(captions, 0) };
}

/** reveal.js takes every `<section>` for a slide of its own, so what stands inside its sections is none. */
const asContent = (html: string): string => html.replace(/<(\/?)section(?=[\s>])/gi, "<$1div");
