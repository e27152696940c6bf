/**
 * The lecture as the pages of a preview hold it, slide by slide: what did not change is not made again. It is what the site
 * would hold, but that its sounds come one by one.
 */
import type {
  BibliographyEntry,
  Deck,
  DescriptionTime,
  LectureCredit,
  MadeSlide,
  Slide,
  VoiceInfo,
} from "../model.ts";
import { creditsOf } from "../credits/owed.ts";
import { captionsOf } from "../narration/captions.ts";
import { timeLecture, type SlideSpeech } from "../narration/timeline.ts";
import { columnHead, slideData, slideIndex, timesOf, type Column } from "../outputs/site/column.ts";
import { lectureIndex } from "../outputs/site/page.ts";
import { slideYears, yearsAxis } from "../outputs/site/years.ts";
import { keepFamilies } from "./kept-families.ts";
import { unmoved } from "./kept-slides.ts";
import type { LectureIndex, SlideData, SlideIndex } from "../player/data.ts";
import { renderContext, type RenderContext } from "../render/context.ts";
import type { Templates } from "../render/templates.ts";

/** All that the pages' lecture is made from. */
export interface PageLectureParts {
  readonly deck: Deck;
  /** As `columnsOf` gives them. */
  readonly columns: readonly Column[];
  readonly bibliography: readonly BibliographyEntry[];
  readonly voice: VoiceInfo;
  /** Whether there is, or soon will be, sound. */
  readonly hasSound: boolean;
  readonly hasDescriptions: boolean;
  /** A slide's words as they were said, or as they would be; the same object as long as it is the same. */
  readonly speechOf: (slide: Slide) => SlideSpeech | undefined;
  readonly descriptionOf: (slide: Slide) => DescriptionTime | undefined;
  /** Whether a slide's sound is still to come; another speech comes with it, or when it will not. */
  readonly soundComes: (slide: Slide) => boolean;
  /** The deck's own templates over ours, for a deck that is trusted. */
  readonly templates?: Templates;
}

/** One slide as pages hold it. */
export interface PageSlide {
  readonly fullId: string;
  readonly index: SlideIndex;
  readonly data: SlideData;
  /** `index` and `data` as text: two slides that show the same have the same. */
  readonly text: string;
}

/** The lecture as pages hold it. */
export interface PageLecture {
  readonly index: LectureIndex;
  /** By column and row, as in the index. */
  readonly slides: readonly (readonly PageSlide[])[];
  /** What the lecture owes. */
  readonly credits: readonly LectureCredit[];
}

interface Kept {
  /** What the slide shows of its deck and its era, as text. */
  readonly surroundings: string;
  /** What is drawn on it, as text. */
  readonly drawn: string;
  readonly templates: Templates | undefined;
  readonly speech: SlideSpeech | undefined;
  readonly description: DescriptionTime | undefined;
  readonly page: PageSlide;
}

/** Makes a maker of lectures that makes a slide again only when something that shows on it is another. */
export function pageLectures(): (parts: PageLectureParts) => PageLecture {
  const kept = new WeakMap<object, Kept>();
  const texts = new Map<string, string>();
  const families = keepFamilies();
  /** The text itself of last time where it is equal: comparing that with itself costs nothing. */
  function sameText(name: string, text: string): string {
    const before = texts.get(name);
    if (before === text) return before;
    texts.set(name, text);
    return text;
  }
  return (parts) => {
    const { deck, templates } = parts;
    const credits = creditsOf(parts, families);
    const context = renderContext({ ...parts, credits }, templates);
    const { spans, whole } = yearsAxis(deck.eras);
    const shared = JSON.stringify([deck.meta, parts.bibliography, credits, parts.voice, whole]);

    const make = (slide: Slide | MadeSlide, column: Column, surroundings: string): PageSlide => {
      const isMade = "kind" in slide;
      const speech = isMade ? undefined : parts.speechOf(slide);
      const description = isMade ? undefined : parts.descriptionOf(slide);
      const drawn = column.drawn.get(slide.fullId);
      const drawnText = drawn === undefined ? "" : JSON.stringify(drawn);
      const known = isMade ? slide : unmoved(slide);
      const before = kept.get(known);
      if (
        before?.surroundings === surroundings &&
        before.drawn === drawnText &&
        before.templates === templates &&
        before.speech === speech &&
        before.description === description
      )
        return before.page;
      const time = timeOf(slide, deck, speech, description);
      const named = isMade || whole === undefined ? undefined : slideYears(slide, deck.meta.language, whole);
      const index = slideIndex(slide, column, time, named, deck.meta.title);
      const comes = !isMade && parts.soundComes(slide);
      const data = {
        ...slideData(slide, time, named, context, drawn),
        ...(comes && { soundComes: comes }),
      };
      const page = { fullId: slide.fullId, index, data, text: JSON.stringify([index, data]) };
      kept.set(known, { surroundings, drawn: drawnText, templates, speech, description, page });
      return page;
    };

    const slides = parts.columns.map((column) => {
      const surroundings = sameText(column.id, shared + eraText(column, context));
      return column.slides.map((slide) => make(slide, column, surroundings));
    });
    const heads = parts.columns.map((column, number) => ({
      ...columnHead(column, number, sizeBytes(slides[number] ?? []), spans.get(column.id), context),
      slides: (slides[number] ?? []).map(({ index }) => index),
    }));
    const { hasSound, hasDescriptions } = parts;
    // No copy that could be passed on: nothing need be said of its notes.
    const own = { hasSound, hasDescriptions, isPrivate: false };
    return { index: lectureIndex(deck, heads, own), slides, credits };
  };
}

/** When everything on one slide happens, counted from its own start. */
function timeOf(
  slide: Slide | MadeSlide,
  deck: Deck,
  speech: SlideSpeech | undefined,
  description: DescriptionTime | undefined,
) {
  const { fullId } = slide;
  const eras = "kind" in slide ? [] : [{ slides: [slide] }];
  const timeline = timeLecture({
    deck: { meta: deck.meta, eras },
    front: "kind" in slide ? [slide] : [],
    back: [],
    speech: { get: () => speech },
    ...(description === undefined ? {} : { descriptions: new Map([[fullId, description]]) }),
  });
  const time = timesOf(timeline, captionsOf(timeline.slides)).get(fullId);
  if (time === undefined) throw new Error(`the timeline lacks ${fullId}`);
  return time;
}

/** What slides show of their era; two eras that show the same have the same. */
function eraText({ id, title }: Column, { eras }: RenderContext): string {
  const era = eras.get(id);
  return JSON.stringify([id, title, era, [...(era?.cited ?? [])]]);
}

/** Roughly what there is to load of a column. */
function sizeBytes(slides: readonly PageSlide[]): number {
  return slides.reduce((sum, { text }) => sum + text.length, 0);
}
