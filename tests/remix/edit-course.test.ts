/** A course's file after `remix` wrote into it: its author's words, order and comments are where they were. */
import { describe, expect, test } from "vitest";
import { editCourse } from "../../scripts/remix/edit-course.ts";

const COURSE = `# For the seminar on famine, winter term.
title: "Hunger: a seminar"
decks:
  korea: ../borrowed/korea  # from Ada
slides:
  - use: korea:famine/flood # the beginning
    title: Water
  # - use: war
  - use: famine/flood # our own
  - { use: "korea:famine/a..famine/b" }
`;

const credit = { title: "Korea", author: "Ada Lim", license: "CC-BY-4.0" };

describe("a course's file", () => {
  test("gets entries, sources, words and credits, and keeps all else", () => {
    expect(
      editCourse(COURSE, {
        entries: [{ file: "seminar/korea--famine--harvest.md" }],
        sources: "seminar/sources.json",
        pronunciations: { Juche: "joo-cheh", Kim: { ipa: "kim" } },
        accounts: { record: "Record" },
        credits: [{ ...credit, slides: ["famine/harvest"] }],
      }),
    ).toBe(`# For the seminar on famine, winter term.
title: "Hunger: a seminar"
decks:
  korea: ../borrowed/korea # from Ada
slides:
  - use: korea:famine/flood # the beginning
    title: Water
  # - use: war
  - use: famine/flood # our own
  - { use: "korea:famine/a..famine/b" }
  - file: seminar/korea--famine--harvest.md
pronunciations:
  Juche: joo-cheh
  Kim:
    ipa: kim
accounts:
  record: Record
sources: seminar/sources.json
credits:
  - title: Korea
    author: Ada Lim
    license: CC-BY-4.0
    slides:
      - famine/harvest
`);
  });
  test("has one credit for all slides of one work, and one more bibliography beside another", () => {
    const first = editCourse(COURSE, {
      sources: "own.json",
      credits: [{ ...credit, slides: ["famine/harvest"] }],
    });
    const second = editCourse(first, {
      sources: "seminar/sources.json",
      credits: [{ ...credit, slides: ["famine/rain"] }],
    });
    expect(second).toContain("slides:\n      - famine/harvest\n      - famine/rain\n");
    expect(second).toContain("sources:\n  - own.json\n  - seminar/sources.json\n");
    expect(
      editCourse(second, { sources: "own.json", credits: [{ ...credit, slides: ["famine/rain"] }] }),
    ).toBe(second);
  });
  test("credits slides anew when the licence of their deck changed", () => {
    const credited = editCourse(COURSE, {
      credits: [{ ...credit, slides: ["famine/harvest", "famine/rain"] }],
    });
    const now = { ...credit, license: "CC0-1.0" };
    const half = editCourse(credited, {
      uncredited: [{ ...credit, slides: ["famine/rain"] }],
      credits: [{ ...now, slides: ["famine/rain"] }],
    });
    expect(half).toContain("license: CC-BY-4.0\n    slides:\n      - famine/harvest\n  - title: Korea");
    const all = editCourse(half, {
      uncredited: [{ ...credit, slides: ["famine/harvest"] }],
      credits: [{ ...now, slides: ["famine/harvest"] }],
    });
    expect(all).not.toContain("CC-BY-4.0");
    expect(all).toContain("license: CC0-1.0\n    slides:\n      - famine/rain\n      - famine/harvest\n");
  });
  test("follows slides that moved, at the ends of ranges too", () => {
    const moved = editCourse(COURSE, {
      moved: new Map([
        ["korea:famine/flood", "korea:water/flood"],
        ["korea:famine/b", "korea:water/b"],
      ]),
    });
    expect(moved).toBe(
      COURSE.replace("korea:famine/flood", "korea:water/flood")
        .replace("..famine/b", "..water/b")
        .replace("korea  # from", "korea # from"),
    );
  });
  test("keeps line ends, and lists that are not indented", () => {
    const windows = "title: A\r\nslides:\r\n- use: war\r\n";
    expect(editCourse(windows, { entries: [{ use: "peace" }] })).toBe(`${windows}- use: peace\r\n`);
  });
  test("is the same when there is nothing to write", () => {
    expect(editCourse(COURSE, { credits: [], moved: new Map() })).toBe(COURSE);
  });
});
