import { array, assert, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dated } from "../../../scripts/model.ts";
import { chronologyOf } from "../../../scripts/outputs/handout/around/chronology.ts";
import { makeEra, makeMeta, makeSlide } from "../../model.ts";

const dated = (...dates: Dated[]) =>
  chronologyOf({ eras: [makeEra("era", [makeSlide("era/one", { dates })])], meta: makeMeta() });

describe("the chronology", () => {
  test("has eras and what their slides date, in the order of time", () => {
    const war = makeEra(
      "war",
      [
        makeSlide("war/silent"),
        makeSlide("war/line", {
          dates: [
            { date: "1950-06-25", label: "Invasion" },
            { date: "1950-01-30", label: "Telegram", detail: "Stalin’s go-ahead" },
            { date: "1950-03/1950-04", label: "Kim in Moscow" },
          ],
        }),
      ],
      { title: "War", span: "1950-01/1953-07-27" },
    );
    expect(chronologyOf({ eras: [war], meta: makeMeta() })).toEqual([
      {
        when: "January 1950 to 27 July 1953",
        label: "War",
        detail: "",
        isEra: true,
        anchors: ["war"],
        slides: [],
      },
      {
        when: "30 January 1950",
        label: "Telegram",
        detail: "Stalin’s go-ahead",
        isEra: false,
        anchors: ["war--line"],
        slides: [2],
      },
      {
        when: "March to April 1950",
        label: "Kim in Moscow",
        detail: "",
        isEra: false,
        anchors: ["war--line"],
        slides: [2],
      },
      {
        when: "25 June 1950",
        label: "Invasion",
        detail: "",
        isEra: false,
        anchors: ["war--line"],
        slides: [2],
      },
    ]);
  });

  test("puts doubts and open ends into words, in German too", () => {
    const dates = ["../1944", "1950~", "195X", "1951?", "1994/..", "1956/", "-0043"].map((date, i) => ({
      date,
      label: `${i}`,
    }));
    expect(dated(...dates).map(({ when }) => when)).toEqual([
      "44 BC",
      "until 1944",
      "1950s",
      "c. 1950",
      "perhaps 1951",
      "from 1956 to an unknown date",
      "from 1994",
    ]);
    const german = chronologyOf({
      eras: [makeEra("e", [makeSlide("e/s", { dates })])],
      meta: makeMeta({ language: "de-AT" }),
    });
    expect(german.map(({ when }) => when)).toEqual([
      "44 v. Chr.",
      "bis 1944",
      "1950er Jahre",
      "um 1950",
      "vielleicht 1951",
      "ab 1956 bis zu einem unbekannten Tag",
      "ab 1994",
    ]);
  });

  test("names once what two slides show, at the narrower date", () => {
    const eras = [
      makeEra("all", [makeSlide("all/eras", { dates: [{ date: "1950/1953", label: "War!" }] })]),
      makeEra("war", [makeSlide("war/line", { dates: [{ date: "1961", label: "War" }] })], {
        title: "War",
        span: "1950-01/1953-07",
      }),
    ];
    expect(
      chronologyOf({ eras, meta: makeMeta() }).map(({ when, isEra, anchors, slides }) => [
        when,
        isEra,
        anchors,
        slides,
      ]),
    ).toEqual([
      ["January 1950 to July 1953", true, ["all--eras", "war"], [1]],
      ["1961", false, ["war--line"], [2]],
    ]);
  });

  test("is empty without dates, and leaves out what is none", () => {
    expect(dated()).toEqual([]);
    expect(dated({ date: "long ago", label: "Once" })).toEqual([]);
  });

  test("never goes back in time", () => {
    const year = integer({ min: 1000, max: 2030 });
    assert(
      property(array(tuple(year, year)), (spans) => {
        const entries = dated(
          ...spans.map(([a, b], i) => ({ date: `${Math.min(a, b)}/${Math.max(a, b)}`, label: `${i}` })),
        );
        const starts = entries.map(({ when }) => Number(when.slice(0, 4)));
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(entries).toHaveLength(spans.length);
      }),
    );
  });
});
