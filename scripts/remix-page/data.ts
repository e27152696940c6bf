/** What a built site tells `remix.html`: the index of the lecture, and who is mentioned where. Types only. */
import type { LectureIndex } from "../player/data.ts";

/** A person of the lecture. */
export interface Person {
  /** As the index on paper has it: `Stalin, Joseph`. */
  readonly name: string;
  /** Numbers of the slides that mention them, from 0, slides made by the program counted too. */
  readonly slides: readonly number[];
}

/** The index of the lecture, with its people in the order of their names. */
export interface RemixIndex extends LectureIndex {
  readonly people: readonly Person[];
}
