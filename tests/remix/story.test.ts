/** A teacher has borrowed slides and made them her own. Then their author goes on working on them, in five ways. */
import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { drawing, FAMINE, makeTeacher, source, type Teacher } from "./teacher.ts";

/** As it was when she had borrowed, before each story. */
let borrowed: Teacher;
let she: Teacher;
beforeAll(async () => {
  borrowed = await makeTeacher();
  const { code, stderr } = await borrowed.remix("add", "seminar", "korea:famine", "korea:aid");
  if (code !== 0) throw new Error(stderr);
});
beforeEach(async () => {
  she = await makeTeacher();
  await cp(borrowed.folder, she.folder, { recursive: true });
});
afterEach(() => she.remove());
afterAll(() => borrowed.remove());

const FLOOD = "courses/seminar/korea--famine--flood.md";
const HARVEST = "courses/seminar/korea--famine--harvest.md";
const MARKETS = "courses/seminar/korea--famine--markets.md";
const SHIPS = "courses/seminar/korea--aid--ships.md";

/** She shortens one slide, and says another otherwise. */
async function herEdits(): Promise<void> {
  await she.change(HARVEST, [
    "Nobody in Moscow sent grain.",
    "From Moscow no grain came, and from Beijing less than before.",
  ]);
  await she.change(MARKETS, ["People sold what they had.", "Read the diary before you go on."]);
}

/** A date is corrected, a picture redrawn, a slide moved to another era, one deleted, and the licence changed. */
async function adasEdits(): Promise<void> {
  await she.change(
    FAMINE,
    ["It rained [@fao, p. 3]", "It rained and rained [@fao, p. 4]"],
    ["In 1994 the harvest failed.", "In 1995 the harvest failed."],
    ["## Markets {#markets}\n\nNarration:\nPeople sold what they had.\n", ""],
  );
  await she.write("slides/borrowed/korea", {
    "media/gauge.svg": drawing("A better gauge"),
    "02-aid.md": "## Trains {#trains}\n\nNarration:\nTrains came later.\n",
    "03-south.md": "## Ships {#ships}\n\nNarration:\nShips came with grain from the south.\n",
  });
  await she.change("borrowed/korea/deck.yaml", ["license: CC-BY-4.0", "license: CC-BY-SA-4.0"]);
}

test("as long as nobody changes anything, all is the same and there is nothing to do", async () => {
  const before = await she.courseFiles();
  expect((await she.remix("status")).stdout).toBe(`seminar: 4 slides of other decks
  same              korea:aid/ships → courses/seminar/korea--aid--ships.md
  same              korea:famine/flood → courses/seminar/korea--famine--flood.md
  same              korea:famine/harvest → courses/seminar/korea--famine--harvest.md
  same              korea:famine/markets → courses/seminar/korea--famine--markets.md
`);
  expect((await she.remix("diff")).stdout).toBe("nothing has changed since it was borrowed\n");
  expect((await she.remix("update")).stdout).toBe("there is nothing to take over\n");
  expect(await she.courseFiles()).toEqual(before);
});

describe("when both have worked on the slides", () => {
  beforeEach(async () => {
    await herEdits();
    await adasEdits();
  });

  test("the status says of each slide what has become of it", async () => {
    const licence = "licence CC-BY-4.0 → CC-BY-SA-4.0";
    const { code, stdout } = await she.remix("status", "seminar");
    expect(code).toBe(0);
    expect(stdout).toBe(`seminar: 4 slides of other decks
  same              korea:aid/ships → courses/seminar/korea--aid--ships.md; moved to south/ships; ${licence}
  changed upstream  korea:famine/flood → courses/seminar/korea--famine--flood.md; ${licence}
  both              korea:famine/harvest → courses/seminar/korea--famine--harvest.md; ${licence}
  gone              korea:famine/markets → courses/seminar/korea--famine--markets.md
`);
    const [course] = JSON.parse((await she.remix("status", "--format", "json")).stdout) as object[];
    expect(course).toEqual({
      course: "seminar",
      slides: [
        {
          slide: "korea:aid/ships",
          state: "same",
          file: "seminar/korea--aid--ships.md",
          moved: "south/ships",
          license: { was: "CC-BY-4.0", now: "CC-BY-SA-4.0" },
        },
        expect.objectContaining({ slide: "korea:famine/flood", state: "changed upstream" }),
        expect.objectContaining({ slide: "korea:famine/harvest", state: "both" }),
        { slide: "korea:famine/markets", state: "gone", file: "seminar/korea--famine--markets.md" },
      ],
    });
  });

  test("the diff shows the words, there and here", async () => {
    const { stdout } = await she.remix("diff", "seminar", "famine/flood", "korea:famine/harvest");
    const licence = "licence CC-BY-4.0 → CC-BY-SA-4.0";
    expect(stdout)
      .toBe(`changed upstream: korea:famine/flood → courses/seminar/korea--famine--flood.md; ${licence}
  in its deck:
    …
    It rained [-[@fao, p. 3].[^1]-] {+and rained [@fao, p. 4].[^1]+}
    media/gauge.svg: changed
both: korea:famine/harvest → courses/seminar/korea--famine--harvest.md; ${licence}
  in its deck:
    …
    In [-1994-] {+1995+} the harvest failed. Nobody in Moscow sent grain.
  here:
    …
    In 1994 the harvest failed. [-Nobody in-] {+From+} Moscow [-sent grain.-] {+no grain came, and from Beijing less than before.+}
`);
  });

  test("a dry run of the update says what it would do, and does nothing", async () => {
    const before = await she.courseFiles();
    const { stdout } = await she.remix("update", "--dry-run");
    expect(stdout).toContain(`would write ${FLOOD}`);
    expect(stdout).toMatch(/nothing was written\n$/);
    expect(await she.courseFiles()).toEqual(before);
  });

  test("the update takes over, merges, follows and keeps; the course builds again", async () => {
    const markets = await she.read(MARKETS);
    const ships = await she.read(SHIPS);
    const { code, stdout } = await she.remix("update", "seminar");
    expect(stdout).toContain("korea:aid/ships: is korea:south/ships now");
    expect(stdout).toContain("korea:famine/flood: brought up to date");
    expect(stdout).toContain("korea:famine/harvest: merged with what you changed");
    expect(stdout).toContain(
      "korea:famine/markets: gone from its deck; your copy seminar/korea--famine--markets.md stays",
    );
    expect(stdout).toContain(
      "the licence of its deck was CC-BY-4.0 and is CC-BY-SA-4.0; the credit says so now",
    );
    expect(code).toBe(0);

    expect(await she.read(FLOOD)).toContain("It rained and rained [@fao-korea, p. 4].[^1]");
    expect(await she.read("courses/seminar/media/gauge.svg")).toBe(drawing("A better gauge"));
    expect(await she.read(HARVEST)).toContain(
      "In 1995 the harvest failed. From Moscow no grain came, and from Beijing less than before.",
    );
    expect(await she.read(MARKETS)).toBe(markets);
    expect(await she.read(SHIPS)).toBe(ships);
    const course = await she.read("courses/seminar.yaml");
    expect(course).toContain(`    license: CC-BY-SA-4.0
    slides:
      - aid/ships
      - famine/flood
`);
    expect(course).toContain(`    license: CC-BY-SA-4.0
    changes: narration changed
    slides:
      - famine/harvest
`);
    expect(course).toContain("    license: CC-BY-4.0\n    slides:\n      - famine/markets\n");

    expect((await she.remix("status")).stdout).toBe(`seminar: 4 slides of other decks
  same              korea:famine/flood → ${FLOOD}
  changed here      korea:famine/harvest → ${HARVEST}
  gone              korea:famine/markets → ${MARKETS}
  same              korea:south/ships → ${SHIPS}
`);
    // What she may do with her course has changed as well, and the build says so until her licence fits.
    const warned = await she.run("check", "slides", "--no-audio");
    expect([warned.code, warned.stderr]).toEqual([
      0,
      expect.stringMatching(
        /\[license-conflict\] "Korea in the nineties"[^]*go on with license: CC-BY-SA-4\.0/,
      ),
    ]);
    await she.change("courses/seminar.yaml", ["decks:", "license: CC-BY-SA-4.0\ndecks:"]);
    const built = await she.run("build", "slides", "--no-audio", "--only", "site");
    expect([built.code, built.stderr]).toEqual([0, ""]);
    const page = await readFile(join(she.folder, "dist/courses/seminar/read.html"), "utf8");
    expect(page).toContain("From Moscow no grain came");
    expect(page).toContain("Read the diary before you go on.");
  });

  test("one slide alone can be updated", async () => {
    const harvest = await she.read(HARVEST);
    await she.remix("update", "seminar", "famine/flood");
    expect(await she.read(FLOOD)).toContain("and rained");
    expect(await she.read(HARVEST)).toBe(harvest);
    expect((await she.remix("status")).stdout).toContain("both              korea:famine/harvest");
  });
});

describe("when both changed the same words", () => {
  beforeEach(async () => {
    await she.change(HARVEST, ["In 1994", "In 1993"]);
    await she.change(FAMINE, ["In 1994", "In 1995"], ["- Little grain", "- Little grain, no rice"]);
  });

  test("both versions stand between marks, and nothing builds until she has chosen", async () => {
    const { code, stdout } = await she.remix("update");
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining(`one place was changed on both sides: choose between the marks in ${HARVEST}`),
    ]);
    const text = await she.read(HARVEST);
    expect(text).toBe(`## Harvest {#harvest}

- Little grain, no rice

Narration:
<<<<<<< seminar/korea--famine--harvest.md
In 1993 the harvest failed. Nobody in Moscow sent grain.
=======
In 1995 the harvest failed. Nobody in Moscow sent grain.
>>>>>>> korea:famine/harvest

Note:
Ask about Moscow.
`);
    for (const command of ["check", "build"]) {
      const refused = await she.run(command, "slides", "--no-audio");
      expect([refused.code, refused.stderr]).toEqual([
        1,
        expect.stringContaining(`${HARVEST}:6:1 error [merge-conflict]`),
      ]);
    }
    expect((await she.remix("status")).stdout).toContain("a merge is to be finished");
    const again = await she.remix("update");
    expect(again.stdout).toContain("holds marks of a merge; finish that first");
    expect(await she.read(HARVEST)).toBe(text);

    await she.change(
      HARVEST,
      [text.slice(text.indexOf("<<<"), text.indexOf("=======\n") + 8), ""],
      [">>>>>>> korea:famine/harvest\n", ""],
    );
    expect((await she.remix("status")).stdout).toContain("same              korea:famine/harvest");
    expect((await she.run("check", "slides", "--no-audio")).code).toBe(0);
  });
});

describe("what comes along", () => {
  test("is never overwritten where she changed it", async () => {
    await she.write("slides/courses/seminar", { "media/gauge.svg": drawing("Mine") });
    await she.change("courses/seminar.yaml", ["WUN-sahn", "won-SAN"]);
    await she.change("borrowed/korea/deck.yaml", ["WUN-sahn", "WOHN-sahn"]);
    await she.write("slides/borrowed/korea", { "media/gauge.svg": drawing("Better") });
    const { stdout } = await she.remix("update");
    expect(stdout).toContain('  media/gauge.svg was changed both here and in "korea": yours stays');
    expect(stdout).toContain('  how "Wonsan" is said was changed both here and in "korea": yours stays');
    expect(await she.read("courses/seminar/media/gauge.svg")).toBe(drawing("Mine"));
    expect(await she.read("courses/seminar.yaml")).toContain("Wonsan: won-SAN");
  });

  test("is corrected with the slide: sources, and how names are said", async () => {
    await she.write("slides/borrowed/korea", {
      "sources.json": JSON.stringify([source("fao", "Crop and food assessment")]),
    });
    await she.change("borrowed/korea/deck.yaml", ["WUN-sahn", "WOHN-sahn"]);
    const { stdout } = await she.remix("update");
    expect(stdout).toContain('the source [@fao]: changed\n    how "Wonsan" is said: changed\n');
    expect(await she.read("courses/seminar/sources.json")).toContain("Crop and food assessment");
    expect(await she.read("courses/seminar.yaml")).toContain("Wonsan: WOHN-sahn");
    expect((await she.remix("status")).stdout).not.toMatch(/changed|both/);
  });

  test("comes with a picture that the author added since", async () => {
    await she.change(FAMINE, ["- Little grain", "- Little grain\n\n![A field](pictures/field.svg)"]);
    await she.write("slides/borrowed/korea", { "pictures/field.svg": drawing("A field") });
    await she.remix("update");
    expect(await she.read(HARVEST)).toContain("![A field](media/pictures/field.svg)");
    expect(await she.read("courses/seminar/media/pictures/field.svg")).toBe(drawing("A field"));
    expect((await she.remix("status")).stdout).toContain("same              korea:famine/harvest");
  });
});

describe("slides that are used where they are", () => {
  beforeEach(async () => {
    await she.write("slides/courses", {
      "short.yaml":
        "title: Short\ndecks:\n  korea: ../borrowed/korea\nslides:\n  - use: korea:famine/flood\n  - use: korea:aid/ships\n    title: Ships from the south\n",
    });
  });

  test("are followed from the first update on, and moved with their deck", async () => {
    expect((await she.remix("status", "short")).stdout).toContain("new               korea:famine/flood\n");
    expect((await she.remix("update", "short")).stdout).toContain(
      "korea:famine/flood: is followed from now on",
    );
    expect((await she.remix("status", "short")).stdout).toBe(`short: 2 slides of other decks
  changed here      korea:aid/ships
  same              korea:famine/flood
`);
    await adasEdits();
    expect((await she.remix("status", "short")).stdout).toContain(
      "changed upstream  korea:famine/flood; licence",
    );
    expect((await she.remix("diff", "short", "famine/flood")).stdout).toContain(
      "{+and rained [@fao, p. 4].[^1]+}",
    );
    const { stdout } = await she.remix("update", "short");
    expect(stdout).toContain("{+and rained [@fao, p. 4].[^1]+}");
    expect(stdout).toContain("korea:aid/ships: is korea:south/ships now");
    expect(await she.read("courses/short.yaml")).toContain(
      "slides:\n  - use: korea:famine/flood\n  - use: korea:south/ships\n    title: Ships from the south\n",
    );
    expect((await she.remix("diff", "short", "famine/flood")).stdout).toBe(
      "nothing has changed since it was borrowed\n",
    );
  });

  test("are said to be gone, until the course asks for them no more", async () => {
    await she.remix("update", "short");
    await rm(she.path("borrowed/korea/02-aid.md"));
    expect((await she.remix("status", "short")).stdout).toContain("gone              korea:aid/ships");
    await she.change("courses/short.yaml", [
      "  - use: korea:aid/ships\n    title: Ships from the south\n",
      "",
    ]);
    expect((await she.remix("status", "short")).stdout).not.toContain("ships");
    await she.remix("update", "short");
    expect(await she.read("courses/short.lock.yaml")).not.toContain("ships");
  });
});
