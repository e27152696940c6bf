import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { showProblem } from "../../scripts/diagnostics.ts";
import { readYaml } from "../../scripts/source/yaml.ts";

const schema = z.strictObject({
  title: z.string().meta({ examples: ["A lecture"] }),
  minutes: z.number().positive().optional(),
  paper: z.enum(["A4", "Letter"]).default("A4"),
  words: z.record(z.string(), z.union([z.string(), z.strictObject({ ipa: z.string() })])).default({}),
  people: z.array(z.strictObject({ name: z.string(), orcid: z.string().optional() })).default([]),
});
const read = (text: string) => readYaml(text, { file: "deck.yaml", line: 3, column: 1 }, schema);
const first = (text: string): string => {
  const [problem] = read(text).problems;
  if (problem === undefined) return "nothing";
  return showProblem(problem, undefined).replace("\n  hint: ", " | ");
};

test("gives the checked value with its defaults", () => {
  expect(read("title: A\nminutes: 3\n").value).toEqual({
    title: "A",
    minutes: 3,
    paper: "A4",
    words: {},
    people: [],
  });
});
test("takes a bare number for text where text is wanted", () => {
  expect(read("title: 1950\nwords: { 38: thirty-eight, USS: 1.0 }\n").value).toMatchObject({
    title: "1950",
    words: { 38: "thirty-eight", USS: "1.0" },
  });
});
test("a key without a value is no key", () => {
  expect(read("title: A\nminutes:\n").value).toMatchObject({ title: "A" });
});
test("keeps what is right beside what is wrong", () => {
  const { value, partial } = read("title: A\npaper: A5\nnonsense: 1\nminutes: 2\n");
  expect(value).toBeUndefined();
  expect(partial).toMatchObject({ title: "A", paper: "A4", minutes: 2 });
});
test("knows the place of every value", () => {
  expect(read("title: A\npeople:\n  - name: B\n").at(["people", 0, "name"])).toEqual({
    file: "deck.yaml",
    line: 5,
    column: 11,
  });
});

describe("says what is wrong and where", () => {
  test.each([
    ["title: A\npapr: A4", 'deck.yaml:4:1 error [unknown-key] unknown key "papr" | did you mean "paper"?'],
    ["minutes: 3", 'deck.yaml:3:1 error [missing-key] "title" is missing | for instance: title: A lecture'],
    [
      "title: [A]",
      'deck.yaml:3:8 error [invalid-value] "title" must be text, not a list | for instance: title: A lecture',
    ],
    [
      "title: A\npaper: a4",
      'deck.yaml:4:8 error [invalid-value] "paper" cannot be "a4" | did you mean "A4"?',
    ],
    ["title: A\nminutes: 0", 'deck.yaml:4:10 error [invalid-value] "minutes" must be more than 0, not 0'],
    [
      "title: A\npeople: [{ name: B, orcd: C }]",
      'deck.yaml:4:21 error [unknown-key] unknown key "orcd" | did you mean "orcid"?',
    ],
    ["title: A\nwords: { a: { ipo: x } }", 'deck.yaml:4:13 error [missing-key] "words.a.ipa" is missing'],
    [
      "title: A\nwords: { a: [1] }",
      'deck.yaml:4:13 error [invalid-value] "words.a" cannot be a list; it is text or a group of keys',
    ],
    [
      "title: A\ntitle: B",
      'deck.yaml:4:1 error [duplicate-key] the key "title" is given twice | keep one of them',
    ],
    [
      "title: Moscow: a view",
      "deck.yaml:3:8 error [invalid-yaml] not valid YAML: nested mappings are not allowed in compact mappings",
    ],
    [
      "title: A\n\tminutes: 1",
      "deck.yaml:4:1 error [invalid-yaml] not valid YAML: tabs are not allowed as indentation | indent with spaces",
    ],
    ["title: !!js/function x", "deck.yaml:3:8 error [invalid-yaml] not valid YAML: unresolved tag"],
    ["- a", "deck.yaml:3:1 error [invalid-value] this must be a group of keys, not a list"],
  ])("%j", (text, message) => {
    expect(first(text)).toContain(message);
  });
});

describe("bounds what it reads", () => {
  test("aliases cannot grow", () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefgh".split("").map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(", ")}]`),
    ];
    expect(first(bomb.join("\n"))).toContain("yaml-alias-bomb");
  });
  test("values cannot lie endlessly deep", () => {
    for (const text of [
      "[".repeat(50_000),
      "- ".repeat(50_000),
      "? ".repeat(50_000),
      "a: {b: ".repeat(20_000),
    ]) {
      expect(first(text)).toContain("yaml-too-deep");
    }
  });
  test("no key reaches a prototype", () => {
    const { problems } = read(
      "title: A\n__proto__: { polluted: 1 }\nwords: { constructor: a, __proto__: b }\n",
    );
    expect(problems.map((p) => p.message)).toEqual([
      'the key "__proto__" is not allowed',
      'the key "__proto__" is not allowed',
    ]);
    expect("polluted" in {}).toBe(false);
    expect(read("title: A\nwords: { constructor: a, toString: b }\n").value?.words).toEqual({
      constructor: "a",
      toString: "b",
    });
  });
  test("thousands of mistakes cost no more than their number", () => {
    const many = `title: A\nwords:\n${Array.from({ length: 5000 }, (_, i) => `  k${i}: [1]`).join("\n")}\n`;
    expect(read(many).problems).toHaveLength(5000);
  });
});

test("never throws, whatever stands there", () => {
  const piece = fc.constantFrom(
    "title: A",
    "words:",
    "  a: b",
    "- ",
    "[",
    "{",
    "}",
    ": ",
    "&a ",
    "*a",
    "!!str ",
    "|",
    ">\n",
    "'",
    '"',
    "\t",
    "#",
    "---",
    "...",
    "%YAML",
    "\n",
    "\u0000",
    "🌘",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { value, problems } = read(pieces.join(""));
      expect(value !== undefined || problems.length > 0).toBe(true);
    }),
    { numRuns: 400 },
  );
});
