import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Lecture, Sentence } from "../../scripts/model.ts";
import { openPdf } from "../../scripts/pdf-check/read.ts";
import { pageContent } from "../../scripts/pdf/objects.ts";
import { assets } from "../../scripts/outputs/assets.ts";
import { checkPdf } from "../pdf-check/check.ts";
import { dateOf, handout } from "../../scripts/outputs/handout.ts";
import { nodes, readPdf, textUnder, type ReadPdf } from "./read-pdf.ts";
import { sampleLecture, sentences, slide } from "./sample-lecture.ts";
import { openStaging, type Staging } from "./staging.ts";

const PAPERS = [
  { paper: "A4", widthPt: 595.28, heightPt: 841.89 },
  { paper: "Letter", widthPt: 612, heightPt: 792 },
] as const;

describe.each(PAPERS)("handout.pdf on $paper", ({ paper, widthPt, heightPt }) => {
  const lecture = sampleLecture({ paper });
  let staging: Staging;
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    staging = await openStaging();
    await staging.make(assets, lecture);
    await staging.make(handout, lecture);
    bytes = await readFile(join(staging.folder, "handout.pdf"));
    pdf = await readPdf(bytes);
  });
  afterAll(async () => {
    await staging.close();
  });

  test("has the paper's size", () => {
    for (const page of pdf.pages) {
      expect(page.widthPt).toBeCloseTo(widthPt, 0);
      expect(page.heightPt).toBeCloseTo(heightPt, 0);
    }
  });

  test("sets letters where the font wants them, and not on the whole pixels of a screen", async () => {
    const document = await openPdf(bytes);
    const content = document.getPages().map((page) => pageContent(document, page));
    const moves = Array.from(content.join("\n").matchAll(/([\d.]+) 0 Td </g), ([, advance]) =>
      Number(advance),
    );
    expect(moves.length).toBeGreaterThan(100);
    const whole = moves.filter((advance) => Number.isInteger(advance));
    expect(whole.length / moves.length).toBeLessThan(0.1);
  });

  test("keeps every rule of PDF/UA-1 that our checker knows", async () => {
    expect(await checkPdf(bytes)).toEqual([]);
  });

  test("says what it is", () => {
    expect(pdf.info).toMatchObject({
      PDFFormatVersion: "1.7",
      Language: "en",
      Title: "Worn-out shoes",
      Author: "Ada Lecturer; Борис Автор",
      Creator: "Lanternist",
      CreationDate: "D:20261123000000Z",
    });
    expect(pdf.xmp).toMatchObject({ "pdfuaid:part": "1", "dc:title": "Worn-out shoes" });
  });

  test("gives names in every script back as they were written", () => {
    const text = pdf.pages
      .map((page) => page.text)
      .join(" ")
      .replace(/\s+/g, " ");
    for (const name of ["김일성", "Эдуард Шевардназде", "protégé", "office, a file and", "affidavit"])
      expect(text).toContain(name);
    expect(text).not.toContain("PRIVATE-NOTE");
  });

  test("tags headings, figures, lists, links and foreign names", () => {
    const all = pdf.pages.flatMap((page) => nodes(page.tree));
    const roles = new Set(all.map(({ role }) => role));
    for (const role of ["H1", "H2", "H3", "P", "L", "LI", "LBody", "Lbl", "Figure", "Caption", "Link"])
      expect(roles).toContain(role);
    expect(all.filter(({ role }) => role === "H1").map(textUnder)).toEqual(["Worn-out shoes"]);
    // Chromium's own name of the role, which the role map takes to Note.
    const notes = all.filter(({ role }) => role === "Note" || role === "Aside").map(textUnder);
    expect(notes).toEqual(["1 Untitled (n.d.), 12.", "A note of the slide’s own."]);
    const names = all.find(
      ({ alt }) => alt === "김일성, Kim Il Sung. Эдуард Шевардназде, forty years later.",
    );
    // The figure is the slide: its drawing is its content, not an artifact beside it.
    expect(names?.role).toBe("Figure");
    expect(textUnder(names ?? { role: "", text: "", children: [] })).toContain("김일성");
    expect(all.filter(({ lang }) => lang === "ko").map((node) => textUnder(node).trim())).toEqual(["김일성"]);
  });

  test("is read in the order of the lecture", () => {
    const read = pdf.pages
      .map(({ tree }) => textUnder(tree))
      .join("")
      .replace(/\s/g, "");
    let from = 0;
    for (const era of lecture.deck.eras)
      for (const text of [
        era.title,
        ...era.slides.flatMap((one) => one.narration.map((said) => said.text)),
      ]) {
        const at = read.indexOf(text.replace(/\s/g, ""), from);
        expect([text, at >= from]).toEqual([text, true]);
        from = at + 1;
      }
  });

  test("runs titles and page numbers at the head of the page, as artifacts", () => {
    expect(pdf.pages[0]?.artifacts).not.toContain("Worn-out shoes");
    const heads = pdf.pages.slice(1).map(({ artifacts }) => artifacts);
    for (const [index, head] of heads.entries()) expect(head).toContain(String(index + 2));
    expect(heads.some((head) => head.includes("Beginnings"))).toBe(true);
    expect(heads.some((head) => head.includes("After the war"))).toBe(true);
  });

  test("labels pages as they are printed and marks eras and slides", () => {
    expect(pdf.pages.map(({ label }) => label)).toEqual([
      "Worn-out shoes",
      ...pdf.pages.slice(1).map((_, i) => String(i + 2)),
    ]);
    expect(pdf.outline.map(({ title, under }) => [title, under.map((entry) => entry.title)])).toEqual([
      ["Beginnings", ["Two names", "The peninsula in June 1950", "A slide that says nothing"]],
      ["After the war: “friends” & neighbours", ["Nothing was settled", "Then <and> now", "Who needs whom?"]],
      ["Glossary", []],
      ["Chronology", []],
      ["Sources", []],
      ["Credits and licence", []],
      ["How to cite this lecture", []],
      ["Index of people and places", []],
    ]);
    for (const { page, title } of pdf.outline.flatMap((entry) => [entry, ...entry.under])) {
      expect(pdf.pages[page - 1]?.text.replace(/\s+/g, " ")).toContain(title);
    }
  });

  test("gives the real pages in its contents", () => {
    const contents = pdf.pages[1]?.tree ?? { role: "", text: "", children: [] };
    const lines = nodes(contents)
      .filter(({ role }) => role === "Link")
      .map((link) => textUnder(link).trim());
    const entries = pdf.outline.flatMap((entry) => [entry, ...entry.under]);
    expect(lines).toHaveLength(entries.length);
    for (const [index, { page }] of entries.entries())
      expect(lines[index]).toMatch(new RegExp(`^${page}\\D`));
    const inside = pdf.links.filter((link) => link.page === 2);
    expect(inside.map(({ leadsTo }) => leadsTo)).toEqual(entries.map(({ page }) => page));
    expect(inside.map(({ contents: words }) => words)).toEqual(entries.map(({ title }) => title));
  });

  test("keeps links out and drops links to other files of the site", () => {
    const targets = pdf.links.map(({ leadsTo }) => leadsTo).filter((target) => typeof target === "string");
    expect(targets).toContain("https://example.org/treaty");
    expect(
      targets.filter((target) => target.includes("lecture.invalid") || target.includes("index.html")),
    ).toEqual([]);
  });

  test("is the same, byte for byte, when it is made again", async () => {
    const again = await handout.make(lecture, staging.tools);
    const [file] = again.files;
    expect(file !== undefined && "bytes" in file && Buffer.compare(file.bytes, bytes)).toBe(0);
  });
});

describe("a lecture that is hard to set", () => {
  const sentence = "A sentence of a narration that goes on for some time about treaties and telegrams.";
  const talk = (count: number): Sentence[] => sentences(...Array.from({ length: count }, () => sentence));
  const sample = sampleLecture();
  const [era] = sample.deck.eras;
  if (era === undefined) throw new Error("the sample has eras");
  const { id } = era;
  const drawing = era.slides.find(({ layout }) => layout === "figure");
  const name = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung".repeat(2);
  const slides = [
    slide(id, "long", { title: "Longer than a page", slots: { main: "<p>One</p>" }, narration: talk(120) }),
    slide(id, "wide", { ...drawing, id: "wide", fullId: `${id}/wide`, narration: talk(70) }),
    slide(id, "word", {
      title: name,
      slots: { main: `<p>${name}</p>` },
      narration: sentences(`https://example.org/${name}`),
    }),
  ];
  const lecture: Lecture = { ...sample, deck: { ...sample.deck, eras: [{ ...era, slides }] } };

  test("is printed at full size, every word of it, with long narrations over several pages", async () => {
    const staging = await openStaging();
    try {
      await staging.make(assets, lecture);
      const { files } = await staging.make(handout, lecture);
      const [file] = files;
      if (file === undefined || !("bytes" in file)) throw new Error("there is no handout");
      const pdf = await readPdf(file.bytes);
      // Without the running heads, which stand between the halves of a sentence that two pages share.
      const text = pdf.pages.map(({ tree }) => textUnder(tree)).join("");
      const count = text.replace(/\s/g, "").split(sentence.replace(/\s/g, "")).length - 1;
      expect(count).toBe(120 + 70);
      expect(pdf.pages.length).toBeGreaterThan(6);
      expect(await checkPdf(file.bytes)).toEqual([]);
    } finally {
      await staging.close();
    }
  });
});

test("the date is SOURCE_DATE_EPOCH's, else the deck's first day, else none", () => {
  expect(dateOf("2026-11", "86400")?.toISOString()).toBe("1970-01-02T00:00:00.000Z");
  expect(dateOf("2026-11", undefined)?.toISOString()).toBe("2026-11-01T00:00:00.000Z");
  expect(dateOf("2026-11-23", "yesterday")?.toISOString()).toBe("2026-11-23T00:00:00.000Z");
  expect(dateOf(undefined, undefined)).toBeUndefined();
});
