/** Decks from plain text, for tests. */
import { loadBlocks } from "../../scripts/blocks/index.ts";
import { showProblem, sortProblems } from "../../scripts/diagnostics.ts";
import type { Deck, DeckFile, DeckFiles, Problem, Slide } from "../../scripts/model.ts";
import { parse, type Parsed } from "../../scripts/source/parse.ts";

/** A deck's folder whose files are the given texts. */
export function filesOf(texts: Readonly<Record<string, string | Uint8Array>>, name = "deck"): DeckFiles {
  const files = new Map<string, DeckFile>();
  for (const [path, text] of Object.entries(texts)) {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    files.set(path, { path, sizeBytes: bytes.length, bytes });
  }
  return { name, files };
}

/** Parses a folder of texts. */
export async function parsed(
  texts: Readonly<Record<string, string | Uint8Array>>,
  name?: string,
): Promise<Parsed & { deck: Deck }> {
  const files = filesOf(texts, name);
  const result = await parse(files, { blocks: await loadBlocks(files) });
  if (result.deck === undefined) throw new Error(shown(result.problems, texts));
  return { ...result, deck: result.deck };
}

/** The slides of one era in a deck with a `deck.yaml`. */
export async function slidesOf(
  era: string,
  others: Readonly<Record<string, string>> = {},
): Promise<readonly Slide[]> {
  const { deck } = await parsed({ "deck.yaml": "title: A deck\n", "01-era.md": era, ...others });
  return deck.eras[0]?.slides ?? [];
}

/** The first slide. */
export async function slideOf(era: string, others?: Readonly<Record<string, string>>): Promise<Slide> {
  const [slide] = await slidesOf(era, others);
  if (slide === undefined) throw new Error("no slide");
  return slide;
}

/** Codes of the problems of one era in a deck with a `deck.yaml`, with their lines. */
export async function codesOf(era: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { problems } = await parsed({ "deck.yaml": "title: A deck\n", "01-era.md": era, ...others });
  return sortProblems(problems).map((p) => `${p.line} ${p.code}`);
}

/** Problems as an author reads them. */
export function shown(
  problems: readonly Problem[],
  texts: Readonly<Record<string, string | Uint8Array>>,
): string {
  const text = (path: string): string | undefined => {
    const source = texts[path];
    return source instanceof Uint8Array ? new TextDecoder().decode(source) : source;
  };
  return sortProblems(problems)
    .map((p) => showProblem(p, text(p.file)))
    .join("\n");
}
