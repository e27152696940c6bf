import { describe, expect, test } from "vitest";
import { indexOfNames, type IndexOptions } from "../../../scripts/outputs/handout/around/index-of-names.ts";
import { nameFinder } from "../../../scripts/outputs/handout/around/mentions.ts";
import { personName, placeName } from "../../../scripts/outputs/handout/around/names.ts";
import { makeEra, makeMeta, makeSlide } from "../../model.ts";
import { sentences } from "../sample-lecture.ts";

describe("a person's name in an index", () => {
  test.each([
    ["Joseph Stalin", "Stalin, Joseph"],
    ["Sergey Radchenko (Сергей Радченко)", "Radchenko, Sergey"],
    ["Kim Il Sung (김일성)", "Kim Il Sung"],
    ["Syngman Rhee (이승만)", "Rhee, Syngman"],
    ["Mao Zedong", "Mao Zedong"],
    ["Chiang Kai-shek", "Chiang Kai-shek"],
    ["Park Chung-hee", "Park Chung-hee"],
    // A Korean surname alone makes no Korean name.
    ["Lee Harvey Oswald", "Oswald, Lee Harvey"],
    ["Kim Philby", "Philby, Kim"],
    ["Solo, Han", "Solo, Han"],
    ["Martin Luther King Jr.", "King, Martin Luther, Jr."],
    ["Elizabeth II", "Elizabeth II"],
    ["Voltaire", "Voltaire"],
    ["The Lanternist project", "The Lanternist project"],
  ])("%s is listed as %s", (written, inverted) => {
    expect(personName(written).inverted).toBe(inverted);
  });

  test("keeps its own script, and drops other words in parentheses", () => {
    expect(personName("Kim Il Sung (김일성)")).toEqual({
      name: "Kim Il Sung",
      native: "김일성",
      inverted: "Kim Il Sung",
      family: "Kim",
    });
    expect(placeName("Leningrad (today Saint Petersburg)")).toMatchObject({ name: "Leningrad", native: "" });
  });
});

describe("names in text", () => {
  const people = ["Kim Il Sung (김일성)", "Kim Jong Il (김정일)", "Joseph Stalin", "Park Chung-hee"].map(
    personName,
  );
  const places = ["Seoul (서울)", "Korea", "North Korea", "Washington"].map(placeName);
  const found = (text: string, language = "en"): string[] =>
    [...nameFinder([...people, ...places], language)(text)].map(({ name }) => name);

  test.each([
    ["Joseph Stalin agrees.", ["Joseph Stalin"]],
    ["Stalin’s answer", ["Joseph Stalin"]],
    ["the Stalinist years, and stalin in small letters", []],
    ["Kim asks again.", []],
    ["Kim Jong\u00a0Il follows Kim Il Sung.", ["Kim Jong Il", "Kim Il Sung"]],
    ["Chung Hee is no name of his", []],
    ["Park Chung hee, or Park", ["Park Chung-hee"]],
    ["김일성은 서울에서", ["Kim Il Sung", "Seoul"]],
    ["North Korea, and nothing of the other", ["North Korea"]],
    ["Seoulites in SEOUL", []],
    ["a Seoul-based office", ["Seoul"]],
    ["K\u0065\u0301im, Stalín", []],
  ])("%s", (text, names) => {
    expect(found(text)).toEqual(names);
  });

  test("German has its genitive", () => {
    expect(found("Stalins Antwort aus Seouls Norden", "de")).toEqual(["Joseph Stalin", "Seoul"]);
    expect(found("Stalinsche Jahre", "de")).toEqual([]);
    expect(found("Stalins answer", "en")).toEqual([]);
  });

  test("a surname that is a place, or another's name, means nobody", () => {
    const names = [personName("George Washington"), placeName("Washington"), personName("Stalin Kim")];
    const find = nameFinder(names, "en");
    expect([...find("Washington, and Kim")].map(({ inverted }) => inverted)).toEqual([
      "Washington",
      "Kim, Stalin",
    ]);
  });

  test("names nothing where there are no names, and takes any letters for letters", () => {
    expect([...nameFinder([], "en")("Seoul")]).toEqual([]);
    expect([
      ...nameFinder([placeName("C++ (Land?)"), placeName("St. Louis")], "en")("St. Louis, StXLouis"),
    ]).toHaveLength(1);
  });
});

describe("the index of a lecture", () => {
  const eras = [
    makeEra(
      "war",
      [
        makeSlide("war/asked", {
          title: "Stalin is asked",
          slots: {
            main: "<p>Words</p><svg><title>Beijing</title><text>Seoul</text><text><tspan>Won</tspan><tspan>san</tspan></text></svg>",
          },
          narration: sentences(
            "Nothing yet.",
            "Joseph Stalin hesitates in Moscow.",
            "Months pass.",
            "Then Stalin agrees.",
          ),
        }),
        makeSlide("war/seoul", { narration: sentences("Seoul falls.") }),
      ],
      { people: ["Joseph Stalin", "Ivan Absent"], places: ["Moscow", "Seoul", "Wonsan", "Beijing"] },
    ),
    makeEra("later", [makeSlide("later/thaw", { narration: sentences("In Seoul and Moscow (Москва).") })], {
      people: ["Joseph Stalin (Иосиф Сталин)"],
      places: ["Moscow (Москва)"],
    }),
  ];
  const index = (options?: IndexOptions) => indexOfNames({ eras, meta: makeMeta() }, options);

  test("has each name once, by surname, with its script from any era", () => {
    expect(index().people.map(({ label, native }) => [label, native])).toEqual([
      ["Absent, Ivan", ""],
      ["Stalin, Joseph", "Иосиф Сталин"],
    ]);
    expect(index().places.map(({ label }) => label)).toEqual(["Beijing", "Moscow", "Seoul", "Wonsan"]);
  });

  test("leads to the slide, to the first sentence and to the last", () => {
    expect(index().people[1]?.mentions).toEqual([
      { slide: 1, anchors: ["war--asked", "--said--war--asked--2", "--said--war--asked--4"] },
    ]);
    expect(index().places[2]?.mentions).toEqual([
      { slide: 1, anchors: ["war--asked"] },
      { slide: 2, anchors: ["--said--war--seoul--1"] },
      { slide: 3, anchors: ["--said--later--thaw--1"] },
    ]);
  });

  test("leads to the era for a name that is only listed, and takes no description for a mention", () => {
    expect(index().people[0]?.mentions).toEqual([{ slide: 0, anchors: ["war"] }]);
    expect(index().places[0]?.mentions).toEqual([{ slide: 0, anchors: ["war"] }]);
  });

  test("looks at the words alone where a document shows no slides", () => {
    expect(index({ withSlides: false }).places[2]?.mentions.map(({ slide }) => slide)).toEqual([2, 3]);
    // A heading is there in every document.
    expect(index({ withSlides: false }).people[1]?.mentions[0]?.anchors[0]).toBe("war--asked");
  });
});
