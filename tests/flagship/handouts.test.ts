/** What students and the lecturer get on paper, all in one build. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handoutFile, profileNames, type ProfileName } from "../../scripts/handout-profiles.ts";
import type { Deck } from "../../scripts/model.ts";
import { shrinkage } from "../../scripts/pdf/content.ts";
import { pageContent } from "../../scripts/pdf/objects.ts";
import { openPdf } from "../../scripts/pdf-check/read.ts";
import { readPdf, type ReadPdf } from "../outputs/read-pdf.ts";
import { checkPdf } from "../pdf-check/check.ts";
import { deckOf, loadFlagship, slidesOf } from "./lecture.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let base = "";
let deck: Deck;
const read = (file: string): Promise<Uint8Array> => readFile(join(base, "paper", file));
const readers = new Map<ProfileName, Promise<ReadPdf>>();
/** What can be read in a handout; each is read once, since they are long. */
async function pdfOf(profile: ProfileName): Promise<ReadPdf> {
  const known = readers.get(profile) ?? read(handoutFile(profile)).then(readPdf);
  readers.set(profile, known);
  return await known;
}
beforeAll(async () => {
  deck = deckOf(await loadFlagship());
  base = await mkdtemp(join(tmpdir(), "lanternist-handouts-"));
  await promisify(execFile)(process.execPath, [
    join(root, "lib/cli.js"),
    "build",
    join(root, "slides"),
    "--speaker",
    "--no-audio",
    "--only",
    "handout",
    "--handout",
    profileNames.join(","),
    "--out",
    join(base, "paper"),
  ]);
}, 180_000);
afterAll(() => rm(base, { recursive: true, force: true }));

test("the study handout is a file to send and a stack to print: under 2 MB and 60 pages", async () => {
  const bytes = await read("handout.pdf");
  expect(bytes.length).toBeLessThan(2_000_000);
  const { pages, outline } = await pdfOf("study");
  expect(pages.length).toBeLessThan(60);
  const titles = outline.map(({ title }) => title);
  expect(titles).toEqual(expect.arrayContaining(deck.eras.map(({ title }) => title)));
  // The slide that opens an era is where the era's own bookmark leads.
  const others = slidesOf(deck).filter(({ layout }) => layout !== "era");
  expect(outline.flatMap(({ under }) => under)).toHaveLength(others.length);
});

test.each(profileNames)("%s keeps every rule of PDF/UA-1 that can be checked", async (profile) => {
  expect(await checkPdf(await read(handoutFile(profile)))).toEqual([]);
});

test.each(profileNames)("%s is in its true size", async (profile) => {
  const document = await openPdf(await read(handoutFile(profile)));
  const scales = document.getPages().map((page) => shrinkage(pageContent(document, page)));
  // Chromium writes eight digits. The least that it ever shrank this lecture by was a hundred times as much.
  expect(scales.filter((scale) => Math.abs(scale - 1) > 2e-7)).toEqual([]);
});

const squashed = (text: string): string => text.replaceAll(/\s+/gu, "");

/** Beginnings of the private notes that a profile shows. */
async function notesIn(profile: ProfileName): Promise<readonly string[]> {
  const { pages } = await pdfOf(profile);
  const text = squashed(pages.map((page) => page.text).join(""));
  return privateNotes().filter((note) => text.includes(note));
}

const privateNotes = (): readonly string[] =>
  slidesOf(deck)
    .map(({ notes: html }) => squashed(html.replaceAll(/<[^>]*>/g, "")).slice(0, 24))
    .filter((note) => note.length === 24 && !note.includes("&"));

test.each(profileNames.filter((name) => name !== "script"))("%s holds no private note", async (profile) => {
  expect(await notesIn(profile)).toEqual([]);
});

test("the script holds the private notes, and every page of it says what it is", async () => {
  const notes = privateNotes();
  expect(notes.length).toBeGreaterThan(20);
  expect(await notesIn("script")).toEqual(notes);
  const { pages } = await pdfOf("script");
  const unmarked = pages.filter(({ artifacts }) => !artifacts.includes("not for distribution"));
  expect(unmarked).toEqual([]);
});
