/** Every profile on paper: what stands on which page, how large, and what does not. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { profileNames, type HandoutChoice, type ProfileName } from "../../../scripts/handout-profiles.ts";
import type { Lecture } from "../../../scripts/model.ts";
import { assets } from "../../../scripts/outputs/assets.ts";
import { handout } from "../../../scripts/outputs/handout.ts";
import { nodes, readPdf, textUnder, type ReadPdf } from "../read-pdf.ts";
import { openStaging, type Staging } from "../staging.ts";
import { checkPdf } from "../../pdf-check/check.ts";
import { lectureOf, manySlides, SMALL } from "./lecture-of.ts";
import { lettersOf, told } from "./letters.ts";

let staging: Staging;
let small: Lecture;
let long: Lecture;
beforeAll(async () => {
  staging = await openStaging({ speaker: true });
  small = await lectureOf(SMALL);
  long = await lectureOf({
    "deck.yaml": "title: Long\nlanguage: en\n",
    "01-a.md": manySlides(9),
    "02-b.md": manySlides(6),
  });
});
afterAll(async () => {
  await staging.close();
});

/** Prints handouts: file name → bytes. */
async function print(
  lecture: Lecture,
  choices: readonly HandoutChoice[],
  meta: Partial<Lecture["deck"]["meta"]> = {},
): Promise<Map<string, Uint8Array>> {
  const deck = { ...lecture.deck, meta: { ...lecture.deck.meta, ...meta, handout: choices } };
  await staging.make(assets, { ...lecture, deck });
  const { files, problems, missing } = await handout.make({ ...lecture, deck }, staging.tools);
  expect([problems.filter(({ severity }) => severity === "error"), missing]).toEqual([[], []]);
  return new Map(files.flatMap((file) => ("bytes" in file ? [[file.path, file.bytes]] : [])));
}

const one = async (lecture: Lecture, choice: HandoutChoice, meta = {}): Promise<Uint8Array> => {
  const [bytes] = (await print(lecture, [choice], meta)).values();
  if (bytes === undefined) throw new Error("there is no handout");
  return bytes;
};

/** Words in reading order, without running heads. */
const wordsOf = (pdf: ReadPdf): string => pdf.pages.map(({ tree }) => textUnder(tree)).join(" ");

describe("all profiles of a small deck", () => {
  const pdfs = new Map<ProfileName, ReadPdf>();
  const bytes = new Map<string, Uint8Array>();
  const pdf = (name: ProfileName): ReadPdf => pdfs.get(name) ?? expect.fail(`no ${name}`);
  beforeAll(async () => {
    const made = await print(
      small,
      profileNames.map((profile) => ({ profile })),
    );
    for (const [path, content] of made) bytes.set(path, content);
    for (const name of profileNames)
      pdfs.set(name, await readPdf(made.get(name === "study" ? "handout.pdf" : `handout-${name}.pdf`)!));
  });

  test("are files of their own", () => {
    expect([...bytes.keys()]).toEqual([
      "handout.pdf",
      "handout-slides.pdf",
      "handout-workbook.pdf",
      "handout-script.pdf",
      "handout-article.pdf",
      "handout-large.pdf",
    ]);
  });

  test.each(profileNames)(
    "%s has one H1, every slide's heading and its bookmark, on the paper's size",
    (name) => {
      const { pages, outline } = pdf(name);
      const all = pages.flatMap(({ tree }) => nodes(tree));
      expect(all.filter(({ role }) => role === "H1").map((node) => textUnder(node))).toHaveLength(1);
      const headings = all.filter(({ role }) => role === "H3").map((node) => textUnder(node));
      const titles = ["What is known", "When it was", "In a word", "Without words"];
      for (const title of titles) expect(headings.some((heading) => heading.endsWith(title))).toBe(true);
      const era = outline.find(({ title }) => title === "The first pair");
      expect(era?.under.map(({ title }) => title)).toEqual(titles);
      for (const { page, title } of era?.under ?? [])
        expect(pages[page - 1]?.text.replace(/\s+/g, " ")).toContain(title);
      for (const { widthPt, heightPt } of pages) {
        expect(widthPt).toBeCloseTo(595.28, 0);
        expect(heightPt).toBeCloseTo(841.89, 0);
      }
    },
  );

  test.each(profileNames)("%s keeps the rules of PDF/UA-1", async (name) => {
    const path = name === "study" ? "handout.pdf" : `handout-${name}.pdf`;
    expect(await checkPdf(bytes.get(path) ?? new Uint8Array())).toEqual([]);
  });

  test("private notes are in the script alone, and it says so on every page", () => {
    for (const name of profileNames.filter((profile) => profile !== "script"))
      expect(JSON.stringify(pdf(name))).not.toContain("Xylomarimbo");
    expect(wordsOf(pdf("script"))).toContain("Show the real shoe. The word is Xylomarimbo.");
    for (const { text } of pdf("script").pages) expect(text).toContain("not for distribution");
  });

  test("the script has the clock: where each slide begins and how long it takes, beside what is planned", () => {
    const words = wordsOf(pdf("script"));
    const times = [...words.matchAll(/(\d\d:\d\d) about \d\d:\d\d/g)].map(([, starts]) => starts ?? "");
    expect(times).toHaveLength(4);
    expect(times).toEqual([...times].sort());
    expect(words).toContain("planned 4 min");
    expect(words).toContain("planned 9 min");
  });

  test("numbers in the words are those on the picture", async () => {
    const pages = await lettersOf(bytes.get("handout.pdf") ?? new Uint8Array());
    const drawn = pages.flat().filter(({ roles }) => roles.includes("Figure"));
    const besideOf = (words: string): string[] => {
      const line = drawn.find(({ text }) => text.startsWith(words));
      return drawn
        .filter(
          ({ text, x, y }) => /^\d$/.test(text) && Math.abs(y - (line?.y ?? 0)) < 4 && x < (line?.x ?? 0),
        )
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text);
    };
    // The cobbler has two: he comes second, and is pointed at last.
    const known = ["Leather, bought", "A cobbler in", "Nobody signed"].map(besideOf);
    expect(known).toEqual([["1"], ["2", "4"], ["3"]]);
    const said = wordsOf(pdf("study"));
    expect(said).toMatch(
      /known\. ?1\s+The leather[^]*abroad\s*1\s*\. ?2\s+The cobbler[^]*3\s+And nobody signed\. Look ?4\s+at him/,
    );
  });

  test("what is shown where: slides in pictures, or their drawings as figures, or their words again", () => {
    const figures = (name: ProfileName): string[] =>
      pdf(name)
        .pages.flatMap(({ tree }) => nodes(tree))
        .filter(({ role, alt }) => role === "Figure" && alt !== undefined)
        .map(({ alt }) => alt ?? "");
    for (const name of ["study", "slides", "workbook", "script", "large"] as const)
      expect(figures(name)).toHaveLength(4);
    expect(figures("article")).toEqual([expect.stringMatching(/^Timeline, 1945 to 1951/)]);
    const article = wordsOf(pdf("article"));
    expect(article).toContain("Figure 1");
    expect(article).toContain("Worn, but not worn out.");
    expect(article).toContain("Only to be looked at, in silence.");
    expect(article).not.toContain("A cobbler in Pyongyang");
    expect(wordsOf(pdf("large"))).toContain("A cobbler in Pyongyang");
  });

  test("the workbook asks, and tells only at its end", () => {
    const words = wordsOf(pdf("workbook"));
    expect(words).toContain("Who pays the cobbler?");
    expect(words).toContain("welt");
    expect(words.indexOf("The strip that joins")).toBeGreaterThan(words.indexOf("Who wears the shoes?"));
    expect(words).not.toContain("The leather was bought");
  });

  test("large print: 18 points and more for every word outside pictures, sans-serif, nothing hyphenated", async () => {
    const letters = (await lettersOf(bytes.get("handout-large.pdf")!)).flat();
    const outside = letters.filter(({ roles }) => roles.at(-1) !== "Figure" && !roles.includes("Figure"));
    expect(outside.length).toBeGreaterThan(40);
    expect(outside.filter(({ sizePt }) => sizePt < 17.9).map(({ text, sizePt }) => [text, sizePt])).toEqual(
      [],
    );
    expect(outside.filter(({ text }) => /\p{L}[-\u00ad\u2010]$/u.test(text))).toEqual([]);
  });

  test("Korean, Cyrillic and letters with combining marks come back as they were written", () => {
    for (const name of ["study", "script", "article", "large"] as const) {
      const text = pdf(name)
        .pages.map((page) => page.text)
        .join(" ")
        .replace(/\s+/g, " ")
        .normalize("NFC");
      for (const written of ["김일성", "Эдуард Шевардназде", "Йо́сиф"])
        expect(text).toContain(written.normalize("NFC"));
    }
  });
});

describe("pages of a longer deck", () => {
  const profiles = ["study", "article", "script", "large", "workbook"] as const;
  const printed = new Map<string, Promise<Uint8Array>>();
  /** The longer deck on paper; what one test has printed, another reads too. */
  const longOn = async (paper: "A4" | "Letter", profile: ProfileName): Promise<Uint8Array> => {
    const known = printed.get(paper + profile) ?? one(long, { profile }, { paper });
    printed.set(paper + profile, known);
    return await known;
  };
  test.each(profiles)(
    "%s leaves no heading alone at the foot of a page, and no page empty",
    async (profile) => {
      const pages = await lettersOf(await longOn("A4", profile));
      expect(pages.length).toBeGreaterThan(5);
      // The cover is a title alone.
      const lone = pages.slice(1).flatMap((page, index) => {
        const column = told(page).filter(({ roles }) => !roles.includes("Figure"));
        const lowest = column.toSorted((a, b) => a.y - b.y)[0];
        const isHeading = lowest?.roles.some((role) => /^H[1-6]$/.test(role)) === true;
        // A heading beside its picture is not alone.
        const picture = told(page).some(({ roles, y }) => roles.includes("Figure") && y < (lowest?.y ?? 0));
        return isHeading && !picture ? [`${index + 2}: ${lowest.text}`] : [];
      });
      expect(lone).toEqual([]);
      expect(pages.filter((page) => told(page).length === 0)).toEqual([]);
    },
  );

  test.each(["A4", "Letter"] as const)("lose and double no sentence on %s", async (paper) => {
    for (const profile of ["study", "article", "script", "large"] as const) {
      const words = wordsOf(await readPdf(await longOn(paper, profile))).replace(/\s/g, "");
      const sentences = long.deck.eras.flatMap((era) => era.slides).flatMap((slide) => slide.narration);
      const found = words.split("didnotanswerit.").length - 1;
      expect([profile, found]).toEqual([profile, sentences.length]);
    }
  });
});

describe("slides", () => {
  test.each([
    { perPage: 1, pages: 15, landscape: true },
    { perPage: 2, pages: 8, landscape: false },
    { perPage: 3, pages: 5, landscape: false },
    { perPage: 4, pages: 4, landscape: true },
    { perPage: 6, pages: 3, landscape: false },
    { perPage: 9, pages: 2, landscape: true },
  ] as const)("$perPage to a page fill $pages pages", async ({ perPage, pages, landscape }) => {
    const pdf = await readPdf(await one(long, { profile: "slides", perPage }, { paper: "Letter" }));
    expect(pdf.pages).toHaveLength(pages);
    const onFirst = nodes(pdf.pages[0]!.tree).filter(
      ({ role, alt }) => role === "Figure" && alt !== undefined,
    );
    expect(onFirst).toHaveLength(perPage);
    const [width, height] = landscape ? [792, 612] : [612, 792];
    expect([pdf.pages[0]?.widthPt, pdf.pages[0]?.heightPt]).toEqual([width, height]);
    expect(pdf.pages.map(({ label }) => label)).toEqual(pdf.pages.map((_, index) => String(index + 1)));
  });
});

test("a picture of each state, numbered as the words are", async () => {
  const pdf = await readPdf(await one(small, { profile: "study", steps: "each" }));
  const figures = pdf.pages
    .flatMap(({ tree }) => nodes(tree))
    .filter(({ role, alt }) => role === "Figure" && alt !== undefined);
  // Four states after the opening, two of the timeline, and two slides without steps.
  expect(figures).toHaveLength(5 + 3 + 1 + 1);
  expect(figures.slice(0, 4).map(({ alt }) => alt)).toEqual([
    "What is known",
    "Leather, bought abroad.",
    "Leather, bought abroad. A cobbler in Pyongyang.",
    "Leather, bought abroad. A cobbler in Pyongyang. Nobody signed for them.",
  ]);
  const words = wordsOf(pdf);
  for (const number of [1, 2, 3, 4]) expect(words).toMatch(new RegExp(`Slide 1\\s*${number}`));
});

test("for a printer without colour there is none", async () => {
  const coloured = /(?:^|\s)(\d*\.?\d+) (\d*\.?\d+) (\d*\.?\d+) (?:rg|RG)(?=\s)/g;
  const colours = async (mono: boolean): Promise<number> => {
    const streams = await contents(await one(small, { profile: "study", mono }));
    return [...streams.matchAll(coloured)].filter(([, r, g, b]) => r !== g || g !== b).length;
  };
  expect(await colours(false)).toBeGreaterThan(50);
  expect(await colours(true)).toBe(0);
});

/** The drawing operators of all pages. */
async function contents(bytes: Uint8Array): Promise<string> {
  const { PDFDocument, PDFRawStream, decodePDFRawStream } = await import("@cantoo/pdf-lib");
  const document = await PDFDocument.load(bytes);
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
    .map((stream) => {
      try {
        return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
      } catch {
        return ""; // A picture, whose format is no stream of operators.
      }
    })
    .filter((text) => /\bBT\b|\bre\b/.test(text))
    .join("\n");
}
