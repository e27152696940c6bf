/** Does what a `remix` command planned, or says what it would do. */
import type { Plan } from "../../remix/plan.ts";
import type { CommandContext } from "../context.ts";
import type { Workshop } from "./workshop.ts";

/** Options of the commands that write. */
export interface WritingOptions {
  /** Say what would be done, and do nothing. */
  readonly dryRun?: boolean;
}

/** Writes the files; then prints what was done, and which they are. */
export async function applyPlan(
  { terminal }: CommandContext,
  { write }: Workshop,
  plan: Plan,
  { dryRun }: WritingOptions,
): Promise<void> {
  if (dryRun !== true) await write(plan);
  for (const line of plan.said) terminal.line(line);
  for (const path of new Set(plan.files.map(({ path }) => path)))
    terminal.line(`${dryRun === true ? "would write" : "wrote"} ${path}`);
  if (dryRun === true) terminal.line("nothing was written");
}
