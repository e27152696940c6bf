/** `lanternist remix status`: what has become of the slides of other decks, there and here. */
import { counted } from "../../counted.ts";
import { EXIT } from "../../exit-codes.ts";
import type { SlideStatus } from "../../remix/slide-status.ts";
import type { CommandContext } from "../context.ts";
import { openWorkshops, type RemixOptions } from "./workshop.ts";

/** The command's options. */
export interface StatusOptions extends RemixOptions {
  /** `text` or `json`: a list of `{course, slides}`. */
  readonly format: string;
}

/** Prints it, course by course. */
export async function statusCommand(
  context: CommandContext,
  name: string | undefined,
  options: StatusOptions,
): Promise<number> {
  const { terminal } = context;
  const { workshops, allRead } = await openWorkshops(context, name, options);
  const courses: { course: string; slides: SlideStatus[] }[] = [];
  for (const { course, followed } of workshops)
    courses.push({ course: course.name, slides: (await followed()).map(({ status }) => status) });
  if (options.format === "json") terminal.line(JSON.stringify(courses, undefined, 2));
  else
    for (const { course, slides } of courses) for (const line of shown(course, slides)) terminal.line(line);
  return allRead ? EXIT.good : EXIT.deck;
}

/** The width of the longest state. */
const WIDTH = "changed upstream".length;

function shown(course: string, slides: readonly SlideStatus[]): string[] {
  if (slides.length === 0) return [`${course}: borrows no slides of other decks`];
  return [
    `${course}: ${counted(slides.length, "slide")} of other decks`,
    ...slides.map((status) => `  ${status.state.padEnd(WIDTH)}  ${describe(status)}`),
  ];
}

/** `korea:war/telegram → seminar/korea--war--telegram.md; moved to peace/telegram; licence CC-BY-4.0 → none`. */
export function describe({ slide, file, moved, license, conflicts }: SlideStatus): string {
  return [
    file === undefined ? slide : `${slide} → courses/${file}`,
    ...(moved === undefined ? [] : [`moved to ${moved}`]),
    ...(license === undefined ? [] : [`licence ${license.was ?? "none"} → ${license.now ?? "none"}`]),
    ...(conflicts === undefined ? [] : ["a merge is to be finished"]),
  ].join("; ");
}
