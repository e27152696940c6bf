/** Everything in the lecture that can be found: titles are known at once, slides and sentences as their columns come. */
import type { Columns } from "./columns.ts";
import type { LectureIndex, SlideData } from "./data.ts";
import { blocksIn, parseHtml, plainText } from "./plain-text.ts";
import { makePlace, type Place } from "./search.ts";
import type { Track, TrackSlide } from "./track.ts";

/** Parts of a slide that say again what the contents say: the era's title and the slide's own. */
const SAID_ELSEWHERE = ".slide-head, .slide-title";

/** What can be searched now. */
export interface LectureText {
  readonly places: () => readonly Place[];
  /**
   * Loads and reads the columns that are not here, one after the other.
   * @param changed called after each that came
   * @returns titles of the columns that do not load; the next call tries them again
   */
  readonly load: (changed: () => void) => Promise<readonly string[]>;
  /** Forgets what was read: the lecture is another. */
  readonly forget: () => void;
}

/** Makes the reader; it reads nothing before `load`. */
export function createLectureText(index: LectureIndex, track: Track, columns: Columns): LectureText {
  const read = new Map<number, readonly Place[]>();
  const slidesOf = (column: number) => track.slides.filter((slide) => slide.column === column);
  let all: readonly Place[] | undefined;

  /** Reads a column; without its data only its titles. */
  function placesOf(column: number): readonly Place[] {
    const data = columns.get(column);
    return slidesOf(column).flatMap((slide) => {
      const title = makePlace({ slide: slide.number, offsetMs: 0, kind: "title", text: slide.title });
      const content = data?.slides[slide.row];
      return content === undefined ? [title] : [title].concat(contentPlaces(slide, content));
    });
  }

  return {
    places: () => (all ??= index.columns.flatMap((_, column) => read.get(column) ?? placesOf(column))),
    load: async (changed) => {
      const missing: string[] = [];
      for (const [column, { title, id }] of index.columns.entries()) {
        if (read.has(column)) continue;
        try {
          await columns.load(column);
          read.set(column, placesOf(column));
          all = undefined;
          changed();
        } catch {
          missing.push(title === "" ? id : title);
        }
      }
      return missing;
    },
    forget: () => {
      read.clear();
      all = undefined;
    },
  };
}

function contentPlaces({ number }: TrackSlide, data: SlideData): Place[] {
  const shown = blocksIn(parseHtml(data.html))
    .filter(({ element }) => element.closest(SAID_ELSEWHERE) === null)
    .map(({ element, text }) =>
      makePlace({ slide: number, offsetMs: shownAt(element, data), kind: "text", text }),
    );
  const said = data.sentences.map(({ html, startMs }) =>
    makePlace({ slide: number, offsetMs: startMs, kind: "sentence", text: plainText(html) }),
  );
  return [...shown, ...said];
}

/** When an element of a slide is there to be seen: at the slide's start, or with the step that shows it. */
function shownAt(element: Element, { steps, stepsMs, waiting }: SlideData): number {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { id } = at;
    if (!waiting.includes(id)) continue;
    const step = steps.findIndex(({ action, target }) => action === "show" && target === id);
    return stepsMs[step] ?? 0;
  }
  return 0;
}
