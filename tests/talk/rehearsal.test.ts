import { array, assert, constantFrom, integer, nat, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { ColumnIndex } from "../../scripts/player/data.ts";
import type { PlannedSlide } from "../../scripts/talk/planned.ts";
import { rehearsalCsv } from "../../scripts/talk/rehearsal-csv.ts";
import { readRehearsal, rehearsalText } from "../../scripts/talk/rehearsal-file.ts";
import { isSlow, rehearsalTable } from "../../scripts/talk/rehearsal-table.ts";
import { slideTimes, withClick, type Click, type Rehearsal } from "../../scripts/talk/rehearsal.ts";
import { makeIndex } from "../player/make-index.ts";

const slide = (id: string, title: string, durationMs: number) => ({ id, title, durationMs });
const columns: readonly ColumnIndex[] = [
  { id: "front", title: "", data: "", sizeBytes: 0, slides: [slide("title", "Talk", 5_000)] },
  {
    id: "war",
    title: "War, and more",
    data: "",
    sizeBytes: 0,
    slides: [slide("telegram", 'A "telegram"', 40_000), slide("answer", "", 20_000)],
  },
  { id: "peace", title: "Peace", data: "", sizeBytes: 0, slides: [slide("now", "=SUM(A1)", 30_000)] },
];
const index = makeIndex(columns, { cable: "war/telegram" });
const plan: readonly PlannedSlide[] = [
  { slide: "front/title", plannedMs: 10_000, by: "share" },
  { slide: "war/telegram", plannedMs: 60_000, by: "slide" },
  { slide: "war/answer", plannedMs: 30_000, by: "share" },
  { slide: "peace/now", plannedMs: 20_000, by: "share" },
];

const run = (clicks: readonly Click[], durationMs: number): Rehearsal => ({
  lecture: { id: "talk", title: "A lecture" },
  began: "2026-01-02T09:30:00.000Z",
  durationMs,
  clicks,
});
const click = (name: string, step: number, ms: number): Click => ({ slide: name, step, ms });

/** There and back again, and never to the last slide. */
const there = run(
  [
    click("front/title", 0, 0),
    click("war/telegram", 0, 8_000),
    click("war/telegram", 1, 30_000),
    click("war/answer", 0, 70_000),
    click("war/telegram", 0, 80_000),
    click("war/answer", 0, 95_000),
  ],
  100_000,
);

describe("the clicks of a rehearsal", () => {
  it("are noted where the place changes, and never go back in time", () => {
    let clicks: readonly Click[] = [];
    for (const [name, step, ms] of [
      ["a/b", 0, 0],
      ["a/b", 0, 900],
      ["a/b", 1, 1000.4],
      ["a/c", 0, 700],
    ] as const)
      clicks = withClick(clicks, click(name, step, ms));
    expect(clicks).toEqual([click("a/b", 0, 0), click("a/b", 1, 1000), click("a/c", 0, 1000)]);
  });

  it("give each slide the time of all its visits", () => {
    expect([...slideTimes(there)]).toEqual([
      ["front/title", 8_000],
      ["war/telegram", 77_000],
      ["war/answer", 15_000],
    ]);
  });
});

describe("the table of a rehearsal", () => {
  it("lays planned, spoken and rehearsed side by side; what was not reached is empty", () => {
    const table = rehearsalTable(index, plan, there);
    expect(table.eras.map(({ title, rows }) => [title, rows.length])).toEqual([
      ["", 1],
      ["War, and more", 2],
      ["Peace", 1],
    ]);
    expect(table.eras[1]?.rows[0]).toEqual({
      slide: "war/telegram",
      number: 1,
      title: 'A "telegram"',
      plannedMs: 60_000,
      spokenMs: 40_000,
      rehearsedMs: 77_000,
      differenceMs: 17_000,
    });
    expect(table.eras[2]).toEqual({
      title: "Peace",
      rows: [{ slide: "peace/now", number: 3, title: "=SUM(A1)", plannedMs: 20_000, spokenMs: 30_000 }],
      total: { plannedMs: 20_000, spokenMs: 30_000 },
    });
    expect(table.total).toEqual({
      plannedMs: 120_000,
      spokenMs: 95_000,
      rehearsedMs: 100_000,
      differenceMs: 0,
    });
    expect([table.isPlanned, table.notReached, table.elsewhereMs]).toEqual([true, 1, 0]);
  });

  it("compares with the narration where nothing is planned", () => {
    const table = rehearsalTable(index, undefined, there);
    expect(table.eras[0]?.total).toEqual({ spokenMs: 5_000, rehearsedMs: 8_000, differenceMs: 3_000 });
    expect(table.isPlanned).toBe(false);
  });

  it("finds slides by their aliases, and says what went to slides that are gone", () => {
    const old = run([click("war/cable", 0, 0), click("war/lost", 0, 5_000)], 12_000);
    const { eras, elsewhereMs } = rehearsalTable(index, plan, old);
    expect([eras[1]?.rows[0]?.rehearsedMs, elsewhereMs]).toEqual([5_000, 7_000]);
  });

  it("adds up, whatever was pressed", () => {
    const names = constantFrom("front/title", "war/telegram", "war/answer", "peace/now", "gone/slide");
    const presses = array(record({ name: names, step: nat(3), waitMs: nat(50_000) }), { minLength: 1 });
    assert(
      property(presses, nat(50_000), (pressed, lastMs) => {
        let ms = 0;
        let clicks: readonly Click[] = [];
        for (const [i, { name, step, waitMs }] of pressed.entries()) {
          ms += i === 0 ? 0 : waitMs;
          clicks = withClick(clicks, click(name, step, ms));
        }
        const table = rehearsalTable(index, plan, run(clicks, ms + lastMs));
        expect((table.total.rehearsedMs ?? 0) + table.elsewhereMs).toBe(ms + lastMs);
        for (const key of ["plannedMs", "spokenMs", "rehearsedMs", "differenceMs"] as const) {
          const sum = (of: readonly (number | undefined)[]) => of.reduce<number>((a, b) => a + (b ?? 0), 0);
          expect(sum(table.eras.map(({ total }) => total[key]))).toBe(table.total[key] ?? 0);
          expect(sum(table.eras.flatMap(({ rows }) => rows.map((row) => row[key])))).toBe(
            table.total[key] ?? 0,
          );
        }
      }),
    );
  });
});

describe("a slide is slow", () => {
  it.each([
    [70_000, 60_000, false],
    [71_000, 60_000, true],
    [15_000, 5_000, false],
    [16_000, 5_000, true],
    [600_000, 590_000, false],
    [680_000, 590_000, true],
  ])("%i ms instead of %i: %s", (took, should, slow) => expect(isSlow(took, should)).toBe(slow));
});

describe("the file of a rehearsal", () => {
  it("comes back as it was", () => {
    expect(readRehearsal(rehearsalText(there))).toEqual(there);
    const presses = array(
      record({ slide: string({ minLength: 1, maxLength: 20 }), step: nat(50), ms: nat(9_000_000) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    assert(
      property(presses, integer({ min: 9_000_000, max: 20_000_000 }), (clicks, durationMs) => {
        const [first, ...later] = clicks.toSorted((a, b) => a.ms - b.ms);
        const sorted = first === undefined ? [] : [{ ...first, ms: 0 }, ...later];
        const any = run(sorted, durationMs);
        expect(readRehearsal(rehearsalText(any))).toEqual(any);
      }),
    );
  });

  it("has a click on each line", () => {
    expect(rehearsalText(there).split("\n")).toContain('  {"slide":"war/telegram","step":1,"ms":30000},');
  });

  const changed = (change: (value: Record<string, unknown>) => void): string => {
    const value = JSON.parse(rehearsalText(there)) as Record<string, unknown>;
    change(value);
    return JSON.stringify(value);
  };
  it.each([
    ["no JSON", "slide,planned", "other"],
    ["another format", "{}", "other"],
    ["a list", "[]", "other"],
    ["a newer version", changed((v) => (v["version"] = 2)), "newer"],
    ["no version", changed((v) => delete v["version"]), "damaged"],
    ["no lecture", changed((v) => (v["lecture"] = "talk")), "damaged"],
    ["no date", changed((v) => (v["began"] = "yesterday")), "damaged"],
    ["no clicks", changed((v) => (v["clicks"] = [])), "damaged"],
    ["a click after the end", changed((v) => (v["durationMs"] = 90_000)), "damaged"],
    ["endless time", changed((v) => (v["durationMs"] = 1e300)), "damaged"],
    [
      "a click that is none",
      changed((v) => (v["clicks"] = [{ slide: "a/b", step: 0, ms: 0 }, null])),
      "damaged",
    ],
    ["a negative step", changed((v) => (v["clicks"] = [{ slide: "a/b", step: -1, ms: 0 }])), "damaged"],
    [
      "a click back in time",
      changed((v) => (v["clicks"] = [click("a/b", 0, 0), click("a/c", 0, 9), click("a/d", 0, 8)])),
      "damaged",
    ],
  ])("is refused with %s", (_, text, why) => expect(readRehearsal(text)).toBe(why));
});

describe("the table for a spreadsheet", () => {
  const words = {
    era: "Era",
    slide: "Slide",
    planned: "Planned",
    narration: "Narration",
    rehearsed: "Rehearsed",
    difference: "Difference",
    total: "Whole lecture",
    untitled: (number: number) => `Slide ${number + 1}`,
  };
  it("is CSV after RFC 4180, and no title is a formula", () => {
    expect(rehearsalCsv(rehearsalTable(index, plan, there), words)).toBe(
      [
        "\uFEFFEra,Slide,Planned (s),Narration (s),Rehearsed (s),Difference (s)",
        ",Talk,10,5,8,-2",
        '"War, and more","A ""telegram""",60,40,77,17',
        '"War, and more",Slide 3,30,20,15,-15',
        "Peace,'=SUM(A1),20,30,,",
        "Whole lecture,,120,95,100,0",
        "",
      ].join("\r\n"),
    );
  });
});
