/** The lock file: what it looks like, and what happens when others than the program wrote in it. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { showProblem } from "../../scripts/diagnostics.ts";
import { readLock, writeLock, type Lock, type LockedSlide } from "../../scripts/remix/lock-file.ts";
import { slideRevision } from "../../scripts/remix/slide-revision.ts";

const FILE = "courses/seminar.lock.yaml";

function locked(base: string, more: Partial<LockedSlide> = {}): LockedSlide {
  const revision = slideRevision({ text: base, parts: more.parts ?? {} });
  return { deck: "../korea", title: "Korea", slide: "famine/harvest", revision, base, ...more };
}

const LOCK: Lock = {
  "korea:war/telegram": locked("## A telegram {#telegram}", {
    slide: "war/telegram",
    commit: "a".repeat(40),
  }),
  "korea:famine/harvest": locked(
    "## Harvest {#harvest}\n\n- Rain: [a] #1\n\nNarration:\nIt rained. [click]",
    {
      changed: "narration",
      renamed: { "@fao": "@fao-korea", "#harvest": "#harvest-2" },
      parts: { "media/rain.png": "0".repeat(32), "media/field.svg": "1".repeat(32) },
      license: "CC-BY-4.0",
      authors: ["Ada Lim"],
      file: "seminar/korea--famine--harvest.md",
    },
  ),
};

const problemsOf = (text: string): string[] =>
  readLock(text, FILE).problems.map((problem) => showProblem(problem, text));

describe("a lock file", () => {
  test("is sorted, has the text of slides in lines, and reads back as it was written", () => {
    const text = writeLock(LOCK);
    expect(text).toBe(`# What each borrowed slide was when it was taken, written by "lanternist remix".
# Keep it with the course: without it nobody can say what has changed since.

version: 1
slides:
  korea:famine/harvest:
    deck: ../korea
    title: Korea
    slide: famine/harvest
    file: seminar/korea--famine--harvest.md
    revision: ${LOCK["korea:famine/harvest"]?.revision}
    license: CC-BY-4.0
    authors:
      - Ada Lim
    parts:
      media/field.svg: "11111111111111111111111111111111"
      media/rain.png: "00000000000000000000000000000000"
    renamed:
      "#harvest": "#harvest-2"
      "@fao": "@fao-korea"
    changed: narration
    base: |-
      ## Harvest {#harvest}

      - Rain: [a] #1

      Narration:
      It rained. [click]

  korea:war/telegram:
    deck: ../korea
    title: Korea
    slide: war/telegram
    revision: ${LOCK["korea:war/telegram"]?.revision}
    commit: ${"a".repeat(40)}
    base: |-
      ## A telegram {#telegram}
`);
    expect(readLock(text, FILE)).toEqual({ lock: LOCK, problems: [] });
  });

  test("does not depend on the order in which slides were borrowed", () => {
    expect(writeLock(Object.fromEntries(Object.entries(LOCK).toReversed()))).toBe(writeLock(LOCK));
  });

  test("keeps any text, and hundreds of unclosed brackets in it", () => {
    const line = fc.constantFrom(
      "",
      " ",
      "\t",
      "  - a",
      "# no comment",
      "a: b",
      "'",
      '"',
      "---",
      "...",
      "[ {",
      "é평양",
      "x ",
      "\\",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const lock = { "k:a/b": locked(lines.join("\n").trimEnd()) };
        expect(readLock(writeLock(lock), FILE)).toEqual({ lock, problems: [] });
      }),
    );
    const lock = { "k:a/b": locked("[ [ {\n".repeat(300).trimEnd()) };
    expect(readLock(writeLock(lock), FILE)).toEqual({ lock, problems: [] });
  });
});

describe("a lock file that others wrote in", () => {
  const text = writeLock(LOCK);
  test("is refused where two versions meet", () => {
    const merged = text.replace("version: 1\n", "version: 1\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n");
    expect(problemsOf(merged)).toEqual([
      `${FILE}:5:1 error [merge-conflict] two versions of this text meet here
  5 | <<<<<<< HEAD
      ^^^^^^^
  hint: keep what is right of both and take the three marks out; a line that shall begin so is indented`,
    ]);
  });
  test("is refused when a later program wrote it", () => {
    expect(problemsOf(text.replace("version: 1", "version: 2\nsealed: true"))).toEqual([
      `${FILE}:4:1 error [lock-newer] a later version of the program wrote this file, in its form 2
  4 | version: 2
      ^
  hint: use a newer lanternist: npm install lanternist@latest`,
    ]);
  });
  test("is refused where its texts were edited, with what to do", () => {
    expect(problemsOf(text.replace("It rained", "It poured"))).toEqual([
      expect.stringMatching(
        /^courses\/seminar\.lock\.yaml:11:15 error \[lock-edited\] what is kept of "korea:famine\/harvest" was edited by hand\n[^]*hint: take the file back from your version control, or delete this entry/,
      ),
    ]);
  });
  test("is refused where it leads out of the course's folder", () => {
    for (const [from, to] of [
      ["file: seminar/korea", "file: ../../seminar/korea"],
      ['"@fao": "@fao-korea"', "media/rain.png: ../../../rain.png"],
    ] as const)
      expect(problemsOf(text.replace(from, to))).toEqual([expect.stringContaining("[invalid-value]")]);
  });
  test("is refused for keys and values that it cannot have", () => {
    expect(problemsOf(text.replace("commit: a", "comit: a")).join("\n")).toMatch(
      /:35:5 error \[unknown-key\] unknown key "comit"[^]*did you mean "commit"\?/,
    );
    expect(problemsOf("version: 1\nslides: [a]\n")[0]).toContain(
      '"slides" must be a group of keys, not a list',
    );
    expect(problemsOf("")).toEqual([`${FILE}:1:1 error [missing-key] "version" is missing`]);
  });
});
