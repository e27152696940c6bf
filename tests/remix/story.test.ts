/** A teacher borrows slides, makes them her own, and hears of it when their author goes on working on them. */
import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeHome, type Ended, type Home } from "../cli/helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
  await home.write("slides", HER_DECK);
  await home.write("slides/borrowed/korea", ADAS_DECK);
});
afterEach(() => home.remove());

const drawing = (title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>${title}</title><path id="needle" d="M0 0h8v8H0z"/></svg>\n`;
const source = (id: string, title: string): object => ({ id, type: "report", title, issued: { "date-parts": [[1995]] } });

/** The teacher's own deck, with a course that has one slide so far. */
const HER_DECK: Readonly<Record<string, string>> = {
  "deck.yaml": "title: Hunger in history\nlanguage: en\nlicense: CC-BY-4.0\nsources: sources.json\n",
  "sources.json": JSON.stringify([source("fao", "Another report")]),
  "01-opening.md": "## Start {#start}\n\nNarration:\nThis course is about hunger [@fao].\n",
  "courses/seminar.yaml": `# Winter term.
title: Hunger, a seminar
decks:
  korea: ../borrowed/korea # by Ada
slides:
  - use: opening
`,
};

/** A colleague's deck. */
const ADAS_DECK: Readonly<Record<string, string>> = {
  "deck.yaml": `title: Korea in the nineties
language: en
authors: [Ada Lim]
license: CC-BY-4.0
url: https://example.org/korea/
sources: sources.json
pronunciations: { Wonsan: WUN-sahn, Juche: JOO-cheh }
accounts: { record: On record }
`,
  "sources.json": JSON.stringify([source("fao", "Crop assessment"), source("unused", "Nobody cites it")]),
  "01-famine.md": `---
title: Famine
span: 1994/1998
---

## Flood {#flood account=record}

It rained [@fao, p. 3].[^1]

![A rain gauge](media/gauge.svg)

Narration:
It rained in Wonsan for weeks. [focus gauge/needle] Nobody had seen so much water.

---

## Harvest {#harvest}

- Little grain

Narration:
In 1994 the harvest failed. Nobody in Moscow sent grain.

Note:
Ask about Moscow.

---

## Markets {#markets}

Narration:
People sold what they had.

[^1]: Of July.
`,
  "02-aid.md": "---\ntitle: Aid\n---\n\n## Ships {#ships}\n\nNarration:\nShips came with grain from the south.\n",
  "media/gauge.svg": drawing("Gauge"),
};

const remix = (...args: string[]): Promise<Ended> => home.run("remix", ...args);
const path = (name: string): string => join(home.folder, "slides", name);
const read = (name: string): Promise<string> => readFile(path(name), "utf8");
/** Writes other words in the place of those in a file. */
async function change(name: string, ...changes: readonly (readonly [from: string, to: string])[]): Promise<void> {
  let text = await read(name);
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, () => to);
  }
  await writeFile(path(name), text);
}
const ADA = "borrowed/korea/01-famine.md";
/** Path → text of all that the course has. */
async function courseFiles(): Promise<Record<string, string>> {
  const entries = await readdir(path("courses"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.sort().map(async (file) => [file.slice(path("courses").length + 1), await readFile(file, "utf8")] as const)),
  );
}

describe("borrowing", () => {
  test("brings the slide, its picture, sources, pronunciations, account and credit, and says what it did", async () => {
    const { code, stdout, stderr } = await remix("add", "seminar", "korea:famine/flood");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(`korea:famine/flood → courses/seminar/korea--famine--flood.md, slide opening/flood; CC-BY-4.0
  [@fao] is another source here: the one of "korea" is [@fao-korea]
wrote courses/seminar/media/gauge.svg
wrote courses/seminar/korea--famine--flood.md
wrote courses/seminar/sources.json
wrote courses/seminar.yaml
wrote courses/seminar.lock.yaml
`);
    expect(await read("courses/seminar/korea--famine--flood.md")).toBe(`## Flood {#flood account=record}

It rained [@fao-korea, p. 3].[^1]

![A rain gauge](media/gauge.svg)

Narration:
It rained in Wonsan for weeks. [focus gauge/needle] Nobody had seen so much water.

[^1]: Of July.
`);
    expect(await read("courses/seminar/media/gauge.svg")).toBe(drawing("Gauge"));
    expect(JSON.parse(await read("courses/seminar/sources.json"))).toEqual([
      { ...source("fao", "Crop assessment"), id: "fao-korea" },
    ]);
    expect(await read("courses/seminar.yaml")).toBe(`# Winter term.
title: Hunger, a seminar
decks:
  korea: ../borrowed/korea # by Ada
slides:
  - use: opening
  - file: seminar/korea--famine--flood.md
pronunciations:
  Wonsan: WUN-sahn
accounts:
  record: On record
sources: seminar/sources.json
credits:
  - title: Korea in the nineties
    author: Ada Lim
    source: https://example.org/korea/
    license: CC-BY-4.0
    slides:
      - opening/flood
`);
  });

  test("a whole era becomes an era of the course, and a range stays in the last one", async () => {
    await remix("add", "seminar", "korea:aid", "korea:famine/harvest..famine/markets");
    expect(await read("courses/seminar.yaml")).toContain(`  - use: opening
  - era: Aid
    id: aid
  - file: seminar/korea--aid--ships.md
  - file: seminar/korea--famine--harvest.md
  - file: seminar/korea--famine--markets.md
`);
  });

  test("builds: the borrowed slides speak, and carry their credit", async () => {
    await remix("add", "seminar", "korea:famine", "korea:aid");
    const { code, stderr } = await home.run("build", "slides", "--no-audio", "--only", "site");
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error")]);
    const page = await readFile(join(home.folder, "dist/courses/seminar/read.html"), "utf8");
    expect(page).toContain("Nobody had seen so much water.");
    expect(page).toContain("Crop assessment");
    expect(page).toMatch(/Adapted from[^]{0,200}Korea in the nineties[^]{0,100}Ada Lim/);
  });

  test("a dry run says the same and writes nothing", async () => {
    const before = await courseFiles();
    const dry = await remix("add", "seminar", "korea:famine/flood", "--dry-run");
    expect(await courseFiles()).toEqual(before);
    const wet = await remix("add", "seminar", "korea:famine/flood");
    expect(dry.stdout).toBe(`${wet.stdout.replaceAll("wrote ", "would write ")}nothing was written\n`);
  });

  test("what has its name already keeps it: pictures, files, ids, accounts and pronunciations", async () => {
    await home.write("slides/courses/seminar", {
      "media/gauge.svg": drawing("Another gauge"),
      "korea--famine--flood.md": "## My own {#flood}\n",
    });
    await change("courses/seminar.yaml", [
      "  - use: opening\n",
      "  - use: opening\n  - file: seminar/korea--famine--flood.md\npronunciations: { Wonsan: own-san }\naccounts: { record: Mine }\n",
    ]);
    const { stdout } = await remix("add", "seminar", "korea:famine/flood");
    expect(stdout.split("\n").filter((line) => line.startsWith("  "))).toEqual([
      "  korea--famine--flood.md is another file here: the slide is in korea--famine--flood-2.md",
      '  the era has a slide "flood" already: this one is "flood-2"',
      '  "media/gauge.svg" is another file here: the one of "korea" is media/korea/gauge.svg',
      '  [@fao] is another source here: the one of "korea" is [@fao-korea]',
      '  "Wonsan" is said otherwise here than in "korea": yours stays',
      '  the account "record" has other words here: that of "korea" is "record-korea"',
    ]);
    expect(await read("courses/seminar/media/gauge.svg")).toBe(drawing("Another gauge"));
    expect(await read("courses/seminar/korea--famine--flood.md")).toBe("## My own {#flood}\n");
    expect(await read("courses/seminar/korea--famine--flood-2.md")).toMatch(
      /^## Flood \{#flood-2 account=record-korea\}[^]*\(media\/korea\/gauge\.svg\)[^]*\[focus gauge\/needle\]/,
    );
    const { code, stderr } = await home.run("check", "slides", "--no-audio");
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error")]);
    expect((await remix("status")).stdout).toContain("same              korea:famine/flood");
  });

  test("takes recordings along, for a copy that is spoken by the same person", async () => {
    await home.write("slides/borrowed/korea/recordings/aid", { "ships.wav": "RIFF", "ships.txt": "Ships came." });
    const { stdout } = await remix("add", "seminar", "korea:aid/ships");
    expect(stdout).toContain("wrote courses/seminar/recordings/korea--aid--ships/ships.wav");
    expect(await read("courses/seminar/recordings/korea--aid--ships/ships.txt")).toBe("Ships came.");
  });

  test("twice is once", async () => {
    await remix("add", "seminar", "korea:famine/flood");
    const before = await courseFiles();
    const { code, stdout } = await remix("add", "seminar", "korea:famine/flood");
    expect([code, stdout]).toEqual([
      0,
      "korea:famine/flood is in the course already, as seminar/korea--famine--flood.md; lanternist remix update brings what changed since\n",
    ]);
    expect(await courseFiles()).toEqual(before);
  });

  test("goes on where a run was stopped", async () => {
    await remix("add", "seminar", "korea:famine/flood");
    const whole = await courseFiles();
    // Stopped before the lock file, and before the course's file.
    await rm(path("courses/seminar.lock.yaml"));
    await remix("add", "seminar", "korea:famine/flood");
    expect(await courseFiles()).toEqual(whole);
    await rm(path("courses/seminar.lock.yaml"));
    await writeFile(path("courses/seminar.yaml"), HER_DECK["courses/seminar.yaml"] ?? "");
    await remix("add", "seminar", "korea:famine/flood");
    expect((await courseFiles())["seminar/korea--famine--flood.md"]).toBe(whole["seminar/korea--famine--flood.md"]);
    expect(Object.keys(await courseFiles())).toEqual(Object.keys(whole));
  });

  test("notes the commit of the deck's folder", async () => {
    await home.write("slides/borrowed/korea/.git", {
      HEAD: "ref: refs/heads/main\n",
      "refs/heads/main": `${"ab".repeat(20)}\n`,
    });
    await remix("add", "seminar", "korea:aid/ships");
    expect(await read("courses/seminar.lock.yaml")).toContain(`    commit: ${"ab".repeat(20)}\n`);
  });
});
