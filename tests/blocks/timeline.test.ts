import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainOf, ticksOf } from "../../scripts/blocks/timeline/axis.ts";
import { layFlags, POLE_GAP, type FlagItem } from "../../scripts/blocks/timeline/flags.ts";
import { calendarDay, dayNumber } from "../../scripts/source/calendar.ts";
import { draw, drawWell, mistakes } from "./helper.ts";

const year = (from: number, to: number) => ({ from: dayNumber(from, 1, 1), to: dayNumber(to + 1, 1, 1) });
const labels = (ticks: readonly { readonly label: string }[]) =>
  ticks.map((tick) => tick.label).filter((label) => label !== "");

describe("axis", () => {
  it.each([
    [year(1945, 2024), "auto", "1945 1950 1955", ""],
    [year(1945, 2024), "decade", "1945 1950 1960", ""],
    [year(1000, 1999), "auto", "1000 1050 1100", ""],
    [year(1949, 1954), "year", "1949 1950 1951", ""],
    [year(1950, 1950), "auto", "January February March", "1950"],
    [{ from: dayNumber(1990, 9, 1), to: dayNumber(1990, 10, 1) }, "auto", "1 2 3", "September 1990"],
    [{ from: dayNumber(1950, 6, 24), to: dayNumber(1950, 6, 30) }, "auto", "24 25 26", "June 1950"],
    [year(-99, 100), "auto", "90 BC 80 BC 70 BC", ""],
  ] as const)("names its ticks (%#)", (domain, wanted, expected, context) => {
    const ticks = ticksOf(domain, 1140, wanted);
    expect(labels(ticks.main).slice(0, 3).join(" ")).toBe(expected);
    expect(labels(ticks.context).slice(0, 1).join("")).toBe(context);
  });

  it("stays in order, inside the domain and readable, whatever its length", () => {
    const domain = fc
      .record({
        from: fc.integer({ min: -800_000, max: 800_000 }),
        days: fc.integer({ min: 1, max: 1_000_000 }),
      })
      .map(({ from, days }) => ({ from, to: from + days }));
    fc.assert(
      fc.property(
        domain,
        fc.constantFrom("auto", "century", "decade", "year", "month", "day"),
        (axis, wanted) => {
          const { main, between, context } = ticksOf(axis, 1140, wanted);
          for (const row of [main, context]) {
            expect(row.every((tick) => tick.until > tick.day)).toBe(true);
            expect(row.slice(1).map((tick) => tick.day)).toEqual(row.slice(0, -1).map((tick) => tick.until));
          }
          expect(main[0]?.day).toBe(axis.from);
          expect(main.at(-1)?.until).toBe(axis.to);
          expect(main.length).toBeLessThan(60);
          expect(between.length).toBeLessThan(140);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it("gives the data a little air, and an author's span none", () => {
    const domain = domainOf([dayNumber(1950, 1, 1), dayNumber(1959, 12, 31)], undefined);
    expect([calendarDay(domain.from).year, calendarDay(domain.to).year]).toEqual([1949, 1960]);
    expect(domainOf([0, 10], { firstDay: 2, lastDay: 5 })).toEqual({ from: 2, to: 6 });
  });
});

describe("flags", () => {
  it("keep the order of their events, and no pole passes through words", () => {
    const item = fc.record({
      x: fc.integer({ min: 20, max: 1100 }),
      width: fc.integer({ min: 40, max: 220 }),
      height: fc.integer({ min: 30, max: 90 }),
    });
    const items = fc
      .array(item, { minLength: 1, maxLength: 24 })
      .map((list) => list.toSorted((a, b) => a.x - b.x));
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 5 }), fc.boolean(), (list: FlagItem[], tiers, both) => {
        const layout = layFlags(list, {
          minX: 10,
          maxX: 1150,
          sides: both ? ["above", "below"] : ["above"],
          tiers,
        });
        if (layout === undefined) return;
        const boxes = layout.flags.map(({ side, tier, hand, x }, i) => {
          const width = (list[i]?.width ?? 0) + POLE_GAP;
          return {
            side,
            tier,
            x,
            x0: hand === "right" ? x : x - width,
            x1: hand === "right" ? x + width : x,
          };
        });
        expect(boxes.every(({ x0, x1 }) => x0 > 9.9 && x1 < 1150.1)).toBe(true);
        const pairs = boxes
          .flatMap((a, i) => boxes.slice(i + 1).map((b) => [a, b] as const))
          .filter(([a, b]) => a.side === b.side);
        expect(pairs.every(([a, b]) => a.x < b.x)).toBe(true);
        const sameTier = pairs.filter(([a, b]) => a.tier === b.tier);
        expect(sameTier.every(([a, b]) => a.x1 <= b.x0)).toBe(true);
        // The pole of the farther flag goes by the nearer words.
        const crossing = pairs
          .filter(([a, b]) => a.tier !== b.tier)
          .map(([a, b]) => (a.tier > b.tier ? ([a, b] as const) : ([b, a] as const)));
        expect(crossing.every(([far, near]) => far.x <= near.x0 || far.x >= near.x1)).toBe(true);
      }),
      { seed: 1961, numRuns: 150 },
    );
  });
});

describe("timeline", () => {
  it("describes itself from its data, in the order of time", async () => {
    const yaml =
      "events:\n  - { id: b, date: 1953-07-27, label: Ceasefire }\n  - { id: a, date: 1950-06-25, label: Invasion, detail: at dawn }\nspans:\n  - { id: s, span: 1950/.., label: War }";
    expect((await drawWell("timeline", yaml)).description).toBe(
      "Timeline, 1949 to 1953. from 1950: War; 25 June 1950: Invasion (at dawn); 27 July 1953: Ceasefire.",
    );
  });

  it("is drawn larger where it holds little, and as wide as ever", async () => {
    const sizes = async (count: number) => {
      const events = Array.from(
        { length: count },
        (_, i) =>
          `  - { id: e${i}, date: ${1900 + 5 * i}, label: Something that happened then, detail: "and more of it, at length" }`,
      );
      const { svg, widthPx, heightPx } = await drawWell("timeline", `events:\n${events.join("\n")}`);
      const sheetPx = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
      return { widthPx, heightPx, enlarged: widthPx / sheetPx };
    };
    const sparse = await sizes(3);
    expect(sparse).toMatchObject({ widthPx: 1160, enlarged: expect.closeTo(1.35, 2) });
    expect(sparse.heightPx).toBeLessThanOrEqual(420);
    expect(await sizes(16)).toMatchObject({ widthPx: 1160, enlarged: 1 });
  });

  it("shows doubt and open ends by form and words, not by colour", async () => {
    const { svg } = await drawWell(
      "timeline",
      "events: [{ id: a, date: 1950~, label: Talks }]\nspans: [{ id: s, span: 1949?/1956, label: Loan }]",
    );
    expect(svg).toMatch(/class="part event doubtful">.*class="dot open".*/);
    expect(svg).toContain(">c. 1950<".replace(" ", "\u00a0"));
    expect(svg).toMatch(/class="part span doubtful"/);
  });

  it("lets a span end where the next begins in the same year", async () => {
    const { svg } = await drawWell(
      "timeline",
      "span: 1950/1970\nspans: [{ id: a, span: 1950/1961, label: First }, { id: b, span: 1961/1970, label: Second }]",
    );
    const bars = [...svg.matchAll(/class="bar" d="M([\d.]+),([\d.]+)H([\d.]+)/g)].map((match) =>
      match.slice(1),
    );
    expect(bars[0]?.[2]).toBe(bars[1]?.[0]);
    expect(bars[0]?.[1]).toBe(bars[1]?.[1]);
  });

  it("copes with anything from one day to a thousand years, and says when it is too much", async () => {
    const one = await drawWell("timeline", "events: [{ id: a, date: 1950-06-25, label: One }]");
    expect(one.heightPx).toBeLessThan(300);
    const long = await drawWell(
      "timeline",
      "events: [{ id: a, date: 1066, label: Hastings }, { id: b, date: 1991-12-26, label: The end }]",
    );
    expect(long.svg).toContain(">1100<");
    const many = Array.from(
      { length: 60 },
      (_, i) =>
        `{ id: e${i}, date: 1950-06-${String((i % 3) + 25)}, label: Something with a rather long label number ${i} }`,
    ).join(", ");
    const { problems } = await draw("timeline", `events: [${many}]`);
    expect(problems).toMatchObject([{ code: "crowded-timeline", severity: "warning" }]);
  });
});

describe("mistakes in a timeline", () => {
  it.each([
    [
      "events: [{ id: a, date: 25 June 1950, label: A }]",
      '11:25 bad-date: "25 June 1950" is not a date in EDTF | write 1950-06-25',
    ],
    [
      "events: [{ id: a, date: 1950/1953, label: A }]",
      '11:25 bad-date: "1950/1953" is an interval, and an event has one date | move "a" to spans, with span: 1950/1953',
    ],
    [
      "spans: [{ id: a, span: 1953/1950, label: A }]",
      "11:24 bad-date: 1953/1950 ends before it begins | write 1950/1953",
    ],
    [
      "span: 1950/1960\nevents: [{ id: a, date: 1961, label: A }]",
      '12:25 outside-span: "a" (1961) lies after the timeline\'s span | widen the span, 1950/1960',
    ],
    [
      "lanes: [{ id: north, label: North }]\nevents: [{ id: a, date: 1961, label: A, lane: nort }]",
      '12:47 unknown-lane: there is no lane "nort" in this timeline | did you mean "north"?',
    ],
    [
      "events: [{ id: a, date: 1950, label: A }]\nspans: [{ id: a, span: 1950/1951, label: B }]",
      '12:15 duplicate-part: the id "a" is given twice in this timeline | call one of them a-2',
    ],
    [
      "alt: Nothing",
      "10:1 empty-timeline: the timeline has neither events nor spans | for instance: events: [{ id: invasion, date: 1950-06-25, label: Invasion }]",
    ],
  ])("%s", async (yaml, expected) => {
    expect(await mistakes("timeline", yaml)).toEqual([expected]);
  });
});
