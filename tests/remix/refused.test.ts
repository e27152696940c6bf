/** What cannot be done is said in one message, with what to do, and leaves everything as it was. */
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ADAS_DECK, makeTeacher, type Teacher } from "./teacher.ts";

let she: Teacher;
beforeEach(async () => {
  she = await makeTeacher();
});
afterEach(() => she.remove());

describe("borrowing what is not there", () => {
  test.each([
    ["a course", ["semnar", "korea:aid"], 'there is no course "semnar"; did you mean "seminar"?'],
    ["a deck", ["seminar", "koera:aid"], 'the course has no deck "koera"; did you mean "korea"?'],
    [
      "a slide",
      ["seminar", "korea:famine/flod"],
      'the deck "korea" has no slide "famine/flod"; did you mean "korea:famine/flood"?',
    ],
    [
      "an era",
      ["seminar", "korea:famin"],
      'the deck "korea" has no era "famin"; did you mean "korea:famine"?',
    ],
    [
      "a slide of no deck",
      ["seminar", "opening/start"],
      '"opening/start" names no deck; write deck:opening/start, or, for a slide of the course\'s own deck, - use: opening/start in courses/seminar.yaml',
    ],
  ])("%s: the nearest name is told, exit code 2", async (_, args, message) => {
    const before = await she.courseFiles();
    const { code, stdout, stderr } = await she.remix("add", ...args);
    expect([code, stdout, stderr]).toEqual([2, "", `error: ${message}\n`]);
    expect(await she.courseFiles()).toEqual(before);
  });

  test("a slide to look at: the nearest of those that were borrowed is told", async () => {
    await she.remix("add", "seminar", "korea:aid/ships");
    for (const command of ["diff", "update"]) {
      const { code, stderr } = await she.remix(command, "seminar", "korea:aid/shps");
      expect([code, stderr]).toEqual([
        2,
        'error: "korea:aid/shps" is no slide that was borrowed; did you mean "korea:aid/ships"?\n',
      ]);
    }
  });
});

describe("a deck that cannot be opened", () => {
  test("because it is gone, stops borrowing, and leaves what was borrowed as it is", async () => {
    await she.remix("add", "seminar", "korea:aid/ships");
    await rm(she.path("borrowed"), { recursive: true });
    const added = await she.remix("add", "seminar", "korea:famine/flood");
    expect([added.code, added.stderr]).toEqual([
      2,
      expect.stringMatching(
        /^courses\/seminar\.yaml:4:10 error \[no-deck\][^]*error: the deck "korea" cannot be opened, for the reason above; nothing was borrowed\n$/,
      ),
    ]);
    const before = await she.courseFiles();
    const status = await she.remix("status");
    expect([status.code, status.stdout]).toEqual([
      1,
      expect.stringContaining("unknown           korea:aid/ships"),
    ]);
    expect((await she.remix("update")).code).toBe(1);
    expect(await she.courseFiles()).toEqual(before);
  });

  test("because it is a broken archive", async () => {
    await writeFile(she.path("borrowed/broken.zip"), "PK\u0003\u0004 and no more");
    await she.change("courses/seminar.yaml", ["../borrowed/korea", "../borrowed/broken.zip"]);
    const { code, stderr } = await she.remix("add", "seminar", "korea:aid");
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^courses\/seminar\.yaml:4:10 error \[bad-archive\]/),
    ]);
  });

  test("because it lies outside the folder, unless the course is trusted", async () => {
    await she.write("elsewhere", ADAS_DECK);
    await she.change("courses/seminar.yaml", ["../borrowed/korea", "../../elsewhere"]);
    const { code, stderr } = await she.remix("add", "seminar", "korea:aid");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/\[outside-deck\][^]*--trust/)]);
    expect((await she.remix("add", "seminar", "korea:aid", "--trust")).code).toBe(0);
  });

  test("because there is no deck to work in", async () => {
    const { code, stderr } = await she.remix("status", "--deck", "nowhere");
    expect([code, stderr]).toEqual([2, expect.stringContaining("there is no deck at nowhere")]);
  });
});

describe("a lock file that cannot be relied on", () => {
  const LOCK = "courses/seminar.lock.yaml";
  test.each([
    ["edited by hand", ["Ships came with grain", "Ships came with rice"], "lock-edited"],
    ["of a later version", ["version: 1", "version: 2"], "lock-newer"],
    [
      "with marks of a merge",
      ["slides:\n", "slides:\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"],
      "merge-conflict",
    ],
    ["with a key that nobody knows", ["    revision:", "    revison: a\n    revision:"], "unknown-key"],
  ] as const)("%s: nothing is written", async (_, change, code) => {
    await she.remix("add", "seminar", "korea:aid/ships");
    await she.change(LOCK, change);
    const before = await she.courseFiles();
    for (const args of [["status"], ["update"], ["add", "seminar", "korea:famine/flood"]]) {
      const ended = await she.remix(...args);
      expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining(`error [${code}]`)]);
    }
    expect(await she.courseFiles()).toEqual(before);
  });
});

test("a course's folder that is a link to elsewhere is not written into", async () => {
  await mkdir(join(she.folder, "elsewhere"));
  await symlink(join(she.folder, "elsewhere"), she.path("courses/seminar"));
  const { code, stderr } = await she.remix("add", "seminar", "korea:aid/ships");
  expect([code, stderr]).toEqual([
    2,
    "error: courses/seminar is a link that leads out of the deck's folder; make it a folder\n",
  ]);
  expect(await she.read("courses/seminar.yaml")).not.toContain("ships");
});
