import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { makeDocs, readGuides } from "../scripts/docs.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

test.each(makeDocs(await readGuides()).map(({ path, text }) => [path, text]))(
  "%s is up to date: run tsx scripts/docs.ts",
  (path, text) => {
    expect(read(path)).toBe(text);
  },
);

describe("the JSON Schemas", () => {
  const check = (schema: string) =>
    new Ajv2020({ strict: false }).compile(JSON.parse(read(`docs/schema/${schema}`)) as object);
  test("accept what the program accepts", () => {
    expect(
      check("deck.schema.json")(
        parse(read("tests/decks/telegram/deck/deck.yaml").replace("version: 1.0", 'version: "1.0"')),
      ),
    ).toBe(true);
    const [, front = ""] = read("tests/decks/telegram/deck/02-permission-to-invade.md").split("---\n");
    expect(check("era.schema.json")(parse(front))).toBe(true);
    const course = {
      title: "A course",
      minutes: 5,
      slides: [{ use: "war/iron", title: "T" }, { era: "Own" }],
    };
    expect(check("course.schema.json")(course)).toBe(true);
  });
  test("refuse unknown keys", () => {
    expect(check("deck.schema.json")({ title: "A", titel: "B" })).toBe(false);
  });
});

test("docs/problems.md has every code that the program makes, and no other", () => {
  const listed = [...read("docs/problems.md").matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(
    ([, code = ""]) => code,
  );
  const made = new Set<string>();
  for (const entry of readdirSync(join(root, "scripts"), { recursive: true, encoding: "utf8" })) {
    if (!entry.endsWith(".ts")) continue;
    const text = read(join("scripts", entry));
    for (const [, code = ""] of text.matchAll(/\b(?:error|warning)\(\s*"([a-z0-9-]+)",/g)) made.add(code);
    for (const [, code = ""] of text.matchAll(/\bcode: "([a-z0-9-]+)",\s*message:/g)) made.add(code);
  }
  // What zod calls the issues that carry a code of ours.
  made.delete("custom");
  expect(listed.toSorted()).toEqual([...made].toSorted());
});

describe("a link in the guides", () => {
  const guides = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "THIRD-PARTY.md"].concat(
    readdirSync(join(root, "docs"))
      .filter((name) => name.endsWith(".md"))
      .map((name) => `docs/${name}`),
  );
  /** What a heading is called in an address, as GitHub makes it. */
  const anchorOf = (heading: string): string =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-");
  const anchorsOf = (path: string): string[] =>
    [...withoutFences(read(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      anchorOf(heading.trim()),
    );

  test.each(guides)("of %s leads to a file and heading that are there", (guide) => {
    const text = withoutFences(read(guide)).replace(/`[^`\n]*`/g, "");
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const broken = links.filter((target) => {
      if (/^(?:https?:|mailto:)/.test(target)) return false;
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? guide : join(dirname(guide), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && !anchorsOf(file).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

/** Fenced examples show links of decks, which are not ours. */
function withoutFences(text: string): string {
  return text.replace(/^(```+)[\s\S]*?^\1`*$/gm, "");
}
