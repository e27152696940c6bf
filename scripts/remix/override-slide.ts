/** Writes a slide as a course wants it: its Markdown with what the course puts in its place. Pure. */
import type { At } from "../model.ts";
import { readAttributes, type Attributes } from "../source/markdown/attributes.ts";
import { plainClasses } from "../source/markdown/step-classes.ts";
import type { EntryYaml } from "./course-schema.ts";
import type { SlidePieces } from "./era-pieces.ts";
import { joined, linesInYaml, trimmed, type Line } from "./lines.ts";

/** The keys of an entry that change a slide. */
export type Overrides = Pick<
  EntryYaml,
  "title" | "layout" | "account" | "minutes" | "narration" | "notes" | "content" | "append" | "steps"
>;

/** What the heading's braces must say besides. */
export interface WrittenSettings {
  readonly id: string;
  /** For a slide whose layout follows from where it stood. */
  readonly layout?: string | undefined;
  readonly account?: string | undefined;
  /** Earlier ids, besides those that the slide has. */
  readonly aliases: readonly string[];
}

/** Where the values of an entry stand. */
export interface OverridePlaces {
  /** The place of a key's value. */
  readonly at: (key: keyof Overrides) => At;
  /** The lines of the course's file. */
  readonly lines: readonly string[];
}

/**
 * Writes the slide.
 * @param overrides what the course writes; values that are not given stay as they are
 */
export function overrideSlide(
  pieces: SlidePieces,
  overrides: Overrides,
  settings: WrittenSettings,
  places: OverridePlaces,
): Line[] {
  const still = (lines: readonly Line[]): readonly Line[] =>
    overrides.steps === false ? lines.map(withoutSteps) : lines;
  const own = (key: "content" | "append" | "narration" | "notes"): Line[] =>
    linesInYaml((overrides[key] ?? "").trimEnd(), places.at(key), places.lines);
  const section = (label: string, key: "narration" | "notes", written: readonly Line[]): readonly Line[] => {
    if (overrides[key] === undefined)
      return key === "narration" && overrides.steps === false ? written.map(silent) : written;
    const text = trimmed(own(key));
    const [first] = text;
    return first === undefined ? [] : [{ text: label, from: first.from }, ...text];
  };
  return joined(
    pieces.before,
    headingLines(pieces, overrides, settings, places),
    overrides.content === undefined ? still(pieces.content) : own("content"),
    overrides.append === undefined ? [] : own("append"),
    section("Narration:", "narration", pieces.narration),
    section("Note:", "notes", pieces.notes),
  );
}

function headingLines(
  { heading, first }: SlidePieces,
  { title, layout, account, minutes, content }: Overrides,
  settings: WrittenSettings,
  { at }: OverridePlaces,
): readonly Line[] {
  const { id, classes, pairs } = heading?.attributes ?? { classes: [], pairs: [] };
  const set = new Map(pairs);
  // A layout that follows from the content follows from the new content.
  const usual = content === undefined ? settings.layout : undefined;
  const aliases = [...(set.get("aliases")?.split(/[\s,]+/) ?? []), ...settings.aliases];
  const wanted = {
    layout: layout ?? set.get("layout") ?? usual,
    account: account ?? settings.account,
    minutes: minutes === undefined ? undefined : String(minutes),
    aliases: aliases.length === 0 ? undefined : [...new Set(aliases)].join(" "),
  };
  for (const [key, value] of Object.entries(wanted)) if (value !== undefined) set.set(key, value);
  const attributes: Attributes = { id: settings.id, classes, pairs: [...set] };
  const same =
    id === settings.id &&
    title === undefined &&
    set.size === pairs.length &&
    pairs.every(([key, value]) => set.get(key) === value);
  if (heading !== undefined && same) return heading.lines;
  const text = title ?? heading?.text ?? "";
  const key = account === undefined ? (title === undefined ? undefined : "title") : "account";
  const from = key === undefined ? (heading?.lines[0] ?? first).from : placed(at(key));
  const marks = "#".repeat(heading?.level ?? 2);
  return [{ text: [marks, text, writeAttributes(attributes)].filter((part) => part !== "").join(" "), from }];
}

const placed = ({ file, line, column }: At): Line["from"] => ({ file, line, column });

/** Attributes in braces, as `readAttributes` reads them. */
export function writeAttributes({ id, classes, pairs }: Attributes): string {
  const bare = /^[^\s{}"']+$/;
  const items = [
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.map((name) => `.${name}`),
    ...pairs.map(([key, value]) =>
      bare.test(value) ? `${key}=${value}` : value.includes('"') ? `${key}='${value}'` : `${key}="${value}"`,
    ),
  ];
  return items.length === 0 ? "" : `{${items.join(" ")}}`;
}

/** Classes that make an element wait, taken from a line: in braces, and in reveal.js's comments. */
function withoutSteps({ text, from }: Line): Line {
  const braces = text.replace(/[ \t]*\{[^{}]*\}/g, (found) => {
    const start = found.indexOf("{");
    const read = readAttributes(found, start);
    if (read === undefined || read.to !== found.length) return found;
    const { classes } = read.attributes;
    const kept = plainClasses(classes);
    if (kept.length === classes.length) return found;
    const written = writeAttributes({ ...read.attributes, classes: kept });
    return written === "" ? "" : found.slice(0, start) + written;
  });
  const comments = braces.replace(
    /(<!--\s*\.element:[^>]*class=")([^"]*)("[^>]*-->)/g,
    (_, before, classes, after) =>
      [before, plainClasses(String(classes).split(/\s+/)).join(" "), after].join(""),
  );
  return { text: comments, from };
}

/** Cues that change the slide, taken from a line of narration. */
const silent = ({ text, from }: Line): Line => ({
  text: text.replace(/(?<!\\)\[(?:click|(?:show|hide|focus)[ \t]+[^\]\n]+)\](?!\()[ \t]?/g, ""),
  from,
});

/** What a course changes in a slide, in the words of credits; undefined when nothing. */
export function changesOf({ changes, ...entry }: Overrides & Pick<EntryYaml, "changes">): string | undefined {
  if (changes !== undefined) return changes;
  const named = (
    [
      ["title", "title"],
      ["content", "content"],
      ["append", "content"],
      ["narration", "narration"],
      ["notes", "notes"],
    ] as const
  ).flatMap(([key, word]) => (entry[key] === undefined ? [] : [word]));
  const words = [...new Set(named)];
  const parts = [
    ...(words.length > 0 ? [`${words.join(", ")} changed`] : []),
    ...(entry.steps === false ? ["steps dropped"] : []),
  ];
  return parts.length === 0 ? undefined : parts.join("; ");
}
