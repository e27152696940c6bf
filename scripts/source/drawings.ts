/** Author blocks: fences such as `map` and `timeline`, whose YAML becomes a drawing. */
import { blockKinds, type Blocks } from "../blocks/index.ts";
import { nearest, warning } from "../diagnostics.ts";
import type { At, Dated, Problem } from "../model.ts";
import { plainClasses } from "./markdown/step-classes.ts";
import type { Names } from "./names.ts";
import { readYaml } from "./yaml.ts";

/** What drawing needs of the slide; `problems` is added to. */
export interface DrawingContext {
  readonly blocks: Blocks;
  readonly names: Names;
  /** BCP 47. */
  readonly language: string;
  readonly problems: Problem[];
}

/** A fence as the author wrote it. */
export interface WrittenFence {
  /** The word after the fence. */
  readonly kind: string;
  readonly content: string;
  readonly name: string | undefined;
  readonly classes: readonly string[];
  /** Where the fence begins. */
  readonly at: At;
  /** Columns that every line of the content is indented by. */
  readonly indent: number;
}

/** A drawing as it stands in the slide. */
export interface DrawnFence {
  readonly html: string;
  readonly id: string;
  readonly description: string;
  readonly dates: readonly Dated[];
}

/** Draws a fence; undefined when it is plain code. */
export function drawFence(fence: WrittenFence, context: DrawingContext): DrawnFence | undefined {
  const { names, problems } = context;
  const block = context.blocks.get(fence.kind);
  if (block === undefined) {
    const meant = nearest(fence.kind, blockKinds);
    if (meant !== undefined && meant !== fence.kind) {
      const details = { hint: `did you mean "${meant}"?`, length: 3 + fence.kind.length };
      problems.push(warning("unknown-block", fence.at, `"${fence.kind}" is shown as code`, details));
    }
    return undefined;
  }
  const { name, id } =
    fence.name === undefined
      ? names.derive(fence.kind)
      : { name: fence.name, id: names.claim(fence.name, fence.at) };
  const start = { ...fence.at, line: fence.at.line + 1, column: 1 + fence.indent };
  const yaml = readYaml(fence.content, start, block.schema, fence.indent);
  problems.push(...yaml.problems);
  if (yaml.value === undefined) return { html: "", id, description: "", dates: [] };
  const drawn = block.draw(yaml.value, {
    id,
    name,
    language: context.language,
    at: fence.at,
    locate: yaml.at,
  });
  problems.push(...drawn.problems);
  const { svg, parts, description, dates = [] } = drawn.drawing;
  names.parts(
    parts.map((part) =>
      part.name.startsWith(`${name}/`) ? part : Object.assign({}, part, { name: `${name}/${part.name}` }),
    ),
  );
  const classes = plainClasses(fence.classes);
  return { html: `${withClasses(svg, classes)}\n`, id, description, dates };
}

function withClasses(svg: string, classes: readonly string[]): string {
  return classes.length === 0 ? svg : svg.replace(/^(<svg\b[^>]*?\sclass=")/, `$1${classes.join(" ")} `);
}
