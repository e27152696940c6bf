/** Each folder here is a deck with mistakes, and `problems.txt` is what its author reads about them. Those named `short-…` are made short. */
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { showProblem, sortProblems } from "../../scripts/diagnostics.ts";
import { loadLectures } from "../../scripts/load-lectures.ts";
import { shorten } from "../../scripts/source/shorten.ts";
import { golden } from "../golden.ts";

const root = import.meta.dirname;
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

async function problemsOf(name: string) {
  const { lectures, problems, source } = await loadLectures({ folder: join(root, name, "deck"), trust: false });
  const deck = lectures[0]?.deck;
  const shortened = deck !== undefined && name.startsWith("short-") ? shorten(deck).problems : [];
  return { files: source, problems: sortProblems([...problems, ...shortened]) };
}

test.each(cases)("%s", async (name) => {
  const { files, problems } = await problemsOf(name);
  const shown = problems.map((p) => {
    const { bytes } = files.files.get(p.file) ?? {};
    return showProblem(p, bytes === undefined ? undefined : new TextDecoder().decode(bytes));
  });
  const made = `${shown.join("\n\n")}\n`;
  expect(made).toBe(await golden(join(root, name, "problems.txt"), made));
});

test("every problem that reading and checking a deck can make has a case here", async () => {
  const seen = new Set((await Promise.all(cases.map(problemsOf))).flatMap(({ problems }) => problems.map((p) => p.code)));
  const made = new Set<string>();
  for (const folder of ["source", "source/markdown", "checks", "remix"]) {
    const path = join(root, "../../scripts", folder);
    for (const file of readdirSync(path).filter((name) => name.endsWith(".ts"))) {
      const code = await readFile(join(path, file), "utf8");
      for (const [, name = ""] of code.matchAll(/\b(?:error|warning)\(\s*"([a-z0-9-]+)"/g)) made.add(name);
      for (const [, name = ""] of code.matchAll(/\bcode: "([a-z-]+)"/g)) made.add(name);
    }
  }
  const elsewhere = new Set(["custom", "yaml-too-large", "vanished-slide", "bad-svg", "svg-style", "duplicate-source", "bad-bibtex", "unknown-source-type"]);
  expect([...made].filter((code) => !seen.has(code) && !elsewhere.has(code))).toEqual([]);
});
