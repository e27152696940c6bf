import { expect, test } from "vitest";
import {
  goneNote,
  mergeNotes,
  placeNotes,
  readNotes,
  sameNotes,
  withoutOldGone,
  type Note,
} from "../../scripts/player/notes.ts";
import { notesMarkdown } from "../../scripts/player/notes-markdown.ts";
import { findMoment } from "../../scripts/player/moment.ts";
import { makeTrack } from "../../scripts/player/track.ts";
import { makeIndex } from "./make-index.ts";

const note = (id: string, changedMs: number, at = "#/war/telegram", text = ""): Note => ({
  id,
  at,
  title: "A telegram",
  text,
  changedMs,
});

test("what two tabs hold is joined: of each bookmark the newer state", () => {
  const ours = [note("a", 5, undefined, "ours"), note("b", 1)];
  const theirs = [note("a", 3, undefined, "theirs"), note("c", 2), { ...goneNote(note("b", 4)) }];
  const merged = mergeNotes(ours, theirs);
  expect(merged.map(({ id, text, gone }) => [id, text, gone ?? false])).toEqual([
    ["a", "ours", false],
    ["c", "", false],
    ["b", "", true],
  ]);
  expect(mergeNotes(theirs, ours).find(({ id }) => id === "a")?.text).toBe("ours");
});

test("tabs that wrote in the same moment come to the same, whoever joins", () => {
  const one = [note("a", 5, undefined, "from one"), note("b", 1)];
  const two = [note("a", 5, undefined, "from two"), goneNote(note("b", 4))];
  const joined = mergeNotes(one, two);
  expect(sameNotes(joined, mergeNotes(two, one))).toBe(true);
  // What one tab left out is seen, so that it can be put back.
  expect(sameNotes(joined, one)).toBe(false);
  expect(sameNotes(mergeNotes(joined, one), joined)).toBe(true);
});

test("a deleted bookmark keeps no words, and is itself forgotten in time", () => {
  const gone = goneNote(note("a", 1_000, undefined, "secret"));
  expect(JSON.stringify(gone)).not.toContain("secret");
  const days = (n: number) => n * 24 * 3_600_000;
  expect(withoutOldGone([gone], days(30))).toEqual([gone]);
  expect(withoutOldGone([gone, note("b", 0)], days(100)).map(({ id }) => id)).toEqual(["b"]);
});

test("what was kept is read as far as it can be", () => {
  expect(readNotes(undefined)).toEqual([]);
  expect(readNotes({ a: 1 })).toEqual([]);
  const good = note("a", 1, undefined, "words");
  expect(readNotes([good, null, 3, { ...good, text: 4 }, { ...good, at: "elsewhere" }])).toEqual([good]);
});

test("bookmarks stand in the lecture's order; those that lost their slide at the end", () => {
  const slide = (id: string) => ({ id, title: id, durationMs: 1_000 });
  const index = makeIndex([
    { id: "war", title: "War", data: "a.js", sizeBytes: 1, slides: [slide("telegram"), slide("who")] },
  ]);
  const notes = [
    note("gone-slide", 1, "#/war/gone?t=s1.a.1"),
    note("later", 2, "#/war/who"),
    note("third-sentence", 3, "#/war/telegram?t=s3.abc.1"),
    note("second-sentence", 4, "#/war/telegram?t=s2.abc.900"),
    note("start", 5, "#/war/telegram"),
    goneNote(note("deleted", 6)),
  ];
  expect(
    placeNotes(notes, (moment) => findMoment(makeTrack(index), index, moment)).map(
      ({ note: { id }, slide }) => [id, slide],
    ),
  ).toEqual([
    ["start", 0],
    ["second-sentence", 0],
    ["third-sentence", 0],
    ["later", 1],
    ["gone-slide", undefined],
  ]);
});

test("exported notes are Markdown that names every place and keeps the reader's words", () => {
  expect(
    notesMarkdown({
      title: "Tones & *silences*",
      origin: "Exported from https://example.org/talk/",
      parts: [
        {
          heading: "Permission [to] invade",
          notes: [
            {
              place: "00:02, A telegram",
              link: "https://example.org/talk/#/war/telegram",
              text: "Why *then*?\n",
            },
            { place: "00:04, Whose war?", link: "https://example.org/talk/#/war/who", text: "" },
          ],
        },
      ],
    }),
  ).toBe(`# Tones & \\*silences\\*

Exported from https://example.org/talk/

## Permission \\[to\\] invade

### [00:02, A telegram](<https://example.org/talk/#/war/telegram>)

Why *then*?

### [00:04, Whose war?](<https://example.org/talk/#/war/who>)
`);
});
