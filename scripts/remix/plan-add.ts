/** `remix add`: copies slides of other decks into a course. Pure. */
import type { Reference } from "../model.ts";
import { borrow, type BorrowedSlide, type OtherDeck } from "./borrowed-slide.ts";
import { deckCredit, owedCredits } from "./borrowed-credits.ts";
import { makeCarrier, type CarriedSlide, type Carrier, type Home } from "./carry-slide.ts";
import { editCourse, type SlideCredit } from "./edit-course.ts";
import { writeLock, type LockedSlide } from "./lock-file.ts";
import { folderOf, lockPath, sourcesPath, type CourseState, type Plan, type PlannedFile } from "./plan.ts";
import { normalText } from "./slide-revision.ts";
import type { SourceEra, SourceSlide } from "./source-deck.ts";
import { makeFreeIds } from "../source/ids.ts";

/** What is asked for: slides of one deck, in its order. */
export interface AddRequest {
  readonly deck: OtherDeck;
  /** A whole era: it becomes an era of the course. */
  readonly era?: SourceEra;
  readonly slides: readonly SourceSlide[];
}

/** What the course has. */
export interface AddContext {
  readonly course: CourseState;
  readonly home: Home;
  /** The course's own bibliography as it was read. */
  readonly ownReferences: readonly Reference[];
  /** Ids of the course's eras, and the last of them: where slides will stand. */
  readonly eras: readonly string[];
  /** Paths of the copies that the course's file names already. */
  readonly named: ReadonlySet<string>;
  /** Texts of the files in the course's folder, by path in it: what an earlier run left there is used. */
  readonly texts: ReadonlyMap<string, string>;
  /** Deck → path of a file → hash. */
  readonly hashes: ReadonlyMap<OtherDeck, ReadonlyMap<string, string>>;
  /** Deck → the commit at which its folder stands. */
  readonly commits: ReadonlyMap<OtherDeck, string>;
}

/** Plans it. */
export function planAdd(requests: readonly AddRequest[], context: AddContext): Plan {
  const { course, home } = context;
  const folder = folderOf(course.name);
  const lock: Record<string, LockedSlide> = { ...course.lock };
  const files: PlannedFile[] = [];
  const said: string[] = [];
  const entries: Record<string, unknown>[] = [];
  const credits: SlideCredit[] = [];
  const references: Reference[] = [];
  const words = { pronunciations: {}, accounts: {} };
  const eraIds = makeFreeIds("era");
  for (const id of context.eras) eraIds.take(id);
  let era = context.eras.at(-1);
  const carrier = makeCarrier(home);

  for (const { deck, era: whole, slides } of requests) {
    const fresh = slides.filter(({ fullId }) => !isThere(`${deck.name}:${fullId}`, course, said));
    const [first] = fresh;
    if (first === undefined) continue;
    if (whole !== undefined || era === undefined) {
      const opened = whole ?? first;
      era = eraIds.free("era" in opened ? opened.era.id : (first.fullId.split("/")[0] ?? "era"));
      entries.push(eraEntry(era, deck, whole, first));
      carrier.openEra();
    }
    for (const source of fresh) {
      const slide = borrow(deck, source, context.hashes.get(deck) ?? new Map());
      const carried = carryOrFinish(carrier, slide, context);
      const path = `${course.name}/${carried.file}`;
      const here = `${era}/${carried.id}`;
      const owed = owedCredits(
        deck,
        carried.copies,
        { there: slide.fullId, here },
        course.name,
        context.texts,
      );
      for (const { from, to } of carried.copies)
        files.push({ path: `${folder}/${to}`, from: { deck: deck.name, path: from } });
      files.push(...owed.beside, { path: `${folder}/${carried.file}`, text: `${carried.text}\n` });
      if (!context.named.has(path)) entries.push({ file: path });
      references.push(...carried.references);
      Object.assign(words.pronunciations, carried.pronunciations);
      Object.assign(words.accounts, carried.accounts);
      credits.push(deckCredit(creditedDeck(deck), [here]), ...owed.credits);
      lock[`${deck.name}:${slide.fullId}`] = lockedSlide(slide, carried, path, context.commits.get(deck));
      said.push(
        `${deck.name}:${slide.fullId} → ${folder}/${carried.file}, slide ${here}${licenceOf(deck)}`,
        ...[...carried.said, ...owed.said].map((line) => `  ${line}`),
      );
    }
  }
  const general = credits
    .filter(({ slides }) => slides === undefined)
    .map(({ title }) => JSON.stringify(title));
  if (general.length > 0)
    said.push(
      `credited without saying for which slides: ${[...new Set(general)].join(", ")}; take out of ${course.file} what does not concern the course`,
    );
  if (entries.length === 0 && files.length === 0) return { files: [], said };
  if (references.length > 0)
    files.push({
      path: sourcesPath(course.name),
      text: `${JSON.stringify([...context.ownReferences, ...references], undefined, 2)}\n`,
    });
  const edits = {
    ...words,
    entries,
    credits,
    ...(references.length > 0 && { sources: `${course.name}/sources.json` }),
  };
  files.push(
    { path: course.file, text: editCourse(course.text, edits) },
    { path: lockPath(course.name), text: writeLock(lock) },
  );
  return { files, said };
}

function isThere(key: string, { lock }: CourseState, said: string[]): boolean {
  const there = lock[key]?.file;
  if (there === undefined) return false;
  said.push(
    `${key} is in the course already, as ${there}; lanternist remix update brings what changed since`,
  );
  return true;
}

/** Opens an era of the course: like the one that is taken as a whole, or like the one that the first slide comes from. */
function eraEntry(
  id: string,
  { deck }: OtherDeck,
  whole: SourceEra | undefined,
  first: SourceSlide,
): Record<string, unknown> {
  const of = whole?.era ?? deck.eras.find((era) => first.fullId.startsWith(`${era.id}/`));
  const { title: _title, ...front } = whole?.front ?? {};
  const written = Object.entries(front).filter(
    ([, value]) => value !== undefined && (typeof value !== "object" || Object.keys(value).length > 0),
  );
  return { era: of?.title ?? id, id, ...Object.fromEntries(written) };
}

/** Carries a slide; a copy that a run left behind which did not get to its end is taken as it is. */
function carryOrFinish(carrier: Carrier, slide: BorrowedSlide, { texts }: AddContext): CarriedSlide {
  const file = `${slide.deck.name}--${slide.fullId.replaceAll("/", "--")}.md`;
  const left = texts.get(file);
  const isLeft = ({ text }: CarriedSlide): boolean => normalText(text) === normalText(left ?? "");
  const finished = left === undefined ? undefined : carrier.tryCarry(slide, { file }, isLeft);
  return finished ?? carrier.carry(slide);
}

const creditedDeck = ({ deck }: OtherDeck) => ({
  ...deck.meta,
  authors: deck.meta.authors.map(({ name }) => name),
});

const licenceOf = ({ deck }: OtherDeck): string =>
  deck.meta.license === undefined ? "; its deck names no licence" : `; ${deck.meta.license}`;

/** What the lock file keeps of a slide that was carried as it is now. */
export function lockedSlide(
  slide: BorrowedSlide,
  carried: Pick<CarriedSlide, "renames"> | undefined,
  file: string | undefined,
  commit: string | undefined,
): LockedSlide {
  const { meta } = slide.deck.deck;
  return {
    deck: slide.deck.where,
    title: meta.title,
    url: meta.url,
    slide: slide.fullId,
    file,
    revision: slide.revision,
    commit,
    license: meta.license,
    authors: meta.authors.map(({ name }) => name),
    parts: slide.parts,
    renamed: carried?.renames,
    base: normalText(slide.text),
  };
}
