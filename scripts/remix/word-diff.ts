/** Shows what changed in a text, word by word. */
import { diffComm } from "node-diff3";
import { MAX_COMPARED, wordsOf } from "./words.ts";

/** A stretch of two texts: the same in both, or what one has in the other's place. */
export interface Difference {
  readonly kind: "same" | "old" | "new";
  readonly text: string;
}

/** The differences between two texts, in order. The "same" and "old" ones joined are the old text, "same" and "new" the new one. */
export function wordDifferences(before: string, after: string): Difference[] {
  const cuts = [wordsOf, linesIn, (text: string) => [text]];
  const cut =
    cuts.find((cut) => [before, after].every((text) => cut(text).length <= MAX_COMPARED)) ?? linesIn;
  const found: Difference[] = [];
  const add = (kind: Difference["kind"], words: readonly string[] = []): void => {
    if (words.length > 0) found.push({ kind, text: words.join("") });
  };
  for (const { common, buffer1, buffer2 } of diffComm(cut(before), cut(after))) {
    add("same", common);
    add("old", buffer1);
    add("new", buffer2);
  }
  return found;
}

const linesIn = (text: string): string[] => text.split(/(?<=\n)/);

/** How a stretch that went or came is set off, such as with colours. */
export type Paint = (kind: "old" | "new", text: string) => string;

/** `[-old-]{+new+}`, as `git diff --word-diff` writes it. */
export const plainPaint: Paint = (kind, text) => (kind === "old" ? `[-${text}-]` : `{+${text}+}`);

/** The same in red and green (ECMA-48, "select graphic rendition"). */
export const colourPaint: Paint = (kind, text) =>
  `\u001B[${kind === "old" ? 31 : 32}m${plainPaint(kind, text)}\u001B[39m`;

/** Stands for what is the same and not shown. */
const LEFT_OUT = "…";
/** How much of what is the same is shown beside a change, in characters: a paragraph of narration is one long line. */
const BESIDE = 60;

/**
 * The lines in which two texts differ, with the changes set off.
 * @returns nothing when the texts are the same
 */
export function showWordDiff(before: string, after: string, paint: Paint = plainPaint): string[] {
  if (before === after) return [];
  const lines: Difference[][] = [[]];
  for (const { kind, text } of wordDifferences(before, after))
    for (const [index, piece] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (piece !== "") lines.at(-1)?.push({ kind, text: piece });
    }
  const out: string[] = [];
  for (const line of lines) {
    if (line.some(({ kind }) => kind !== "same")) out.push(showLine(line, paint));
    else if (line.some(({ text }) => text.trim() !== "") && out.at(-1) !== LEFT_OUT) out.push(LEFT_OUT);
  }
  if (out.at(-1) === LEFT_OUT) out.pop();
  return out.length > 0 ? out : ["(only line breaks)"];
}

function showLine(line: readonly Difference[], paint: Paint): string {
  const shown = line.map(({ kind, text }, index) =>
    kind === "same" ? shortened(text, index > 0, index < line.length - 1) : setOff(kind, text, paint),
  );
  return shown.join("").trim();
}

/** What is the same in a line, as far as it stands beside a change. */
function shortened(text: string, after: boolean, before: boolean): string {
  if (text.length <= 2 * BESIDE) return text;
  const head = after ? text.slice(0, BESIDE).replace(/\S*$/, "") : "";
  const tail = before ? text.slice(-BESIDE).replace(/^\S*/, "") : "";
  return `${head}${LEFT_OUT}${tail}`;
}

/** The spaces before a word stay outside the marks. */
function setOff(kind: "old" | "new", piece: string, paint: Paint): string {
  const [, space = "", words = ""] = /^(\s*)([^]*)$/.exec(piece) ?? [];
  return space + paint(kind, words);
}
