/** Page numbers are known before a document is printed, and lead to the page where the words stand. */
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Era, Lecture } from "../../scripts/model.ts";
import { profileNames } from "../../scripts/handout-profiles.ts";
import { assets } from "../../scripts/outputs/assets.ts";
import { documentOf, makingOf } from "../../scripts/outputs/handout/document.ts";
import { openPrinted } from "../../scripts/outputs/handout/finish.ts";
import { handout } from "../../scripts/outputs/handout.ts";
import { printDocument, PRINTED_STYLES } from "../../scripts/outputs/handout/print.ts";
import { destinationPages } from "../../scripts/outputs/handout/pdf/navigation.ts";
import { profiles } from "../../scripts/outputs/handout/profiles/index.ts";
import { readPdf } from "./read-pdf.ts";
import { sampleLecture, sentences, slide } from "./sample-lecture.ts";
import { openStaging, type Staging } from "./staging.ts";

/** Paragraphs of every length, each sentence with a number of its own and a name that the index lists. */
function longLecture(): Lecture {
  const sample = sampleLecture();
  const at = { file: "01-names.md", line: 1, column: 1 };
  const slides = Array.from({ length: 40 }, (_, n) =>
    slide("names", `slide-${n}`, {
      title: `Slide ${n}`,
      slots: { main: "<p>A word.</p>" },
      narration: sentences(
        ...Array.from(
          { length: 2 + (n % 9) },
          (_, i) =>
            `${i % 3 === 0 ? "¶" : ""}N${n}s${i} begins what is said of Kim Il Sung${", again and again".repeat((n + i) % 4)}.`,
        ),
      ),
    }),
  );
  const era: Era = {
    id: "names",
    title: "Names",
    places: [],
    people: ["Kim Il Sung"],
    terms: [],
    questions: [],
    slides,
    at,
  };
  return { ...sample, deck: { ...sample.deck, eras: [...sample.deck.eras, era] } };
}

const lecture = longLecture();
let staging: Staging;
beforeAll(async () => {
  staging = await openStaging({ speaker: true });
  await staging.make(assets, lecture);
});
afterAll(async () => {
  await staging.close();
});

/** Every PDF that the browser made until a profile was printed, and what was told of its pages meanwhile. */
async function print(name: (typeof profileNames)[number]) {
  const profile = profiles[name];
  const made = makingOf(profile, lecture, staging.tools);
  const printed: Uint8Array[] = [];
  const told: [done: number, total: number][] = [];
  const { pdf } = await printDocument({
    browser: await staging.tools.openBrowser(),
    document: await documentOf(profile, made, staging.tools, { stylesheet: PRINTED_STYLES }),
    folder: staging.folder,
    hyphenates: profile.hyphenates,
    open: async (bytes, foreseen) => {
      printed.push(bytes);
      return await openPrinted(bytes, foreseen);
    },
    signal: new AbortController().signal,
    progress: (done, total) => void told.push([done, total]),
  });
  return { printed, told, pages: pdf.document.getPageCount() };
}

describe.each(profileNames)("%s", (name) => {
  test("is printed once, since its page numbers were right from the start", async () => {
    const { printed, told, pages } = await print(name);
    expect(printed).toHaveLength(1);
    // Slides alone name no pages, so nobody looks how many there will be.
    expect(told).toEqual([...(name === "slides" ? [] : [[0, pages]]), [pages, pages]]);
  });
});

// In large print whole paragraphs move to the next page, and Chromium leaves their places behind.
test.each(["study", "large"] as const)("the places of %s are where their words are", async (name) => {
  const meta = { ...lecture.deck.meta, handout: [{ profile: name }] };
  const { files } = await staging.make(handout, { ...lecture, deck: { ...lecture.deck, meta } });
  const [file] = files;
  if (file === undefined || !("bytes" in file)) throw new Error("there is no handout");
  const { pages } = await readPdf(file.bytes);
  const places = [...destinationPages(await PDFDocument.load(file.bytes))].filter(([anchor]) =>
    anchor.startsWith("--said--names--"),
  );
  expect(places.length).toBe(80);
  const astray = places.filter(([anchor, page]) => {
    const [, slideNumber = "", sentence = "1"] = /slide-(\d+)--(\d+)$/.exec(anchor) ?? [];
    const begins = new RegExp(`N${slideNumber}s${Number(sentence) - 1}(?!\\d)`);
    return !begins.test(pages[page - 1]?.text ?? "");
  });
  expect(astray).toEqual([]);
});
