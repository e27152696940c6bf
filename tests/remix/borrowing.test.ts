/** A teacher borrows slides for her course: what comes along, and what it is called. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readPdf } from "../outputs/read-pdf.ts";
import { ADAS_DECK, drawing, HER_DECK, makeTeacher, source, type Teacher } from "./teacher.ts";

let she: Teacher;
beforeEach(async () => {
  she = await makeTeacher();
});
afterEach(() => she.remove());

describe("borrowing", () => {
  test("brings the slide, its picture, sources, pronunciations, account and credit, and says what it did", async () => {
    const { code, stdout, stderr } = await she.remix("add", "seminar", "korea:famine/flood");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout)
      .toBe(`korea:famine/flood → courses/seminar/korea--famine--flood.md, slide opening/flood; CC-BY-4.0
  [@fao] is another source here: the one of "korea" is [@fao-korea]
wrote courses/seminar/media/gauge.svg
wrote courses/seminar/media/gauge.svg.credit.yaml
wrote courses/seminar/korea--famine--flood.md
wrote courses/seminar/sources.json
wrote courses/seminar.yaml
wrote courses/seminar.lock.yaml
`);
    expect(await she.read("courses/seminar/korea--famine--flood.md")).toBe(`## Flood {#flood account=record}

It rained [@fao-korea, p. 3].[^1]

![A rain gauge](media/gauge.svg)

Narration:
It rained in Wonsan for weeks. [focus gauge/needle] Nobody had seen so much water.

[^1]: Of July.
`);
    expect(await she.read("courses/seminar/media/gauge.svg")).toBe(drawing("Gauge"));
    expect(await she.read("courses/seminar/media/gauge.svg.credit.yaml")).toBe(
      "title: A rain gauge\nauthor: Bo Park\nlicense: CC0-1.0\n",
    );
    expect(JSON.parse(await she.read("courses/seminar/sources.json"))).toEqual([
      { ...source("fao", "Crop assessment"), id: "fao-korea" },
    ]);
    expect(await she.read("courses/seminar.yaml")).toBe(`# Winter term.
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
    await she.remix("add", "seminar", "korea:aid", "korea:famine/harvest..famine/markets");
    expect(await she.read("courses/seminar.yaml")).toContain(`  - use: opening
  - era: Aid
    id: aid
  - file: seminar/korea--aid--ships.md
  - file: seminar/korea--famine--harvest.md
  - file: seminar/korea--famine--markets.md
`);
  });

  test("builds: the borrowed slides speak, and carry their credit on screen and on paper", async () => {
    await she.remix("add", "seminar", "korea:famine", "korea:aid");
    const { code, stderr } = await she.run("build", "slides", "--course", "seminar", "--no-audio");
    expect([code, stderr]).toEqual([0, expect.not.stringMatching(/error|warning/)]);
    const site = join(she.folder, "dist/courses/seminar");
    const page = await readFile(join(site, "read.html"), "utf8");
    expect(page).toContain("Nobody had seen so much water.");
    expect(page).toContain("Crop assessment");
    expect(page).toMatch(/Adapted from[^]{0,200}Korea in the nineties[^]{0,100}Ada Lim/);
    const { pages } = await readPdf(await readFile(join(site, "handout.pdf")));
    const text = pages.map((page) => page.text).join("\n");
    expect(text).toMatch(/Adapted from\s*“?Korea in the nineties/);
    for (const credited of ["Ada Lim", "A rain gauge", "Bo Park"]) expect(text).toContain(credited);
  });

  test("two decks in which everything has the same names stay two", async () => {
    await she.write("slides/borrowed/china", {
      ...ADAS_DECK,
      "deck.yaml": (ADAS_DECK["deck.yaml"] ?? "")
        .replace("Korea in", "China in")
        .replace("WUN-sahn", "WAHN-sahn")
        .replace("On record", "Recorded"),
      "sources.json": JSON.stringify([source("fao", "Report on China")]),
      "media/gauge.svg": drawing("A Chinese gauge"),
    });
    await she.change("courses/seminar.yaml", ["decks:\n", "decks:\n  china: ../borrowed/china\n"]);
    const { code, stdout } = await she.remix(
      "add",
      "seminar",
      "korea:famine/flood",
      "china:famine/flood",
      "china:aid",
    );
    expect(code).toBe(0);
    expect(stdout.split("\n").filter((line) => !line.startsWith("wrote"))).toEqual([
      "korea:famine/flood → courses/seminar/korea--famine--flood.md, slide opening/flood; CC-BY-4.0",
      '  [@fao] is another source here: the one of "korea" is [@fao-korea]',
      "china:famine/flood → courses/seminar/china--famine--flood.md, slide opening/flood-2; CC-BY-4.0",
      '  the era has a slide "flood" already: this one is "flood-2"',
      '  "media/gauge.svg" is another file here: the one of "china" is media/china/gauge.svg',
      '  [@fao] is another source here: the one of "china" is [@fao-china]',
      '  "Wonsan" is said otherwise here than in "china": yours stays',
      '  the account "record" has other words here: that of "china" is "record-china"',
      "china:aid/ships → courses/seminar/china--aid--ships.md, slide aid/ships; CC-BY-4.0",
      "",
    ]);
    expect(await she.read("courses/seminar/media/gauge.svg")).toBe(drawing("Gauge"));
    expect(await she.read("courses/seminar/media/china/gauge.svg")).toBe(drawing("A Chinese gauge"));
    const built = await she.run("build", "slides", "--no-audio", "--only", "site");
    expect([built.code, built.stderr]).toEqual([0, ""]);
    expect((await she.remix("status")).stdout).not.toMatch(/changed|both/);
  });

  test("a dry run says the same and writes nothing", async () => {
    const before = await she.courseFiles();
    const dry = await she.remix("add", "seminar", "korea:famine/flood", "--dry-run");
    expect(await she.courseFiles()).toEqual(before);
    const wet = await she.remix("add", "seminar", "korea:famine/flood");
    expect(dry.stdout).toBe(`${wet.stdout.replaceAll("wrote ", "would write ")}nothing was written\n`);
  });

  test("what has its name already keeps it: pictures, files, ids, accounts and pronunciations", async () => {
    await she.write("slides/courses/seminar", {
      "media/gauge.svg": drawing("Another gauge"),
      "korea--famine--flood.md": "## My own {#flood}\n",
    });
    await she.change("courses/seminar.yaml", [
      "  - use: opening\n",
      "  - use: opening\n  - file: seminar/korea--famine--flood.md\npronunciations: { Wonsan: own-san }\naccounts: { record: Mine }\n",
    ]);
    const { stdout } = await she.remix("add", "seminar", "korea:famine/flood");
    expect(stdout.split("\n").filter((line) => line.startsWith("  "))).toEqual([
      "  korea--famine--flood.md is another file here: the slide is in korea--famine--flood-2.md",
      '  the era has a slide "flood" already: this one is "flood-2"',
      '  "media/gauge.svg" is another file here: the one of "korea" is media/korea/gauge.svg',
      '  [@fao] is another source here: the one of "korea" is [@fao-korea]',
      '  "Wonsan" is said otherwise here than in "korea": yours stays',
      '  the account "record" has other words here: that of "korea" is "record-korea"',
    ]);
    expect(await she.read("courses/seminar/media/gauge.svg")).toBe(drawing("Another gauge"));
    expect(await she.read("courses/seminar/korea--famine--flood.md")).toBe("## My own {#flood}\n");
    expect(await she.read("courses/seminar/korea--famine--flood-2.md")).toMatch(
      /^## Flood \{#flood-2 account=record-korea\}[^]*\(media\/korea\/gauge\.svg\)[^]*\[focus gauge\/needle\]/,
    );
    const { code, stderr } = await she.run("check", "slides", "--no-audio");
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error")]);
    expect((await she.remix("status")).stdout).toContain("same              korea:famine/flood");
  });

  test("takes recordings along, for a copy that is spoken by the same person", async () => {
    await she.write("slides/borrowed/korea/recordings/aid", {
      "ships.wav": "RIFF",
      "ships.txt": "Ships came.",
    });
    const { stdout } = await she.remix("add", "seminar", "korea:aid/ships");
    expect(stdout).toContain("wrote courses/seminar/recordings/korea--aid--ships/ships.wav");
    expect(await she.read("courses/seminar/recordings/korea--aid--ships/ships.txt")).toBe("Ships came.");
  });

  test("twice is once", async () => {
    await she.remix("add", "seminar", "korea:famine/flood");
    const before = await she.courseFiles();
    const { code, stdout } = await she.remix("add", "seminar", "korea:famine/flood");
    expect([code, stdout]).toEqual([
      0,
      "korea:famine/flood is in the course already, as seminar/korea--famine--flood.md; lanternist remix update brings what changed since\n",
    ]);
    expect(await she.courseFiles()).toEqual(before);
  });

  test("takes slides out of an archive as out of a folder", async () => {
    const files = Object.entries(ADAS_DECK).map(([name, text]) => [`korea/${name}`, strToU8(text)] as const);
    await writeFile(she.path("borrowed/korea.zip"), zipSync(Object.fromEntries(files)));
    await she.remix("add", "seminar", "korea:famine/flood");
    const fromFolder = await she.courseFiles();
    await she.write("slides", { "courses/seminar.yaml": HER_DECK["courses/seminar.yaml"] ?? "" });
    await rm(she.path("courses/seminar"), { recursive: true });
    await rm(she.path("courses/seminar.lock.yaml"));
    await she.change("courses/seminar.yaml", ["../borrowed/korea", "../borrowed/korea.zip"]);
    await she.remix("add", "seminar", "korea:famine/flood");
    const fromArchive = await she.courseFiles();
    for (const [name, text] of Object.entries(fromFolder))
      expect([name, fromArchive[name]?.replace("borrowed/korea.zip", "borrowed/korea")]).toEqual([
        name,
        text,
      ]);
    expect((await she.remix("status")).stdout).toContain("same              korea:famine/flood");
  });

  test("goes on where a run was stopped", async () => {
    await she.remix("add", "seminar", "korea:famine/flood");
    const whole = await she.courseFiles();
    // Stopped before the lock file, and before the course's file.
    await rm(she.path("courses/seminar.lock.yaml"));
    await she.remix("add", "seminar", "korea:famine/flood");
    expect(await she.courseFiles()).toEqual(whole);
    await rm(she.path("courses/seminar.lock.yaml"));
    await writeFile(she.path("courses/seminar.yaml"), HER_DECK["courses/seminar.yaml"] ?? "");
    await she.remix("add", "seminar", "korea:famine/flood");
    expect((await she.courseFiles())["seminar/korea--famine--flood.md"]).toBe(
      whole["seminar/korea--famine--flood.md"],
    );
    expect(Object.keys(await she.courseFiles())).toEqual(Object.keys(whole));
  });

  test("notes the commit of the deck's folder", async () => {
    await she.write("slides/borrowed/korea/.git", {
      HEAD: "ref: refs/heads/main\n",
      "refs/heads/main": `${"ab".repeat(20)}\n`,
    });
    await she.remix("add", "seminar", "korea:aid/ships");
    expect(await she.read("courses/seminar.lock.yaml")).toContain(`    commit: ${"ab".repeat(20)}\n`);
  });
});
