/**
 * Takes over what changed upstream into a slide that was changed here as well: a three-way merge. Content is merged by
 * lines; narration and notes, where a line is a paragraph, by words. What both changed stands between marks, as git writes them.
 */
import { diff3Merge } from "node-diff3";
import { makeMarkdown } from "../source/markdown.ts";
import { MAX_COMPARED, wordsOf } from "./words.ts";

/** The three versions of a slide's text; line ends are `\n`. */
export interface Versions {
  /** What both grew from. */
  readonly base: string;
  /** As it stands here. */
  readonly ours: string;
  /** As it stands upstream. */
  readonly theirs: string;
}

/** What the two sides of a conflict are called. */
export interface Labels {
  readonly ours: string;
  readonly theirs: string;
}

/** A merged slide. */
export interface Merged {
  readonly text: string;
  /** How many places both sides changed differently. */
  readonly conflicts: number;
}

/** Merges. Text outside conflicts keeps every space and line end of the version it comes from. */
export function mergeSlide(versions: Versions, labels: Labels): Merged {
  const { base, ours, theirs } = versions;
  if (ours === theirs || theirs === base) return { text: ours, conflicts: 0 };
  if (ours === base) return { text: theirs, conflicts: 0 };
  const parts = { base: partsOf(base), ours: partsOf(ours), theirs: partsOf(theirs) };
  let text = "";
  let conflicts = 0;
  for (const name of PARTS) {
    const part = { base: parts.base[name], ours: parts.ours[name], theirs: parts.theirs[name] };
    const pieces = mergeLines(
      { base: part.base.body, ours: part.ours.body, theirs: part.theirs.body },
      name !== "content",
    );
    if (pieces.length === 0) continue;
    conflicts += pieces.filter((piece) => typeof piece !== "string").length;
    if (text !== "" && !text.endsWith("\n")) text += "\n\n";
    text += pieces.map((piece) => show(piece, labels)).join("\n");
    text += part.ours.gap === part.base.gap ? part.theirs.gap : part.ours.gap;
  }
  return { text, conflicts };
}

const PARTS = ["content", "narration", "notes"] as const;

/** A part of a slide with its label, and the line ends after it. */
interface Part {
  readonly body: string;
  readonly gap: string;
}

/** Cuts a slide's text at its labels. */
function partsOf(text: string): Readonly<Record<(typeof PARTS)[number], Part>> {
  const lines = text.split(/(?<=\n)/);
  const labels = makeMarkdown()
    .blocks(text)
    .tokens.filter(({ type, level }) => type === "section" && level === 0);
  const lineOf = (info: string): number =>
    labels.find((token) => token.info === info)?.map?.[0] ?? lines.length;
  const notes = lineOf("note");
  const narration = Math.min(lineOf("narration"), notes);
  const part = (from: number, to?: number): Part => {
    const whole = lines.slice(from, to).join("");
    const end = whole.indexOf("\n", whole.trimEnd().length);
    const body = end === -1 ? whole : whole.slice(0, end);
    return { body, gap: whole.slice(body.length) };
  };
  return { content: part(0, narration), narration: part(narration, notes), notes: part(notes) };
}

/** In which parts two versions of a slide differ, in the order in which they stand. */
export function differingParts(one: string, other: string): string[] {
  const [a, b] = [partsOf(one), partsOf(other)];
  return PARTS.filter((name) => a[name].body !== b[name].body);
}

/** Merged text, or a conflict; without the last line end. */
type Piece = string | { readonly ours: string; readonly theirs: string };

const linesIn = (text: string): string[] => (text === "" ? [] : text.split("\n"));

const isTooLong = ({ base, ours, theirs }: Versions, cut: (text: string) => readonly string[]): boolean =>
  [base, ours, theirs].some((text) => cut(text).length > MAX_COMPARED);

function mergeLines(versions: Versions, byWords: boolean): Piece[] {
  const { base, ours, theirs } = versions;
  if (isTooLong(versions, linesIn))
    return [ours === base ? theirs : theirs === base || ours === theirs ? ours : { ours, theirs }];
  return diff3Merge(linesIn(ours), linesIn(base), linesIn(theirs)).flatMap((region): Piece | [] => {
    if (region.conflict === undefined) return (region.ok ?? []).join("\n");
    const { a, o, b } = region.conflict;
    const conflict = { ours: a.join("\n"), base: o.join("\n"), theirs: b.join("\n") };
    const merged = byWords && !isTooLong(conflict, wordsOf) ? mergeWords(conflict) : conflict;
    return merged === "" ? [] : merged;
  });
}

/** Lines that both sides changed, merged by words. Where that fails too, each side of the conflict has whatever could be merged. */
function mergeWords({ base, ours, theirs }: Versions): Piece {
  const regions = diff3Merge(wordsOf(ours), wordsOf(base), wordsOf(theirs));
  const side = (which: "a" | "b"): string =>
    regions.map((region) => (region.ok ?? region.conflict?.[which] ?? []).join("")).join("");
  const merged = { ours: side("a"), theirs: side("b") };
  return merged.ours === merged.theirs ? merged.ours : merged;
}

function show(piece: Piece, labels: Labels): string {
  if (typeof piece === "string") return piece;
  const side = (text: string): string => (text === "" ? "" : `${text}\n`);
  return `<<<<<<< ${labels.ours}\n${side(piece.ours)}=======\n${side(piece.theirs)}>>>>>>> ${labels.theirs}`;
}
