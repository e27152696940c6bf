import { blockKinds, blocksOf } from "../../scripts/blocks/index.ts";
import type { Drawing, Problem } from "../../scripts/model.ts";
import { readYaml } from "../../scripts/source/yaml.ts";

/** Loaded once for each test file: reading Natural Earth takes a while. */
const blocks = blocksOf(blockKinds);

/** Draws a block's YAML as the parser does; the drawing is undefined when the schema refuses the YAML. */
export async function draw(
  kind: string,
  yaml: string,
): Promise<{ drawing: Drawing | undefined; problems: readonly Problem[] }> {
  const block = (await blocks).get(kind);
  if (block === undefined) throw new Error(`no block ${kind}`);
  const at = { file: "01-era.md", line: 11, column: 1 };
  const read = readYaml(yaml, at, block.schema);
  if (read.value === undefined) return { drawing: undefined, problems: read.problems };
  const { drawing, problems } = block.draw(read.value, {
    id: "era--slide--figure",
    name: "figure",
    language: "en",
    at: { ...at, line: 10 },
    locate: read.at,
  });
  return { drawing, problems: [...read.problems, ...problems] };
}

/** Draws YAML that has no mistakes. */
export async function drawWell(kind: string, yaml: string): Promise<Drawing> {
  const { drawing, problems } = await draw(kind, yaml);
  if (drawing === undefined || problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return drawing;
}

/** `line:column code message | hint` of every problem. */
export async function mistakes(kind: string, yaml: string): Promise<string[]> {
  const { problems } = await draw(kind, yaml);
  return problems.map(
    ({ line, column, code, message, hint }) =>
      `${line}:${column} ${code}: ${message}${hint === undefined ? "" : ` | ${hint}`}`,
  );
}
