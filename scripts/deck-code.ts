/**
 * A deck's own templates and CSS. They are code: used only for a deck that the user trusts, and said to be left
 * out otherwise.
 */
import { error, nearest, suggestion, warning } from "./diagnostics.ts";
import type { DeckFile, DeckFiles, Problem } from "./model.ts";
import type { Tools } from "./outputs/tools.ts";
import {
  builtInTemplates,
  isDeckTemplate,
  withDeckTemplates,
  type Template,
  type Templates,
} from "./render/templates.ts";

/** The code of a deck that is used, and what was ignored. */
export interface DeckCode {
  /** What outputs get of it. */
  readonly tools: Pick<Tools, "templates" | "deckStyles">;
  readonly problems: readonly Problem[];
}

/** CSS that stands in the deck's own `templates/` folder, wherever in it. */
const isDeckStyle = (path: string): boolean => /^templates\/.+\.css$/.test(path);

/**
 * Finds and, for a trusted deck, compiles a deck's own templates and styles.
 * @param trusted whether the user said so, by `--trust`
 */
export async function deckCode(source: DeckFiles, trusted: boolean): Promise<DeckCode> {
  const templates = [...source.files.values()].filter((file) => isDeckTemplate(file.path));
  const styles = [...source.files.values()].filter((file) => isDeckStyle(file.path));
  if (!trusted) return { tools: {}, problems: [...templates, ...styles].map(leftOut) };
  const deckStyles = styles.map(textOf).join("\n");
  const tools = deckStyles === "" ? {} : { deckStyles };
  if (templates.length === 0) return { tools, problems: [] };
  try {
    const compiled = await withDeckTemplates(new Map(templates.map((file) => [file.path, textOf(file)])));
    return { tools: { ...tools, templates: guarded(compiled) }, problems: [] };
  } catch (cause) {
    const at = { file: templates[0]?.path ?? "templates", line: 1, column: 1 };
    return { tools, problems: [error("bad-template", at, messageOf(cause))] };
  }
}

/** A template of the deck's own failed while a slide was rendered: the author's mistake, with its place. */
export class BadTemplate extends Error {
  override readonly name = "BadTemplate";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Makes the deck's own layouts throw `BadTemplate` where they name a field that a slide lacks. */
function guarded(templates: Templates): Templates {
  const layouts = Object.entries(templates.layouts).map(([name, template]): [string, Template] => {
    if (template === builtInTemplates.layouts[name]) return [name, template];
    const file = `templates/layouts/${name}.hbs`;
    return [
      name,
      (context, options) => {
        try {
          return template(context, options);
        } catch (cause) {
          throw new BadTemplate(misspelt(cause, file, context));
        }
      },
    ];
  });
  return { ...templates, layouts: Object.fromEntries(layouts) };
}

/** Handlebars writes `"titel" not defined in [object Object] - 1:11`, columns from 0. */
function misspelt(cause: unknown, file: string, context: unknown): Problem {
  const [, field, line, column] = /^"([^"]+)" not defined in .* - (\d+):(\d+)$/.exec(messageOf(cause)) ?? [];
  if (field === undefined) return error("bad-template", { file, line: 1, column: 1 }, messageOf(cause));
  const at = { file, line: Number(line), column: Number(column) + 1 };
  const fields = typeof context === "object" && context !== null ? Object.keys(context).sort() : [];
  const hint =
    nearest(field, fields) === undefined ? `fields: ${fields.join(", ")}` : suggestion(field, fields);
  return error(
    "bad-template",
    at,
    `there is no field "${field}" here`,
    hint === undefined ? {} : { hint, length: field.length },
  );
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const textOf = (file: DeckFile): string => new TextDecoder().decode(file.bytes);

function leftOut(file: DeckFile): Problem {
  return warning(
    "untrusted-code",
    { file: file.path, line: 1, column: 1 },
    "the deck's own templates and styles are left out",
    {
      hint: "they are code: add --trust if you know who wrote them",
    },
  );
}
