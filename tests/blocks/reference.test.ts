import { expect, it } from "vitest";
import { blocksReference, chapters } from "../../scripts/blocks/reference.ts";
import { drawWell } from "./helper.ts";

/** After a change of a schema, `npx vitest run tests/blocks -u` writes the page anew. */
it("docs/blocks.md says what the schemas say", async () => {
  await expect(blocksReference()).toMatchFileSnapshot("../../docs/blocks.md");
});

const examples = chapters.flatMap(({ kind, examples }) =>
  examples.map(({ words, yaml }) => ({ kind, words, yaml })),
);

it.each(examples)("the example of a $kind is drawn: $words", async ({ kind, yaml }) => {
  const { parts } = await drawWell(kind, yaml);
  expect(parts.length).toBeGreaterThan(1);
});

it("every key is explained", () => {
  expect(
    blocksReference()
      .split("\n")
      .filter((line) => /^\| `.*\|\s+\|$/.test(line)),
  ).toEqual([]);
});
