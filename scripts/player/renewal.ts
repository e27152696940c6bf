/**
 * The lecture becomes another while its page is open: only in a preview. The index and the track stay the same objects with other
 * content, so that whoever looks things up in them finds what is there now; whoever drew something of them draws it again.
 */
import type { LectureIndex } from "./data.ts";
import { makeTrack, type Track } from "./track.ts";

/** Calls back after the lecture has become another. */
export type OnRenew = (renew: () => void) => void;

/** Who is to be told. */
export interface Renewals {
  readonly listen: OnRenew;
  readonly tell: () => void;
}

/** Makes the list of those who are told, in the order in which they listened. */
export function createRenewals(): Renewals {
  const listeners: (() => void)[] = [];
  return {
    listen: (renew) => listeners.push(renew),
    tell: () => {
      for (const renew of listeners) renew();
    },
  };
}

/** Gives the index and the track the content of another lecture. */
export function becomes(index: LectureIndex, track: Track, next: LectureIndex): void {
  for (const key of Object.keys(index)) if (!(key in next)) Reflect.deleteProperty(index, key);
  Object.assign(index, next);
  Object.assign(track, makeTrack(index));
}
