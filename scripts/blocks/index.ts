/**
 * The kinds of fenced blocks that an author can draw with. A new kind is one file, its CSS in
 * `templates/blocks/KIND.css`, one golden case and one line in `loaders`.
 */
import type { ZodType } from "zod";
import type { At, DeckFiles, Drawing, Problem } from "../model.ts";

/** What a block knows about where it stands. */
export interface BlockContext {
  /** Id of the drawing on the page: `era--slide--june-1950`. Its parts are `era--slide--june-1950--pyongyang`. */
  readonly id: string;
  /** What cues call the drawing: `june-1950`. Its parts are `june-1950/pyongyang`. The last part of `id` when absent. */
  readonly name?: string;
  /** BCP 47, of the deck. */
  readonly language: string;
  /** Where the block begins; the place of its problems when `locate` is absent. */
  readonly at: At;
  /** The place of a value of the block's YAML, by its path of keys and indexes (`YamlResult.at`). */
  readonly locate?: (path: readonly PropertyKey[]) => At;
}

/** One kind of block: YAML checked by `schema` becomes one drawing. Drawing is pure and never throws for an author's mistake. */
export interface Block<T> {
  readonly kind: string;
  /** Its descriptions are the author reference. */
  readonly schema: ZodType<T>;
  draw(spec: T, context: BlockContext): { readonly drawing: Drawing; readonly problems: readonly Problem[] };
}

/** The kinds that a deck uses, by the word after the fence. */
export type Blocks = ReadonlyMap<string, Block<unknown>>;

const loaders: Readonly<Record<string, () => Promise<Block<unknown>>>> = {
  map: async () => (await import("./map.ts")).loadMapBlock(),
  timeline: async () => (await import("./timeline.ts")).timelineBlock,
};

/** Every kind there is, for messages and for the reader of fences. */
export const blockKinds: readonly string[] = Object.keys(loaders);

/** Imports the kinds whose fences occur in the deck's Markdown; a deck without blocks pays for none. */
export async function loadBlocks(files: DeckFiles): Promise<Blocks> {
  const found = new Set<string>();
  for (const [path, file] of files.files) {
    if (file.bytes === undefined || !/\.(?:md|markdown)$/i.test(path)) continue;
    if (!hasFence(file.bytes)) continue;
    for (const kind of fencedKinds(new TextDecoder().decode(file.bytes))) found.add(kind);
  }
  return await blocksOf(blockKinds.filter((kind) => found.has(kind)));
}

/** Imports the named kinds; names that are no kind are left out. */
export async function blocksOf(kinds: readonly string[]): Promise<Blocks> {
  const loaded = await Promise.all(
    kinds.map(async (kind) => {
      const load = Object.hasOwn(loaders, kind) ? loaders[kind] : undefined;
      return load === undefined ? undefined : ([kind, await load()] as const);
    }),
  );
  return new Map(loaded.filter((entry) => entry !== undefined));
}

/** Most files have none, and bytes are looked through much faster than a text is matched. */
function hasFence({ buffer, byteOffset, byteLength }: Uint8Array): boolean {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  return bytes.includes("```") || bytes.includes("~~~");
}

/** Words after opening fences. A superset: a fence inside a longer one counts too, which only loads a module for nothing. */
function fencedKinds(markdown: string): string[] {
  return [...markdown.matchAll(/^[ \t>*+-]*(?:`{3,}|~{3,})[ \t]*(?:\{\s*\.)?([a-z]+)/gm)].map(
    (match) => match[1] ?? "",
  );
}
