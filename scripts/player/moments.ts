/** Moments of the lecture that is open: which one is now, when one comes, and going there. */
import type { Columns } from "./columns.ts";
import type { LectureIndex } from "./data.ts";
import { findMoment, foundIn, momentAt, offsetOf, type Found, type Moment } from "./moment.ts";
import type { Player } from "./player.ts";
import type { Track, TrackSlide } from "./track.ts";

/** What can be done with moments. */
export interface Moments {
  /** The moment that is on show. */
  readonly here: () => Moment;
  /** The moment at a time of the lecture's clock, on the slide that is shown then. */
  readonly at: (slide: TrackSlide, positionMs: number) => Moment;
  readonly find: (moment: Moment) => Found;
  /** When it comes on the lecture's clock; loads what is needed to know, and is the slide's start where that fails. */
  readonly positionMs: (moment: Moment) => Promise<number>;
  /** Shows its slide at once, and the moment as soon as the slide's times are here. */
  readonly go: (moment: Moment) => Found;
}

/**
 * Binds moments to the player.
 * @param whole the whole lecture
 * @param track of what is open: the whole or a part
 */
export function createMoments(
  player: Player,
  whole: { readonly index: LectureIndex; readonly track: Track },
  track: Track,
  columns: Columns,
): Moments {
  // Made when a moment is first looked up, so that opening costs the same with a thousand slides.
  let open: ReadonlyMap<string, TrackSlide> | undefined;
  const find = (moment: Moment) => {
    open ??= new Map(track.slides.map((slide) => [slide.fullId, slide]));
    return foundIn(open, findMoment(whole.track, whole.index, moment));
  };
  const dataOf = ({ slide }: Pick<Found, "slide">) => columns.get(slide.column)?.slides[slide.row];

  function known(moment: Moment, found: Found): number {
    const data = dataOf(found);
    return found.slide.startMs + (data === undefined ? 0 : offsetOf(moment, found, data));
  }

  const at = (slide: TrackSlide, positionMs: number): Moment =>
    momentAt(slide, dataOf({ slide }), positionMs - slide.startMs);

  return {
    here: () => {
      const { slide, positionMs } = player.view();
      return at(slide, positionMs);
    },
    at,
    find,
    positionMs: async (moment) => {
      const found = find(moment);
      await columns.load(found.slide.column).catch(() => undefined);
      return known(moment, found);
    },
    go: (moment) => {
      const found = find(moment);
      const { slide, step } = found;
      // Two steps may share their time: a step is gone to by its number, and at once.
      if (step !== undefined || slide !== player.view().slide) player.goTo(slide, step);
      const arrive = () => {
        // Whoever has moved on meanwhile is left where they are.
        if (player.view().slide !== slide || (step !== undefined && player.view().step !== step)) return;
        if (step === undefined) player.seek(known(moment, found));
        else player.goTo(slide, step);
      };
      if (dataOf(found) !== undefined) arrive();
      else {
        // A part that does not load says so by itself.
        columns.load(slide.column).then(arrive, () => undefined);
      }
      return found;
    },
  };
}
