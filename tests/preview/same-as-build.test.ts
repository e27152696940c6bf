/** What a preview shows after any edits is what a build makes of the same files. */
import { assert, asyncProperty, constantFrom, array, tuple } from "fast-check";
import { expect, test } from "vitest";
import { bibliographyOf } from "../../scripts/source/bibliography.ts";
import { loadDeck } from "../../scripts/load-deck.ts";
import { assembleLecture, madeSlides } from "../../scripts/lecture.ts";
import { narrate } from "../../scripts/narration/narrate.ts";
import { sharedParts } from "../../scripts/outputs/shared.ts";
import { columnIndex, columnsOf, slideData, timesOf } from "../../scripts/outputs/site/column.ts";
import { lectureYears } from "../../scripts/outputs/site/years.ts";
import type { Session } from "../../scripts/preview/session.ts";
import { DECK, previewed } from "./helper.ts";

/** What authors do to a file. */
const edits: readonly ((text: string) => string)[] = [
  (text) => text.replace("One", "The first"),
  (text) => text.replace("- Two\n", "- Two\n- Three\n\n"),
  (text) => text.replace("stone is laid", "stone was laid in 1952"),
  (text) => text.replace("## Iron {#iron}", "## Iron {#steel layout=statement aliases=iron}"),
  (text) => `${text}\n---\n\n## Salt\n\nSee [iron](#war/iron).\n`,
  (text) => text.replace("title: War", "title: The war\nsummary: What happened."),
  (text) => text.replace("1950/1953", "1949/1953"),
  (text) => text.replace("language: en", "language: en\nminutes: 5\nauthors: [Ada Lim]"),
  (text) => text.replace(/---\n\n## Iron[^]*$/, ""),
  (text) => text.replace("- One", "Before.\n\n- One"),
  (text) => text.replace("## Stone {#stone}", "## Clay {#clay}\n\n- Red\n\n---\n\n## Stone {#stone}"),
  (text) => text.replace("{#iron}", "{#stone}"),
  (text) => text.replace("{#bread}", ""),
  (text) => text.replace("- One", "- [One][ref] says it[^1]"),
  (text) => `${text}\n[ref]: https://example.org\n[^1]: A note.\n`,
  (text) => text.replace("example.org", "example.com").replace("A note", "Another note"),
  (text) => text.replace("- Two", "```\nTwo"),
  (text) => text,
];

async function fromScratch(folder: string) {
  const { deck, source } = await loadDeck(folder);
  if (deck === undefined) throw new Error("the deck should be readable");
  const { entries } = bibliographyOf(deck);
  const made = madeSlides(deck, entries);
  const narration = await narrate(
    deck,
    { ...made, audio: false, voices: {}, cacheFolder: "/nowhere", deckPaths: new Set(source.files.keys()) },
    {
      progress: () => undefined,
      signal: new AbortController().signal,
      readDeck: () => Promise.reject(new Error("no file is needed")),
    },
  );
  const lecture = assembleLecture(deck, made, entries, narration);
  const shared = sharedParts(lecture);
  const times = timesOf(lecture.timeline, shared.captions());
  const years = lectureYears(deck);
  return columnsOf(lecture).map((column, number) => ({
    index: columnIndex(column, number, 0, times, years, shared.context()),
    slides: column.slides.map((slide) => {
      const time = times.get(slide.fullId);
      if (time === undefined) throw new Error(`no time for ${slide.fullId}`);
      return slideData(slide, time, years.slides.get(slide.fullId), shared.context(), undefined);
    }),
  }));
}

/** What pages of a preview hold, in the same form. */
function asShown(session: Session) {
  const { page } = session.shown() ?? {};
  return page?.index.columns.map((column, number) => ({
    index: { ...column, sizeBytes: 0 },
    slides: page.slides[number]?.map(({ data }) => data),
  }));
}

/** As it goes over the line. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("after any edits the pages hold what a build makes", async () => {
  const files = constantFrom("deck.yaml", "01-war.md", "02-peace.md");
  const history = array(tuple(files, constantFrom(...edits)), { minLength: 1, maxLength: 5 });
  await assert(
    asyncProperty(history, async (steps) => {
      const deck = await previewed();
      try {
        const texts: Record<string, string> = { ...DECK };
        for (const [file, edit] of steps) {
          texts[file] = edit(texts[file] ?? "");
          await deck.save(file, texts[file]);
        }
        await deck.passTime();
        const isBroken = deck.session.problems().some(({ severity }) => severity === "error");
        // With errors the page stays as it was.
        const wanted = isBroken ? asShown(deck.session) : await fromScratch(deck.folder);
        expect(sent(asShown(deck.session))).toEqual(sent(wanted));
      } finally {
        await deck.close();
      }
    }),
    { numRuns: 40 },
  );
});
