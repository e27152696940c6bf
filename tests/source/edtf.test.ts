import * as fc from "fast-check";
import library from "edtf";
import { describe, expect, it } from "vitest";
import { calendarDay, dayNumber } from "../../scripts/source/calendar.ts";
import { edtfDays, parseEdtf } from "../../scripts/source/edtf.ts";
import { formatEdtf } from "../../scripts/source/format-edtf.ts";

const DAY_MS = 86_400_000;

/** The days in ISO form and the words, as `first..last: words`. */
function read(text: string): string {
  const result = parseEdtf(text);
  if (!result.ok) return `${result.message} | ${result.hint}`;
  const iso = (day: number | undefined) => {
    if (day === undefined) return "";
    const { year, month, day: d } = calendarDay(day);
    return [year, month, d].map((n) => String(n).padStart(2, "0")).join("-");
  };
  const { firstDay, lastDay } = edtfDays(result.value);
  return `${iso(firstDay)}..${iso(lastDay)}: ${formatEdtf(result.value)}`;
}

describe("parseEdtf", () => {
  it.each([
    ["1950", "1950-01-01..1950-12-31: 1950"],
    ["1950-06", "1950-06-01..1950-06-30: June 1950"],
    ["1950-06-25", "1950-06-25..1950-06-25: 25 June 1950"],
    ["2024-02-29", "2024-02-29..2024-02-29: 29 February 2024"],
    ["195X", "1950-01-01..1959-12-31: 1950s"],
    ["19XX", "1900-01-01..1999-12-31: 20th century"],
    ["1XXX", "1000-01-01..1999-12-31: 2nd millennium"],
    ["1950-XX", "1950-01-01..1950-12-31: 1950"],
    ["1950-06-XX", "1950-06-01..1950-06-30: June 1950"],
    ["1950~", "1950-01-01..1950-12-31: c. 1950"],
    ["1950-06?", "1950-06-01..1950-06-30: perhaps June 1950"],
    ["1950%", "1950-01-01..1950-12-31: perhaps c. 1950"],
    ["1950-21", "1950-03-01..1950-05-31: spring 1950"],
    ["1950-24", "1950-12-01..1951-02-28: winter 1950"],
    ["-0043", "-43-01-01..-43-12-31: 44 BC"],
    ["0037", "37-01-01..37-12-31: AD 37"],
    ["1950-01/1953-07-27", "1950-01-01..1953-07-27: January 1950 to 27 July 1953"],
    ["1961-07-06/1961-07-11", "1961-07-06..1961-07-11: 6 to 11 July 1961"],
    ["1950-06-25/1950-10-19", "1950-06-25..1950-10-19: 25 June to 19 October 1950"],
    ["1950-08/1950-09", "1950-08-01..1950-09-30: August to September 1950"],
    ["1950~/1953", "1950-01-01..1953-12-31: c. 1950 to 1953"],
    ["1994/..", "1994-01-01..: from 1994"],
    ["1994/", "1994-01-01..: from 1994 to an unknown date"],
    ["../1991-12", "..1991-12-31: until December 1991"],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["1950s", "195X"],
    ["the 20th century", "19XX"],
    ["c. 1950", "1950~"],
    ["1950-6-5", "1950-06-05"],
    ["25.6.1950", "1950-06-25"],
    ["25 June 1950", "1950-06-25"],
    ["June 25, 1950", "1950-06-25"],
    ["Sept. 1990", "1990-09"],
    ["1950-1953", "1950/1953"],
    ["1950–1953", "1950/1953"],
    ["June 1950 to 27 July 1953", "1950-06/1953-07-27"],
    ["1953/1950", "1950/1953"],
  ])("shows how to write %s", (text, right) => {
    expect(parseEdtf(text)).toMatchObject({ ok: false, hint: `write ${right}` });
  });

  it.each([
    ["2023-02-29", "February 2023 has 28 days"],
    ["1950-13", "there is no month 13"],
    ["195X-06", "a month needs its whole year"],
    ["1950-XX-25", "a day needs its month"],
  ])("says why %s is none", (text, reason) => {
    expect(read(text)).toContain(reason);
  });

  it.each([
    "",
    "/",
    "../..",
    "1950/1951/1952",
    "tomorrow",
    "1950-06-25T10:00:00Z",
    "[1950,1951]",
    "<b>",
    "9".repeat(5000),
  ])("refuses %j with an example", (text) => {
    const result = parseEdtf(text);
    expect(result).toMatchObject({ ok: false, hint: expect.stringContaining("1950-06-25") });
    expect(result).toMatchObject({ message: expect.stringMatching(/^.{0,120}$/) });
  });

  it("agrees with the edtf library on every real day, month and year, and on intervals of them", () => {
    const date = fc
      .record({
        day: fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(9999, 12, 31) }),
        parts: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ day, parts }) => {
        const { year, month, day: d } = calendarDay(day);
        return [year, month, d]
          .slice(0, parts)
          .map((n) => String(n).padStart(2, "0"))
          .join("-");
      });
    // The library refuses an interval whose ends begin on one day.
    const pair = fc
      .tuple(date, date)
      .map((both) => both.sort())
      .filter(([a, b]) => !b.startsWith(a));
    const text = fc.oneof(
      date,
      pair.map((both) => both.join("/")),
    );
    fc.assert(
      fc.property(text, (written) => {
        const ours = parseEdtf(written);
        if (!ours.ok) throw new Error(ours.message);
        const theirs = library(written);
        const { firstDay, lastDay } = edtfDays(ours.value);
        expect([firstDay, lastDay]).toEqual([theirs.min / DAY_MS, (theirs.max + 1) / DAY_MS - 1]);
      }),
      { seed: 1945, numRuns: 300 },
    );
  });
});

describe("calendar", () => {
  it("counts days both ways, for 20,000 years", () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (days) => {
        const { year, month, day } = calendarDay(days);
        expect(dayNumber(year, month, day)).toBe(days);
      }),
      { seed: 1990 },
    );
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(calendarDay(-7132)).toEqual({ year: 1950, month: 6, day: 23 });
  });
});
