import { assert, property, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { orderRules } from "../../scripts/checks/leans-on-order.ts";
import { sightRules } from "../../scripts/checks/leans-on-sight.ts";
import { firstPhrases, phrases } from "../../scripts/checks/phrases.ts";

/** A pattern without what it asks of the words before and after, which strings cannot be made from. */
const withoutSurroundings = ({ source }: RegExp): RegExp => {
  // A parenthesis in a class is a character.
  let rest = source.replace(/\[[^\]]*\]/g, (characters) => characters.replace(/[()]/g, ""));
  const start = /\(\?(?:=|!|<=|<!)/;
  for (let from = rest.search(start); from !== -1; from = rest.search(start)) {
    let to = from;
    for (let depth = 0; to === from || depth > 0; to++)
      depth += rest[to] === "(" ? 1 : rest[to] === ")" ? -1 : 0;
    rest = rest.slice(0, from) + rest.slice(to);
  }
  return new RegExp(rest.replaceAll("\\b", ""), "u");
};

const all = [...sightRules, ...Object.values(orderRules).flat()];

test.each(all)("no rule finds anything without one of its words: $words $pattern", ({ words, pattern }) => {
  const holdsOne = (text: string): boolean => words.some((word) => text.toLowerCase().includes(word));
  const found = property(stringMatching(withoutSurroundings(pattern)), holdsOne);
  expect(() => assert(found)).not.toThrow();
});

test("a narration's phrases are found sentence by sentence, whatever the apostrophe", () => {
  const rules = phrases([
    ["saw", /\bwe saw\b/],
    ["we'll", /\bwe'll see\b/],
    ["never", /\bnever\b/],
  ]);
  const at = (line: number) => ({ file: "01-war.md", line, column: 1 });
  const narration = [
    { text: "He came, we saw.", at: at(3) },
    { text: "We", at: at(4) },
    { text: "saw nothing.", at: at(5) },
    { text: "We\u2019ll see what we saw.", at: at(6) },
  ];
  expect(firstPhrases(narration, rules)).toEqual([
    { words: "we saw", at: at(3) },
    { words: "We\u2019ll see", at: at(6) },
  ]);
});
