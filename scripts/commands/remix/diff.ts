/** `lanternist remix diff`: what changed in slides of other decks, word by word, there and here. */
import { EXIT } from "../../exit-codes.ts";
import { ownChanges, upstreamChanges } from "../../remix/show-changes.ts";
import { colourPaint, plainPaint } from "../../remix/word-diff.ts";
import type { CommandContext } from "../context.ts";
import { chosen, splitArguments } from "./chosen.ts";
import { describe } from "./status.ts";
import { openWorkshops, type RemixOptions } from "./workshop.ts";

/**
 * Prints it for slides in which something changed.
 * @throws WrongUsage when a course or slide is named that is not there
 */
export async function diffCommand(
  context: CommandContext,
  first: string | undefined,
  rest: readonly string[],
  options: RemixOptions,
): Promise<number> {
  const { terminal } = context;
  const paint = terminal.colours ? colourPaint : plainPaint;
  const { course, slides } = splitArguments(first, rest);
  const { workshops, allRead } = await openWorkshops(context, course, options);
  let count = 0;
  for (const { followed } of workshops)
    for (const slide of chosen(await followed(), slides)) {
      const [there, here] = [upstreamChanges(slide, paint), ownChanges(slide, paint)];
      if (there.length === 0 && here.length === 0) continue;
      count += 1;
      terminal.line(`${slide.status.state}: ${describe(slide.status)}`);
      for (const [title, lines] of [
        ["in its deck", there],
        ["here", here],
      ] as const) {
        if (lines.length > 0) terminal.line(`  ${title}:`);
        for (const line of lines) terminal.line(`    ${line}`);
      }
    }
  if (count === 0) terminal.line("nothing has changed since it was borrowed");
  return allRead ? EXIT.good : EXIT.deck;
}
