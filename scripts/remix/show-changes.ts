/** Shows what changed in a borrowed slide, upstream and here. Pure. */
import type { FollowedSlide } from "./plan-update.ts";
import { normalText } from "./slide-revision.ts";
import { baseHere } from "./slide-status.ts";
import { showWordDiff, type Paint } from "./word-diff.ts";

/** Lines for what changed in its deck since it was taken; none when nothing did. */
export function upstreamChanges({ locked, now }: FollowedSlide, paint: Paint): string[] {
  if (locked === undefined || now === undefined) return [];
  return [
    ...showWordDiff(shown(locked.base), shown(now.text), paint),
    ...partChanges(locked.parts ?? {}, now.parts),
  ];
}

/** Lines for what was changed here since it was taken; none when nothing was. */
export function ownChanges({ locked, here }: FollowedSlide, paint: Paint): string[] {
  if (locked === undefined) return [];
  if ("changes" in here) return here.changes === undefined ? [] : [here.changes];
  if (here.text === undefined) return [];
  return [
    ...showWordDiff(shown(baseHere(locked)), shown(here.text), paint),
    ...partChanges(locked.parts ?? {}, { ...locked.parts, ...here.parts }),
  ];
}

/** A text as a terminal may have it: what only steers terminals is left out (ECMA-48, C0 and C1). */
const shown = (text: string): string => normalText(text).replace(STEERING, " ");
// oxlint-disable-next-line no-control-regex -- they are what is meant
const STEERING = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

type Parts = Readonly<Record<string, string>>;

function partChanges(before: Parts, after: Parts): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => before[name] !== after[name])
    .map(
      (name) =>
        `${nameOf(name)}: ${before[name] === undefined ? "new" : after[name] === undefined ? "gone" : "changed"}`,
    );
}

/** How people call a part. */
function nameOf(part: string): string {
  if (part.startsWith("@")) return `the source [${part}]`;
  return part.startsWith("say:") ? `how "${part.slice("say:".length)}" is said` : part;
}
