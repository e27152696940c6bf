/** The credits that go with borrowed slides. Pure. */
import { stringify } from "yaml";
import type { Credit, DeckMeta } from "../model.ts";
import type { OtherDeck } from "./borrowed-slide.ts";
import type { SlideCredit } from "./edit-course.ts";
import { folderOf, type PlannedFile } from "./plan.ts";
import { normalText } from "./slide-revision.ts";

/** A credit of a deck, which may name files and slides of that deck. */
type NamingCredit = Credit & { readonly files?: readonly string[]; readonly slides?: readonly string[] };

/** What the credit of a deck is made of. */
type CreditedDeck = Pick<DeckMeta, "title" | "url" | "license"> & { readonly authors: readonly string[] };

/**
 * The credit of a deck for slides that were taken from it.
 * @param slides full ids in the course
 * @param changed which parts of them are no longer what was taken
 */
export const deckCredit = (
  { title, authors, url, license }: CreditedDeck,
  slides: readonly string[],
  changed?: string,
): SlideCredit => ({
  title,
  ...(authors.length > 0 && { author: authors.join(", ") }),
  ...(url !== undefined && { source: url }),
  ...(license !== undefined && { license }),
  ...(changed !== undefined && { changes: `${changed} changed` }),
  slides,
});

/** What a deck owes to others, for one of its slides. */
export interface OwedCredits {
  /** For the course's file. */
  readonly credits: readonly SlideCredit[];
  /** Beside the files that came along: `FILE.credit.yaml`. */
  readonly beside: readonly PlannedFile[];
  /** What cannot be carried. */
  readonly said: readonly string[];
}

/**
 * The credits of a deck that are owed for a slide: those for the files that it shows, those for what it was itself adapted from, and those
 * that name nothing, which may be about any slide.
 * @param copies the files that came along: from a path in the deck to one in the course's folder
 * @param slide the slide's full id in its deck, and in the course
 * @param texts of the files in the course's folder, by path in it
 */
export function owedCredits(
  { deck, name }: OtherDeck,
  copies: readonly { readonly from: string; readonly to: string }[],
  slide: { readonly there: string; readonly here: string },
  course: string,
  texts: ReadonlyMap<string, string>,
): OwedCredits {
  const all: readonly NamingCredit[] = deck.meta.credits;
  const about = (from: string): NamingCredit[] => all.filter(({ files }) => files?.includes(from) === true);
  const isRecording = (from: string): boolean => from.startsWith("recordings/");
  const credits = all.flatMap(({ files, slides, ...credit }): SlideCredit[] => {
    if (slides?.includes(slide.there) === true) return [{ ...credit, slides: [slide.here] }];
    return files === undefined && slides === undefined ? [credit] : [];
  });
  const beside: PlannedFile[] = [];
  const said: string[] = [];
  for (const { from, to } of copies) {
    const owed = about(from).map(({ files: _files, slides: _slides, ...credit }) => credit);
    if (owed.length === 0) continue;
    const path = `${to}.credit.yaml`;
    const text = stringify(owed.length === 1 ? owed[0] : owed, { lineWidth: 0 });
    const own = texts.get(path);
    if (isRecording(from))
      said.push(
        `"${name}" credits the recording (${owed.map(({ title }) => JSON.stringify(title)).join(", ")}): say so in the credits of the course`,
      );
    else if (own === undefined) beside.push({ path: `${folderOf(course)}/${path}`, text });
    else if (normalText(own) !== normalText(text))
      said.push(`${path} is another credit than "${name}" gives: yours stays`);
  }
  return { credits, beside, said };
}
