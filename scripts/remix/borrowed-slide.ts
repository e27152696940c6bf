/** A slide of another deck with all that comes along when it is borrowed. Pure. */
import type { Pronunciation, Reference } from "../model.ts";
import { hashOf } from "../narration/hash.ts";
import { recordedWordsPath, recordingPath } from "../narration/recording-path.ts";
import { slideRevision } from "./slide-revision.ts";
import { filesIn, sourcesIn } from "./slide-text.ts";
import type { SourceDeck, SourceSlide } from "./source-deck.ts";
import { standaloneSlide } from "./standalone-slide.ts";

/** A deck that the course gives a name. */
export interface OtherDeck extends SourceDeck {
  readonly name: string;
  /** Where it is, as the course's `decks:` says. */
  readonly where: string;
}

/** A slide as it is in its deck now. */
export interface BorrowedSlide {
  readonly deck: OtherDeck;
  /** Its id and full id in its deck. */
  readonly id: string;
  readonly fullId: string;
  /** Its text with the definitions that it uses. */
  readonly text: string;
  /** Deck paths of what it shows, then of its recording. */
  readonly shown: readonly string[];
  readonly recorded: readonly string[];
  readonly references: readonly Reference[];
  readonly pronunciations: Readonly<Record<string, Pronunciation>>;
  /** See `Revised`. */
  readonly parts: Readonly<Record<string, string>>;
  readonly revision: string;
}

/** The files that come along with a slide: what must be hashed before `borrow`. */
export function filesOf(deck: SourceDeck, source: SourceSlide): Pick<BorrowedSlide, "shown" | "recorded"> {
  const paths = new Set(deck.files.files.keys());
  return {
    shown: filesIn(standaloneSlide(source), paths),
    recorded: [recordingPath(source.fullId), recordedWordsPath(source.fullId)].filter((path) =>
      paths.has(path),
    ),
  };
}

/**
 * A slide with all that comes along.
 * @param hashes deck path → hash of the bytes, of the files that `filesOf` names
 */
export function borrow(
  deck: OtherDeck,
  source: SourceSlide,
  hashes: ReadonlyMap<string, string>,
): BorrowedSlide {
  const text = standaloneSlide(source);
  const { shown, recorded } = filesOf(deck, source);
  const cited = new Set(sourcesIn(text));
  const references = deck.deck.references.filter(({ id }) => cited.has(id));
  const pronunciations = Object.fromEntries(
    Object.entries(deck.deck.meta.pronunciations).filter(([words]) => mentions(text, words)),
  );
  const parts: Record<string, string> = {};
  for (const path of [...shown, ...recorded]) parts[path] = hashes.get(path) ?? "";
  for (const reference of references) parts[sourcePart(reference.id)] = hashOfReference(reference);
  for (const [words, said] of Object.entries(pronunciations)) parts[sayPart(words)] = hashOf(said);
  const { id, fullId } = source;
  const revision = slideRevision({ text, parts });
  return { deck, id, fullId, text, shown, recorded, references, pronunciations, parts, revision };
}

/** What a source is called among the parts. */
export const sourcePart = (key: string): string => `@${key}`;
/** What a pronunciation is called among the parts. */
export const sayPart = (words: string): string => `say:${words}`;

/** The hash of a source, whatever key it has. */
export const hashOfReference = ({ id: _id, ...fields }: Reference): string =>
  hashOf(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Whether words stand in a text as words of their own, in any case. */
function mentions(text: string, words: string): boolean {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "iu").test(text);
}
