/** What holds for the drawings of every kind of block. */
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { blockKinds } from "../../scripts/blocks/index.ts";
import type { Drawing } from "../../scripts/model.ts";
import { cleanSvg } from "../../scripts/source/svg.ts";
import { draw, drawWell } from "./helper.ts";

const folder = new URL("../fixtures/blocks/", import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((file) => ({
    file,
    kind: file.split("-")[0] ?? "",
    yaml: readFileSync(new URL(file, folder), "utf8"),
  }));

/** Texts that would do harm if they were not escaped, in every place where an author may write words. */
const hostile = `"</text><script>alert(1)</script><g onload='x' \\"quoted\\" & \\u0001"`;
const hostileYaml: Readonly<Record<string, string>> = {
  map: `alt: ${hostile}
extent: [123, 33, 132, 43]
places: [{ id: a, name: ${hostile}, native: ${hostile}, at: [39, 126] }, { id: b, name: B, at: [37, 127] }]
lines: [{ id: l, name: ${hostile}, latitude: 38 }]
routes: [{ id: r, from: a, to: b, name: ${hostile} }]
areas: [{ id: z, name: ${hostile}, points: [[35, 128], [35, 130], [36, 129]] }]
labels: [{ id: w, text: ${hostile}, at: [40, 130] }]`,
  timeline: `alt: ${hostile}
events: [{ id: a, date: 1950, label: ${hostile}, detail: ${hostile}, lane: x }]
spans: [{ id: b, span: 1950/1953, label: ${hostile} }]
lanes: [{ id: x, label: ${hostile} }]`,
};

it("has golden drawings for every kind", () => {
  expect(new Set(cases.map(({ kind }) => kind))).toEqual(new Set(blockKinds));
});

describe.each(cases)("$file", ({ file, kind, yaml }) => {
  let drawing: Drawing;
  beforeAll(async () => {
    drawing = await drawWell(kind, yaml);
  });

  it("is drawn as before", async () => {
    const { svg } = drawing;
    await expect(`${svg}\n`).toMatchFileSnapshot(`../fixtures/blocks/${file.replace(".yaml", ".svg")}`);
  });

  it("is the same every time", async () => {
    expect((await drawWell(kind, yaml)).svg).toBe(drawing.svg);
  });

  it("has unique ids, and one group for each part that cues can name", () => {
    const { svg, parts } = drawing;
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(parts.length).toBeGreaterThan(1);
    for (const { id, name, label } of parts) {
      expect(svg).toContain(`<g id="${id}" class="part `);
      expect(name).toBe(`figure/${id.replace("era--slide--figure--", "")}`);
      expect(label).not.toBe("");
    }
  });

  it("says in words what it shows", () => {
    const { svg, description } = drawing;
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"[^>]*><title id="\1">[^<]+<\/title>\n<desc id="\2">[^<]+<\/desc>/,
    );
    expect(description.length).toBeGreaterThan(40);
  });

  it("has no colours, faces or styles of its own, no broken numbers, and little weight", () => {
    const { svg, widthPx, heightPx } = drawing;
    expect(svg).not.toMatch(/style=|fill=|stroke=|#[0-9a-f]{3}|font-family|NaN|undefined|Infinity/);
    expect(svg.length).toBeLessThan(60_000);
    expect(widthPx).toBeLessThanOrEqual(1160);
    expect(heightPx).toBeLessThanOrEqual(640);
  });

  it("has no words below 16 pixels", () => {
    const { svg } = drawing;
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  });

  it("passes the check that authors' own pictures go through", () => {
    const { svg } = drawing;
    const at = { file: "a.md", line: 1, column: 1 };
    expect(cleanSvg(svg, { id: "era--slide--copy", name: "copy", at }).problems).toEqual([]);
  });
});

describe.each(blockKinds)("%s", (kind) => {
  it("escapes everything that an author writes", async () => {
    const { drawing, problems } = await draw(kind, hostileYaml[kind] ?? "");
    expect(problems.filter((problem) => problem.severity === "error")).toEqual([]);
    const tags = new Set([...(drawing?.svg ?? "").matchAll(/<([a-zA-Z]+)/g)].map((match) => match[1] ?? ""));
    expect(
      [...tags].filter((tag) => !/^(?:circle|clipPath|desc|g|path|rect|svg|text|title)$/.test(tag)),
    ).toEqual([]);
    expect(drawing?.svg).not.toMatch(/<[^>]* onload/);
    expect(drawing?.svg).toContain("&lt;script&gt;");
    // oxlint-disable-next-line no-control-regex
    expect(drawing?.svg).not.toMatch(/[\u0000-\u0008]/);
  });

  it("refuses unknown keys with the right one", async () => {
    const { problems } = await draw(
      kind,
      kind === "map" ? "extent: [1, 2, 3, 4]\nplacse: []\n" : "evnets: []\n",
    );
    expect(problems).toMatchObject([
      { code: "unknown-key", hint: expect.stringContaining(kind === "map" ? '"places"' : '"events"') },
    ]);
  });

  it("refuses too many parts", async () => {
    const many = Array.from(
      { length: 200 },
      (_, i) => `{ id: p${i}, ${kind === "map" ? `name: P, at: [1, 2]` : `date: 1950, label: P`} }`,
    ).join(", ");
    const { drawing, problems } = await draw(
      kind,
      kind === "map" ? `extent: [1, 2, 3, 4]\nplaces: [${many}]` : `events: [${many}]`,
    );
    expect(drawing).toBeUndefined();
    expect(problems).toMatchObject([{ severity: "error", message: expect.stringContaining("more than") }]);
  });
});
