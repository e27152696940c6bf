/** What the `remix` commands ask of the decks that a course borrows from, and what they write into the one that it lies in. */
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { gitCommit } from "../../io/git-commit.ts";
import type { DeckAccess } from "../../io/inside-deck.ts";
import { writeTogether, type FileToWrite } from "../../io/write-together.ts";
import { hashOfBytes } from "../../narration/hash.ts";
import { filesOf, type OtherDeck } from "../../remix/borrowed-slide.ts";
import type { FollowContext } from "../../remix/follow.ts";
import type { Plan } from "../../remix/plan.ts";
import { COURSES } from "../../remix/read-course.ts";
import type { SourceSlide } from "../../remix/source-deck.ts";

/** The decks that a course borrows from, with their files. */
export type OpenedDecks = ReadonlyMap<OtherDeck, DeckAccess>;

/**
 * The commits at which the decks' folders stand, as far as they have any.
 * @param root absolute path of the deck that the course lies in
 */
export async function commitsOf(root: string, decks: OpenedDecks): Promise<ReadonlyMap<OtherDeck, string>> {
  const found = new Map<OtherDeck, string>();
  for (const deck of decks.keys()) {
    const path = resolve(root, COURSES, deck.where);
    // What lies in an archive or a built site was made at another time than what is checked out around it.
    const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
    const commit = isFolder && !existsSync(join(path, "source.zip")) ? await gitCommit(path) : undefined;
    if (commit !== undefined) found.set(deck, commit);
  }
  return found;
}

/** The hashes of what comes along with slides. */
export async function hashesOf(
  slides: ReadonlyMap<OtherDeck, readonly SourceSlide[]>,
  decks: OpenedDecks,
  signal: AbortSignal,
): Promise<FollowContext["hashes"]> {
  const found = new Map<OtherDeck, Map<string, string>>();
  for (const [deck, wanted] of slides) {
    const hashes = new Map<string, string>();
    found.set(deck, hashes);
    for (const slide of wanted) {
      const { shown, recorded } = filesOf(deck, slide);
      for (const path of [...shown, ...recorded]) {
        signal.throwIfAborted();
        const bytes = hashes.has(path) ? undefined : await decks.get(deck)?.readDeck(path);
        if (bytes !== undefined) hashes.set(path, hashOfBytes(bytes));
      }
    }
  }
  return found;
}

/** Writes the files of a plan. @param root absolute real path of the deck that the course lies in */
export async function writePlan(
  { files }: Plan,
  root: string,
  decks: OpenedDecks,
  signal: AbortSignal,
): Promise<void> {
  const access = new Map([...decks].map(([{ name }, deck]) => [name, deck]));
  const ready: FileToWrite[] = [];
  for (const file of files) {
    if ("text" in file) {
      ready.push({ path: file.path, bytes: new TextEncoder().encode(file.text) });
      continue;
    }
    const deck = access.get(file.from.deck);
    if (deck === undefined) throw new Error(`the plan copies from "${file.from.deck}", which is no deck`);
    ready.push({ path: file.path, bytes: await deck.readDeck(file.from.path) });
  }
  await writeTogether(root, ready, signal);
}
