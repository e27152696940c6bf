/** The one place where the speaker view asks how long slides should take. */
import type { LectureIndex } from "../player/data.ts";

/** What is planned for one slide. */
export interface PlannedSlide {
  /** Full id. */
  readonly slide: string;
  /** How long it should be on show. */
  readonly plannedMs: number;
}

/** What is planned for each slide, in their order; undefined where nothing is. */
export function planned(_index: LectureIndex): readonly PlannedSlide[] | undefined {
  return undefined;
}
