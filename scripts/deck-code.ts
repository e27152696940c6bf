/**
 * A deck's own templates and CSS. They are code: used only for a deck that the user trusts, and said to be left
 * out otherwise.
 */
import { error, warning } from "./diagnostics.ts";
import type { DeckFile, DeckFiles, Problem } from "./model.ts";
import type { Tools } from "./outputs/tools.ts";
import { isDeckTemplate, withDeckTemplates } from "./render/templates.ts";

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
    return { tools: { ...tools, templates: compiled }, problems: [] };
  } catch (cause) {
    const at = { file: templates[0]?.path ?? "templates", line: 1, column: 1 };
    return {
      tools,
      problems: [error("bad-template", at, cause instanceof Error ? cause.message : String(cause))],
    };
  }
}

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
