/** Hyphens on paper: lines end with them where they should, and readers of the PDF get whole words. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Lecture } from "../../../scripts/model.ts";
import { assets } from "../../../scripts/outputs/assets.ts";
import { handout } from "../../../scripts/outputs/handout.ts";
import { divideIn } from "../../../scripts/outputs/handout/hyphens/languages.ts";
import { openPdf } from "../../../scripts/pdf-check/read.ts";
import { pageContent, streamText } from "../../../scripts/pdf/objects.ts";
import { checkPdf } from "../../pdf-check/check.ts";
import { lectureOf } from "../profiles/lecture-of.ts";
import { readPdf, type ReadPdf } from "../read-pdf.ts";
import { openStaging, type Staging } from "../staging.ts";

const TITLE = "Waffenstillstandsverhandlungen und Gefangenenaustauschvereinbarungen";
const SAID = `Die Waffenstillstandsverhandlungen dauerten zwei Jahre, und die Oberkommandierenden unterzeichneten den Waffenstillstandsvertrag.
Beobachter der Militärwaffenstillstandskommission überwachten anschließend die entmilitarisierte Demarkationslinie. Kriegsgefangenenaustauschvereinbarungen
blieben umstritten, weil Repatriierungsverweigerer ausgeschlossen werden sollten. Die UNO-Generalversammlung verabschiedete
Sicherheitsratsresolutionen, und https://beispiel.example/waffenstillstandsverhandlungen nannte Einzelheiten.`;

/** Longer than a line of the notes in the article's margin. */
const LONGEST = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurf";

const GERMAN = {
  "deck.yaml": "title: Teilung\nlanguage: de\n",
  "01-teilung.md": `---
title: ${TITLE}
terms: { Waffenstillstand: Vereinbarung kriegführender Parteien über die Unterbrechung der Kampfhandlungen zwischen ihren Streitkräften. }
---

## Waffenstillstandskommissionsbeobachter {#eins}

Punkt

Narration:
${SAID}

---

## Ein Wort mit eigenen Trennstellen {#zwei}

Ein Absatz ohne Sprecher steht im Artikel als Text, und in ihm steht dreimal dasselbe Wort: Bun\u00addes\u00adnach\u00adrichten\u00addienst, Bun\u00addes\u00adnach\u00adrichten\u00addienst, Bun\u00addes\u00adnach\u00adrichten\u00addienst am Ende.[^1]

[^1]: Zum ${LONGEST} siehe dort.
`,
};

const HEADING = "Representatives misunderstood, disappointments underestimated";

const ENGLISH = {
  "deck.yaml": "title: Words\nlanguage: en\n",
  "01-words.md": `---
title: Words
---

## ${HEADING} {#whose}

Point

Narration:
Understandably, representatives acknowledged straightforwardly incomprehensible interpretations, notwithstanding Shevardnadze’s Khrushchevian counterarguments
and the disproportionately self-congratulatory announcements of plenipotentiary ambassadors. Correspondents misunderstood intergovernmental communications,
overestimated reconciliation, and underestimated counterrevolutionary disappointments. The 1718sanctionscommittee and misinformation@example.org went unmentioned.
`,
};

let staging: Staging;
beforeAll(async () => {
  staging = await openStaging({ speaker: true });
});
afterAll(async () => {
  await staging.close();
});

/** Prints one handout of a deck. */
async function print(
  texts: Readonly<Record<string, string>>,
  profile: "study" | "article" | "large" | "script",
  meta: Partial<Lecture["deck"]["meta"]> = {},
): Promise<Uint8Array> {
  const { deck, ...lecture } = await lectureOf(texts);
  const printed = { ...lecture, deck: { ...deck, meta: { ...deck.meta, ...meta, handout: [{ profile }] } } };
  await staging.make(assets, printed);
  const { files, problems, missing } = await handout.make(printed, staging.tools);
  expect([problems.filter(({ severity }) => severity === "error"), missing]).toEqual([[], []]);
  const [file] = files;
  if (file === undefined || !("bytes" in file)) throw new Error("there is no handout");
  return file.bytes;
}

/** The lines of all pages, top to bottom. */
const linesOf = ({ pages }: ReadPdf): string[] => pages.flatMap(({ text }) => text.split("\n"));

/** Lines that end with a hyphen after a small letter. */
const hyphenated = (pdf: ReadPdf): string[] => linesOf(pdf).filter((line) => /\p{Ll}-$/u.test(line));

/** The text as readers put it together: a hyphen at a line's end goes, and so does the end of the line. */
const joined = (pdf: ReadPdf): string => linesOf(pdf).join("\n").replace(/-\n/g, "").replace(/\s+/g, " ");

/** How many hyphens stand for a soft hyphen, as ISO 32000-1, 14.8.2.2.3 wants those of divided words. */
async function softHyphens(bytes: Uint8Array): Promise<number> {
  const document = await openPdf(bytes);
  const content = document.getPages().map((page) => pageContent(document, page));
  return content.join("\n").match(/<FEFF00AD>/gi)?.length ?? 0;
}

describe("a German lecture with long words in narrow columns", () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = await print(GERMAN, "study");
    pdf = await readPdf(bytes);
  });

  test("has hyphens at the ends of lines, each told to readers as one of a divided word", async () => {
    expect(hyphenated(pdf).length).toBeGreaterThan(4);
    expect(await softHyphens(bytes)).toBe(hyphenated(pdf).length);
  });

  test("gives every word back whole", () => {
    for (const word of SAID.replace(/\S+-\S+|https\S+/g, "").match(/\p{L}+/gu) ?? [])
      expect(joined(pdf)).toContain(word);
  });

  test("divides a word of a heading only where it is longer than the line", () => {
    expect(hyphenated(pdf)).toContain("Waffenstillstandsverhand-");
    expect(joined(pdf)).toContain(TITLE);
    expect(joined(pdf)).toContain("Waffenstillstandskommissionsbeobachter");
  });

  test("leaves addresses whole, and words with a hyphen of their own without another", () => {
    expect(hyphenated(pdf).filter((line) => /beispiel|UNO/.test(line))).toEqual([]);
  });

  test("has no three lines in a row that end with a hyphen", () => {
    const ends = linesOf(pdf).map((line) => (/\p{Ll}-$/u.test(line) ? "-" : " "));
    expect(ends.join("")).not.toContain("---");
  });

  test("keeps every rule of PDF/UA-1 that our checker knows", async () => {
    expect(await checkPdf(bytes)).toEqual([]);
  });

  test("breaks lines alike on both papers", async () => {
    const letter = await readPdf(await print(GERMAN, "study", { paper: "Letter" }));
    expect(hyphenated(letter)).toEqual(hyphenated(pdf));
  });

  test("is the same when it is made again", async () => {
    expect(Buffer.compare(await print(GERMAN, "study"), bytes)).toBe(0);
  });

  test("has none with `hyphenate: false`", async () => {
    const yaml = `${GERMAN["deck.yaml"]}hyphenate: false\n`;
    const whole = await print({ ...GERMAN, "deck.yaml": yaml }, "study");
    expect(await softHyphens(whole)).toBe(0);
    expect(hyphenated(await readPdf(whole))).toEqual([]);
  });
});

test("a word that is longer than the line after it is divided more than once", async () => {
  const pdf = await readPdf(await print(GERMAN, "article"));
  expect(hyphenated(pdf).filter((line) => LONGEST.includes(line.slice(-5, -1)))).toHaveLength(2);
  expect(joined(pdf)).toContain(`Zum ${LONGEST} siehe dort.`);
});

describe("an English lecture", () => {
  test("has hyphens, but none in names, in words with digits, or in addresses", async () => {
    const bytes = await print(ENGLISH, "study");
    const pdf = await readPdf(bytes);
    expect(hyphenated(pdf).length).toBeGreaterThan(1);
    for (const word of [
      "Shevardnadze",
      "Khrushchevian",
      "1718sanctionscommittee",
      "misinformation@example.org",
    ])
      expect(linesOf(pdf).some((line) => line.includes(word))).toBe(true);
    expect(joined(pdf)).toContain("counterrevolutionary disappointments");
  });

  test("has none in its headings", async () => {
    const lines = linesOf(await readPdf(await print(ENGLISH, "study")));
    expect(lines).toEqual(expect.arrayContaining(HEADING.split(/(?<=,) /)));
  });

  test("has none in large print", async () => {
    const bytes = await print(ENGLISH, "large");
    expect(await softHyphens(bytes)).toBe(0);
    expect(hyphenated(await readPdf(bytes)).filter((line) => !line.endsWith("self-"))).toEqual([]);
  });

  test("is hyphenated in the script that it is spoken from", async () => {
    expect(await softHyphens(await print(ENGLISH, "script"))).toBeGreaterThan(0);
  });
});

test("foreign words are divided as their own language has it, or not at all", async () => {
  const german = ["Waffenstillstandsverhandlungen", "Generalversammlungsbeschlüsse", "Kriegsgefangenenlager"];
  const finnish = ["rauhanneuvotteluissamme", "puolueettomuuspolitiikasta", "aselepokomissioineen"];
  const bytes = await print(
    {
      "deck.yaml": "title: Words\nlanguage: en\n",
      "01-words.md": `---\ntitle: Words\n---\n\n## Two languages\n\n[${[...german, ...german, ...german].join(" ")} Ende]{lang=de}\n\n[${[...finnish, ...finnish, ...finnish].join(" ")} loppu]{lang=fi}\n`,
    },
    "article",
  );
  const ends = hyphenated(await readPdf(bytes)).map((line) => line.slice(line.lastIndexOf(" ") + 1, -1));
  expect(ends.length).toBeGreaterThan(1);
  const divide = await divideIn("de");
  for (const end of ends) {
    const word = german.find((whole) => whole.startsWith(end)) ?? "";
    expect(divide?.(word.toLowerCase())).toContain(end.length);
  }
});

describe("an author's own soft hyphens", () => {
  test.each(["study", "article", "large"] as const)(
    "leave every word whole for readers of %s",
    async (profile) => {
      const pdf = await readPdf(await print(GERMAN, profile));
      expect(joined(pdf)).toContain(
        `Wort: ${"Bundesnachrichtendienst, ".repeat(2)}Bundesnachrichtendienst am Ende.`,
      );
    },
  );

  test("leave no trace where no line ends, on pages and on slides", async () => {
    const bytes = await print(GERMAN, "study");
    const { context } = await openPdf(bytes);
    const contents = context.enumerateIndirectObjects().map(([, object]) => streamText(object));
    // The last operation before a hyphen's own only moves to it.
    for (const [, before] of contents.join("\n").matchAll(/(\w+)\n\/Span\s*<<\/ActualText <FEFF00AD>/gi))
      expect(before).toBe("Tm");
  });
});
