/** Which courses and which of their slides a `remix` command is asked about. */
import { nearest } from "../../diagnostics.ts";
import { WrongUsage } from "../../exit-codes.ts";
import type { FollowedSlide } from "../../remix/plan-update.ts";

/** The arguments `[course] [slide…]`: a first one with a colon or slash is a slide already. */
export function splitArguments(
  first: string | undefined,
  rest: readonly string[],
): { readonly course: string | undefined; readonly slides: readonly string[] } {
  return first !== undefined && /[:/]/.test(first)
    ? { course: undefined, slides: [first, ...rest] }
    : { course: first, slides: rest };
}

/**
 * The slides that are meant, by `deck:era/slide` as they were or are, `era/slide`, or the path of the copy; all when none is named.
 * @throws WrongUsage when one is not there
 */
export function chosen(
  followed: readonly FollowedSlide[],
  written: readonly string[],
): readonly FollowedSlide[] {
  if (written.length === 0) return followed;
  const namesOf = ({ key, now, status, fullId }: FollowedSlide): string[] => {
    const nowKey = now === undefined ? [] : [`${now.deck.name}:${now.fullId}`];
    const keys = [key, ...nowKey];
    const copies = status.file === undefined ? [] : [status.file, `courses/${status.file}`];
    const inCourse = fullId === undefined ? [] : [fullId];
    return [...keys, ...keys.map((one) => one.slice(one.indexOf(":") + 1)), ...copies, ...inCourse];
  };
  for (const name of written) {
    if (followed.some((slide) => namesOf(slide).includes(name))) continue;
    const near = nearest(name, followed.flatMap(namesOf));
    const hint = near === undefined ? "lanternist remix status lists them" : `did you mean "${near}"?`;
    throw new WrongUsage(`"${name}" is no slide that was borrowed; ${hint}`);
  }
  return followed.filter((slide) => namesOf(slide).some((name) => written.includes(name)));
}
