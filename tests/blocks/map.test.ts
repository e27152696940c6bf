import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceKm, formatDistance, viewOf } from "../../scripts/blocks/map/projection.ts";
import { draw, drawWell, mistakes } from "./helper.ts";

const korea = "extent: [123, 33, 132, 43]\n";
const pyongyang = "{ id: pyongyang, name: Pyongyang, at: [39.0392, 125.7625] }";
const seoul = "{ id: seoul, name: Seoul, at: [37.5665, 126.978] }";

describe("map", () => {
  it("describes itself from its data", async () => {
    const yaml = `${korea}places: [${pyongyang}, ${seoul}]\nlines: [{ id: p, name: 38th parallel, latitude: 38 }]\nroutes: [{ id: r, from: pyongyang, to: seoul, distance: both, style: measure }]`;
    const { description, svg } = await drawWell("map", yaml);
    expect(description).toBe(
      "Map from 123° E to 132° E and from 33° N to 43° N. Places: Pyongyang and Seoul. Line: 38th parallel. Distance from Pyongyang to Seoul, 195 km (121 miles).",
    );
    expect(svg).toContain('<title id="era--slide--figure--svg-title">Map: Pyongyang and Seoul</title>');
  });

  it("takes the author's description instead", async () => {
    expect((await drawWell("map", `alt: Korea in 1950.\n${korea}`)).description).toBe("Korea in 1950.");
  });

  it("finds a border by the names of two countries", async () => {
    const { svg } = await drawWell(
      "map",
      `${korea}lines: [{ id: yalu, name: Yalu, border: [China, North Korea], kind: river }]`,
    );
    expect(svg).toMatch(
      /<g id="era--slide--figure--yalu" class="part line line-river"><path class="stroke halo" d="M[^"]{200,}/,
    );
  });

  it("keeps two routes between the same places apart", async () => {
    const both = `routes: [{ id: there, from: pyongyang, to: seoul }, { id: back, from: seoul, to: pyongyang }]`;
    const { svg } = await drawWell("map", `${korea}places: [${pyongyang}, ${seoul}]\n${both}`);
    const [there = "", back = ""] = ["there", "back"].map(
      (id) => new RegExp(`--${id}"[^>]*><path class="way halo" d="([^"]*)"`).exec(svg)?.[1],
    );
    expect(there.split("l").length).toBeGreaterThan(3);
    expect(back.split("l").length).toBeGreaterThan(3);
  });

  it.each([
    "[100, 30, -110, 72]",
    "[170, -50, -170, -10]",
    "[-180, 50, 180, 90]",
    "[-180, -85, 180, 85]",
    "[-20, -30, 50, 35]",
  ])("draws %s, across the date line or round the pole too", async (extent) => {
    const { svg } = await drawWell("map", `extent: ${extent}`);
    expect(svg).toMatch(/class="land" d="M[^"]{300,}z"/);
    expect(svg).not.toContain("NaN");
  });

  it("computes distances", () => {
    expect(distanceKm([39.0392, 125.7625], [37.5665, 126.978])).toBeCloseTo(195, 0);
    expect(distanceKm([0, 0], [0, 180])).toBeCloseTo(20_015, 0);
    expect(formatDistance(6412, "both")).toBe("6,412 km (3,984 miles)");
    expect(formatDistance(3.14, "km")).toBe("3.1 km");
  });

  it("fits any extent into a frame for a slide", () => {
    const extent = fc
      .record({
        west: fc.integer({ min: -180, max: 179 }),
        width: fc.integer({ min: 1, max: 340 }),
        south: fc.integer({ min: -85, max: 80 }),
        height: fc.integer({ min: 1, max: 120 }),
      })
      .map(({ west, width, south, height }) => ({
        west,
        east: ((west + width + 180) % 360) - 180,
        south,
        north: Math.min(88, south + height),
      }));
    fc.assert(
      fc.property(extent, (box) => {
        const { width, height, kmPerPx, projection } = viewOf(box);
        expect(width).toBeGreaterThanOrEqual(460);
        expect(width).toBeLessThanOrEqual(1160);
        expect(height).toBeGreaterThanOrEqual(300);
        expect(height).toBeLessThanOrEqual(520);
        expect(kmPerPx).toBeGreaterThan(0);
        const [x = Number.NaN, y = Number.NaN] =
          projection([box.west + 0.01, (box.south + box.north) / 2]) ?? [];
        expect(x).toBeGreaterThan(-2);
        expect(x).toBeLessThan(width + 2);
        expect(y).toBeGreaterThan(-2);
        expect(y).toBeLessThan(height + 2);
      }),
      { seed: 38, numRuns: 200 },
    );
  });
});

describe("labels of a map", () => {
  interface Words {
    readonly x0: number;
    readonly x1: number;
    readonly y0: number;
    readonly y1: number;
  }

  /** Boxes of the lines of text, from their anchors and a narrow guess of their widths. */
  function wordsOf(svg: string): Words[] {
    return [
      ...svg.matchAll(
        /<text class="(?!small)[^"]*" x="([\d.-]+)" y="([\d.-]+)" font-size="([\d.]+)"(?: text-anchor="(\w+)")?[^>]*>([^<]*)</g,
      ),
    ].map(([, x, y, size, anchor, text = ""]) => {
      const width = text.length * Number(size) * 0.42;
      const start = Number(x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
      return { x0: start, x1: start + width, y0: Number(y) - Number(size) * 0.7, y1: Number(y) };
    });
  }

  it("never lie on each other, wherever the places are", async () => {
    const place = fc.record({
      lat: fc.double({ min: 33.3, max: 42.7, noNaN: true }),
      lon: fc.double({ min: 123.5, max: 131.5, noNaN: true }),
      name: fc.constantFrom("Pyongyang", "Seoul", "Sinuiju", "Wonsan", "Kaesong", "Ulan Bator"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 2, maxLength: 14 }), async (places) => {
        const list = places
          .map(
            ({ lat, lon, name }, i) =>
              `{ id: p${i}, name: ${name}, at: [${lat.toFixed(4)}, ${lon.toFixed(4)}] }`,
          )
          .join(", ");
        const { drawing, problems } = await draw("map", `${korea}scale: false\nplaces: [${list}]`);
        const crowded = problems.map((problem) => problem.code);
        expect(crowded.filter((code) => code !== "crowded-label")).toEqual([]);
        if (crowded.length > 0) return;
        const words = wordsOf(drawing?.svg ?? "");
        expect(words).toHaveLength(places.length);
        const pairs = words.flatMap((a, i) => words.slice(i + 1).map((b) => [a, b] as const));
        expect(pairs.filter(([a, b]) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1)).toEqual(
          [],
        );
        expect(words.every(({ x0, x1 }) => x0 >= 0 && x1 <= (drawing?.widthPx ?? 0))).toBe(true);
      }),
      { seed: 1950, numRuns: 12 },
    );
  });

  it("stand where the author wants them", async () => {
    const { svg } = await drawWell(
      "map",
      `${korea}places: [{ id: a, name: Seoul, at: [37.5, 127], label: w }]`,
    );
    expect(svg).toMatch(/text-anchor="end">Seoul</);
  });

  it("warn when there is no room at all", async () => {
    const list = Array.from(
      { length: 80 },
      (_, i) => `{ id: p${i}, name: The very same place with a long name, at: [37.5, 127] }`,
    ).join(", ");
    const found = await mistakes("map", `${korea}places: [${list}]`);
    expect(found[0]).toMatch(
      /crowded-label: there is no free room for the name of "p\d+" \| leave out other labels/,
    );
  });
});

describe("mistakes in a map", () => {
  it.each([
    [
      "extent: [33, 123, 43, 132]",
      "11:9 bad-extent: a latitude lies between -90 and 90 | the order is [west, south, east, north]: write [123, 33, 132, 43]",
    ],
    [
      "extent: [123, 43, 132, 33]",
      "11:9 bad-extent: south must be less than north | the order is [west, south, east, north]: write [123, 33, 132, 43]",
    ],
    [
      `${korea}places: [${pyongyang}, ${seoul}]\nroutes: [{ id: r, from: pyongyang, to: soul }]`,
      '13:40 unknown-place: route "r" goes to "soul", which is no place of this map | did you mean "seoul"?',
    ],
    [
      `${korea}places: [{ id: moscow, name: Moscow, at: [55.75, 37.6] }]`,
      '12:42 outside-extent: place "moscow" at [55.75, 37.6] lies outside the map | widen the extent to [37, 33, 132, 56]',
    ],
    [
      `${korea}places: [{ id: seoul, name: Seoul, at: [126.98, 37.57] }]`,
      '12:40 bad-coordinates: place "seoul" has no such place on Earth: latitude 126.98, longitude 37.57 | latitude comes first: write [37.57, 126.98]',
    ],
    [
      `extent: [20, 30, 60, 60]\nplaces: [{ id: a, name: A, at: [28, 45] }]`,
      '12:32 outside-extent: place "a" at [28, 45] lies outside the map | latitude comes first: write [45, 28]',
    ],
    [
      `${korea}places: [${seoul}]\nlabels: [{ id: seoul, text: Seoul, at: [36, 128] }]`,
      '12:16 duplicate-part: the id "seoul" is given twice in this map | call one of them seoul-2',
    ],
    [
      `${korea}lines: [{ id: l, name: Line }]`,
      '12:9 bad-line: line "l" needs one of latitude, points and border | for instance: { id: l, name: 38th parallel, latitude: 38 }',
    ],
    [
      `${korea}lines: [{ id: l, border: [China, North Corea] }]`,
      '12:26 unknown-border: no country is called "North Corea" in Natural Earth | did you mean "North Korea"?',
    ],
    [
      `${korea}lines: [{ id: l, border: [China, France] }]`,
      "12:26 unknown-border: China and France have no common border | name two neighbours",
    ],
    [
      `${korea}places: [${seoul}]\nroutes: [{ id: r, from: seoul, to: seoul }]`,
      '13:36 bad-route: route "r" ends where it begins | name another place',
    ],
  ])("%s", async (yaml, expected) => {
    const found = await mistakes("map", yaml);
    expect(found).toContain(expected);
    expect(found).toHaveLength(1);
  });
});
