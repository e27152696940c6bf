import { describe, expect, it } from "vitest";
import { loadBibtex, readReferences } from "../../scripts/source/references.ts";

const at = (file: string) => ({ file, line: 1, column: 1 });
const essay = { id: "r", type: "book", title: "To Run the World", issued: { "date-parts": [[2024]] } };

describe("a bibliography as reference managers export it", () => {
  it("CSL-JSON", () => {
    expect(readReferences(JSON.stringify([essay]), at("s.json"))).toEqual({
      references: [essay],
      problems: [],
    });
  });

  it("CSL-YAML, as a list or as Pandoc writes it", () => {
    const item = "- id: r\n  type: book\n  title: To Run the World\n  issued: { date-parts: [[2024]] }\n";
    expect(readReferences(item, at("s.yaml")).references).toEqual([essay]);
    expect(readReferences(`---\nreferences:\n${item}...\n`, at("s.yaml")).references).toEqual([essay]);
  });

  it("BibTeX", async () => {
    const text =
      "@book{r, author = {Radchenko, Sergey}, title = {To Run the {World}}, year = 2024, publisher = {CUP}}";
    const { references, problems } = readReferences(text, at("s.bib"), await loadBibtex());
    expect(problems).toEqual([]);
    expect(references).toEqual([
      expect.objectContaining({
        id: "r",
        type: "book",
        title: "To Run the World",
        author: [{ family: "Radchenko", given: "Sergey" }],
        publisher: "CUP",
      }),
    ]);
  });

  it("keeps the first of two sources with one key, and says so", () => {
    const { references, problems } = readReferences(
      JSON.stringify([essay, { ...essay, title: "Other" }]),
      at("s.json"),
    );
    expect(references).toEqual([essay]);
    expect(problems.map((p) => p.code)).toEqual(["duplicate-source"]);
  });
});

it("BibTeX with a slip is shown where it is", async () => {
  const text = "@book{one, title = {One}}\n\n@book{two title = {Two}}\n";
  const [problem] = readReferences(text, at("s.bib"), await loadBibtex()).problems;
  expect(problem).toMatchObject({ code: "bad-bibtex", file: "s.bib", line: 3, column: 11 });
  expect(problem?.message).not.toMatch(/ line /);
});

describe("a file that cannot be read", () => {
  it.each([
    ["s.json", "{ not json"],
    ["s.json", '[{"title": "without an id"}]'],
    ["s.yaml", "a: &a [*a]"],
    ["s.bib", "@book{"],
  ])("%s: %s", async (file, text) => {
    const { references, problems } = readReferences(text, at(file), await loadBibtex());
    expect(references).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((p) => p.severity === "error" && p.file === file)).toBe(true);
  });
});
