/** `lanternist remix add`: copies slides of other decks into a course, with all that belongs to them. */
import { EXIT, WrongUsage } from "../../exit-codes.ts";
import type { Problem } from "../../model.ts";
import type { OtherDeck } from "../../remix/borrowed-slide.ts";
import { kindOf } from "../../remix/course-schema.ts";
import { findSlides } from "../../remix/find-slides.ts";
import { planAdd, type AddRequest } from "../../remix/plan-add.ts";
import type { SourceEra, SourceSlide } from "../../remix/source-deck.ts";
import type { CommandContext } from "../context.ts";
import { applyPlan, type WritingOptions } from "./apply.ts";
import { openWorkshops, type RemixOptions, type Workshop } from "./workshop.ts";

/**
 * Copies them.
 * @param written `deck:era/slide`, `deck:era/slide..era/slide` or `deck:era`
 * @throws WrongUsage when something is named that is not there
 */
export async function addCommand(
  context: CommandContext,
  name: string,
  written: readonly string[],
  options: RemixOptions & WritingOptions,
): Promise<number> {
  const { workshops, allRead } = await openWorkshops(context, name, options);
  const [workshop] = workshops;
  if (workshop === undefined) return EXIT.deck;
  const requests = written.map((use) => requestOf(use, workshop));
  const slides = new Map<OtherDeck, SourceSlide[]>();
  for (const request of requests)
    slides.set(request.deck, [...(slides.get(request.deck) ?? []), ...request.slides]);
  const plan = planAdd(requests, {
    course: workshop.state,
    home: workshop.home,
    ownReferences: workshop.ownReferences,
    eras: workshop.picked.map(({ id }) => id),
    named: workshop.named,
    texts: workshop.texts,
    hashes: await workshop.hashes(slides),
    commits: await workshop.commits(),
  });
  await applyPlan(context, workshop, plan, options);
  return allRead ? EXIT.good : EXIT.deck;
}

/** What one argument asks for. */
function requestOf(use: string, { decks, problems, course }: Workshop): AddRequest {
  const name = use.includes(":") ? use.slice(0, use.indexOf(":")) : undefined;
  if (name === undefined)
    throw new WrongUsage(
      `"${use}" names no deck; write deck:${use}, or, for a slide of the course's own deck, - use: ${use} in ${course.file}`,
    );
  const deck = [...decks.keys()].find((one) => one.name === name);
  if (deck === undefined && Object.hasOwn(course.yaml.decks, name))
    throw new WrongUsage(
      `the deck "${name}" cannot be opened${problems.length > 0 ? ", for the reason above" : ""}; nothing was borrowed`,
    );
  const found: Problem[] = [];
  const sources = new Map<string, readonly SourceEra[]>([...decks].map(([one, eras]) => [one.name, eras]));
  const stretches = findSlides(use, sources, { file: course.file, line: 1, column: 1 }, found);
  const [problem] = found;
  if (problem !== undefined || deck === undefined)
    throw new WrongUsage(
      [problem?.message ?? `there is no deck "${name}"`, problem?.hint].filter(Boolean).join("; "),
    );
  const [first] = stretches;
  return {
    deck,
    ...(kindOf({ use }) === "era" && first !== undefined && { era: first.era }),
    slides: stretches.flatMap(({ slides }) => slides),
  };
}
