/** `lanternist remix update`: takes over what changed in the decks that a course borrows from. */
import { EXIT } from "../../exit-codes.ts";
import { planUpdate } from "../../remix/plan-update.ts";
import { upstreamChanges } from "../../remix/show-changes.ts";
import { colourPaint, plainPaint } from "../../remix/word-diff.ts";
import type { CommandContext } from "../context.ts";
import { applyPlan, type WritingOptions } from "./apply.ts";
import { chosen, splitArguments } from "./chosen.ts";
import { openWorkshops, type RemixOptions } from "./workshop.ts";

/**
 * Takes it over. Exit code 1 when a merge is left for the author to finish.
 * @throws WrongUsage when a course or slide is named that is not there
 */
export async function updateCommand(
  context: CommandContext,
  first: string | undefined,
  rest: readonly string[],
  options: RemixOptions & WritingOptions,
): Promise<number> {
  const { terminal } = context;
  const { course, slides } = splitArguments(first, rest);
  const { workshops, allRead } = await openWorkshops(context, course, options);
  let conflicts = 0;
  let written = 0;
  for (const workshop of workshops) {
    const followed = await workshop.followed();
    const wanted = chosen(followed, slides);
    for (const slide of wanted) {
      const lines = upstreamChanges(slide, terminal.colours ? colourPaint : plainPaint);
      if (lines.length > 0) terminal.line(`${slide.key}:`);
      for (const line of lines) terminal.line(`    ${line}`);
    }
    const commits = new Map([...(await workshop.commits())].map(([{ name }, commit]) => [name, commit]));
    const known = new Set(followed.map(({ key }) => key));
    const forgotten = Object.keys(workshop.state.lock).filter(
      (key) => slides.length === 0 && !known.has(key),
    );
    const plan = planUpdate(wanted, { ...workshop, course: workshop.state, commits }, forgotten);
    conflicts += plan.conflicts;
    written += plan.files.length;
    if (plan.files.length > 0 || plan.said.length > 0) await applyPlan(context, workshop, plan, options);
  }
  if (written === 0) terminal.line("there is nothing to take over");
  return conflicts === 0 && allRead ? EXIT.good : EXIT.deck;
}
