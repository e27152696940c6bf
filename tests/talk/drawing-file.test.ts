import * as fc from "fast-check";
import { expect, test } from "vitest";
import { drawingFile, MAX_FILE_LENGTH, readDrawingFile } from "../../scripts/talk/drawing-file.ts";
import { anyLine, line } from "./lines.ts";

const slideId = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}\/[a-z][a-z0-9-]{0,9}$/);

test("what is written is read back the same", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        slideId,
        fc.uniqueArray(anyLine, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
      ),
      (slides) => {
        expect(readDrawingFile(drawingFile("deck", slides))).toEqual({ slides });
      },
    ),
  );
});

test("a line of text holds a line drawn, and slides without lines are left out", () => {
  const text = drawingFile("deck", { "war/a": [line("l1"), line("l2")], "war/b": [] });
  expect(text).toMatchInlineSnapshot(`
    "{
     "format": "lanternist-drawings",
     "version": 1,
     "deck": "deck",
     "slides": {
      "war/a": [
       {"id":"l1","tool":"pen","ink":"red","width":0.004,"points":[0.1,0.1,0.4,0.1]},
       {"id":"l2","tool":"pen","ink":"red","width":0.004,"points":[0.1,0.1,0.4,0.1]}
      ]
     }
    }
    "
  `);
  expect(drawingFile("deck", {})).toContain('"slides": {}');
});

const fileOf = (change: object) =>
  JSON.stringify({ format: "lanternist-drawings", version: 1, slides: {}, ...change });
const slideOf = (...lines: unknown[]) => fileOf({ slides: { "war/a": lines } });

test.each([
  ["half a file", drawingFile("deck", { "war/a": [line("l")] }).slice(0, 90), [], /not JSON/],
  ["another file", "[1, 2]", ["format"], /no file of drawings/],
  ["a newer file", fileOf({ version: 2 }), ["version"], /version 2 cannot be read/],
  ["no slides", fileOf({ slides: [] }), ["slides"], /must be an object/],
  ["a slide that is no list", fileOf({ slides: { "war/a": {} } }), ["slides", "war/a"], /must be a list/],
  ["a line that is none", slideOf(line("l"), "x"), ["slides", "war/a", 1], /must be an object/],
  ["a bad id", slideOf({ ...line("l"), id: "<b>" }), ["slides", "war/a", 0, "id"], /letters a to z/],
  [
    "an unknown tool",
    slideOf({ ...line("l"), tool: "spray" }),
    ["slides", "war/a", 0, "tool"],
    /pen, marker/,
  ],
  ["an unknown ink", slideOf({ ...line("l"), ink: "#f00" }), ["slides", "war/a", 0, "ink"], /black, yellow/],
  [
    "a broad line",
    slideOf({ ...line("l"), width: 1 }),
    ["slides", "war/a", 0, "width"],
    /from 0.0005 to 0.1/,
  ],
  ["a place off the slide", slideOf(line("l", [0.5, 1.2])), ["slides", "war/a", 0, "points"], /0 to 1/],
  ["half a place", slideOf(line("l", [0.5, 0.2, 0.1])), ["slides", "war/a", 0, "points"], /pairs/],
  [
    "too many places",
    slideOf(line("l", Array(8_002).fill(0.5))),
    ["slides", "war/a", 0, "points"],
    /4000 places/,
  ],
  [
    "a pressure too few",
    slideOf({ ...line("l"), pressures: [1] }),
    ["slides", "war/a", 0, "pressures"],
    /each place/,
  ],
  ["an id twice", slideOf(line("l"), line("l")), ["slides", "war/a", 1, "id"], /have the id "l"/],
  [
    "too many lines",
    slideOf(...Array.from({ length: 1_001 }, (_, n) => line(`l${n}`))),
    ["slides", "war/a"],
    /1000 lines/,
  ],
  ["too long a file", " ".repeat(MAX_FILE_LENGTH + 1), [], /8000000 characters/],
])("%s is refused, with the place of what is wrong", (_, text, path, message) => {
  expect(readDrawingFile(text)).toEqual({ path, message: expect.stringMatching(message) as string });
});

test("a byte order mark is no mistake", () => {
  expect(readDrawingFile(`\uFEFF${slideOf(line("l"))}`)).toEqual({ slides: { "war/a": [line("l")] } });
});
