/** Folders without `deck.yaml`: plain Markdown, and decks made for reveal-md. */
import { warning } from "../diagnostics.ts";
import type { DeckFiles, DeckMeta, Era, Problem } from "../model.ts";
import { themeNames } from "../render/themes.ts";
import { titled } from "./eras.ts";
import { deckSchema, REVEAL_KEYS, type DeckYaml } from "./schema.ts";

/** What the front matter of a plain file says: an era's keys, a deck's and reveal-md's. */
type PlainFront = Readonly<Record<string, unknown>>;

/** One warning for what reveal-md would have read and we do not; gives the separators that are HTML comments. */
export function readRevealKeys(file: string, value: PlainFront, problems: Problem[]): string[] {
  const text = (key: string): string => (typeof value[key] === "string" ? value[key] : "");
  const comments = ["separator", "verticalSeparator"].flatMap(
    (key) => /<!--.*-->/.exec(text(key))?.[0] ?? [],
  );
  // A pattern of dashes is what ends a slide here anyway.
  const isRead = (key: string): boolean =>
    key === "theme"
      ? themeNames.includes(text(key))
      : key.toLowerCase().endsWith("separator") &&
        key !== "notesSeparator" &&
        (/<!--.*-->/.test(text(key)) || /^\W*-{3,}\W*$/.test(text(key).replaceAll(/\\[rn]/g, "")));
  const skipped = [...REVEAL_KEYS, "theme"].filter((key) => value[key] !== undefined && !isRead(key));
  if (skipped.length > 0) {
    const hint = "they can stay: they are for reveal-md alone";
    problems.push(
      warning(
        "reveal-md-keys",
        { file, line: 1, column: 1 },
        `these keys of reveal-md say nothing here: ${skipped.join(", ")}`,
        { hint },
      ),
    );
  }
  return comments;
}

/**
 * The data of a folder without `deck.yaml`: the first front matter that gives a key gives it for the deck. Minutes are an era's own where there are
 * several.
 */
export function plainDeck(files: DeckFiles, fronts: readonly PlainFront[]): DeckYaml {
  const title = fronts.length === 1 ? fronts[0]?.["title"] : undefined;
  const own = new Set(fronts.length === 1 ? ["title"] : ["title", "minutes"]);
  const given: Record<string, unknown> = {};
  for (const front of fronts) {
    for (const [key, value] of Object.entries(front))
      if (value !== undefined && !own.has(key) && Object.hasOwn(deckSchema.shape, key)) given[key] ??= value;
  }
  if (!themeNames.includes(String(given["theme"]))) delete given["theme"];
  const read = deckSchema.safeParse({ ...given, title: title ?? (titled(files.name) || files.name) });
  return read.success ? read.data : deckSchema.parse({ title: titled(files.name) || "Lecture" });
}

/** A plain folder of one file without a title takes its first heading. */
export function titledMeta(
  meta: DeckMeta,
  strict: boolean,
  eras: readonly Era[],
  files: DeckFiles,
): DeckMeta {
  if (strict || eras.length !== 1 || meta.title !== (titled(files.name) || files.name)) return meta;
  const heading = eras[0]?.slides[0]?.title;
  return heading === undefined || heading === "" ? meta : { ...meta, title: heading };
}
