/**
 * Definitions of links and footnotes belong to a whole file: slides that come together from several files bring theirs along, and two
 * that have one label for different things get one each. Pure.
 */
import type { DefinitionPiece } from "./era-pieces.ts";
import type { Line } from "./lines.ts";

/** A slide's lines and the definitions of the file that it was written in. */
export interface Labelled {
  readonly lines: readonly Line[];
  readonly definitions: readonly DefinitionPiece[];
}

/** The slides with labels that do not collide, and the definitions that they use. */
export interface Gathered {
  readonly slides: readonly (readonly Line[])[];
  readonly definitions: readonly (readonly Line[])[];
}

/** Brings the slides of one era together. */
export function gatherDefinitions(slides: readonly Labelled[]): Gathered {
  /** Label → the text of what it stands for, as first met. */
  const taken = new Map<string, string>();
  const definitions: (readonly Line[])[] = [];
  const texts = slides.map(({ lines, definitions: known }) => {
    const renamed = new Map<string, string>();
    const used = usedBy(lines, known);
    for (const { label, lines: written } of used) {
      const text = textOf(written);
      let name = label;
      for (let n = 2; (taken.get(name) ?? text) !== text; n++) name = `${label}-${n}`;
      if (name !== label) renamed.set(label, name);
    }
    for (const { label, lines: written } of used) {
      const name = renamed.get(label) ?? label;
      if (taken.has(name)) continue;
      taken.set(name, textOf(written));
      definitions.push(rename(written, renamed, name === label ? undefined : label));
    }
    return rename(lines, renamed);
  });
  return { slides: texts, definitions };
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join("\n");

/** The definitions that lines use, and what these use in turn, in the order of the file. */
export function usedBy(
  lines: readonly Line[],
  definitions: readonly DefinitionPiece[],
): readonly DefinitionPiece[] {
  const used = new Set<DefinitionPiece>();
  let shown = textOf(lines).toLowerCase();
  for (let found = true; found;) {
    const more = definitions.filter((one) => !used.has(one) && shown.includes(`[${one.label}]`));
    for (const one of more) used.add(one);
    shown = more
      .map((one) => textOf(one.lines))
      .join("\n")
      .toLowerCase();
    found = more.length > 0;
  }
  return definitions.filter((one) => used.has(one));
}

/** Code in a line, or what stands in brackets, with the mark that may follow a link's text. */
const CODE_OR_BRACKETS = /(`+)[^`](?:.*?[^`])?\1(?!`)|\[([^[\]]*)\](\[[^[\]]*\]|\(|:)?/g;

/** Writes other labels where they are used. @param defines the label whose own definition the lines are */
function rename(
  lines: readonly Line[],
  renamed: ReadonlyMap<string, string>,
  defines?: string,
): readonly Line[] {
  if (renamed.size === 0) return lines;
  let fence: string | undefined;
  return lines.map((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
    if (mark !== undefined && (fence === undefined || line.text.trim().startsWith(fence)))
      fence = fence === undefined ? mark : undefined;
    if (fence !== undefined) return line;
    const text = line.text.replace(
      CODE_OR_BRACKETS,
      (whole: string, _code: string | undefined, inner: string | undefined, after = "") => {
        if (inner === undefined) return whole;
        const label = renamed.get(inner.toLowerCase());
        if (after === ":" && index === 0 && defines !== undefined)
          return label === undefined ? whole : `[${label}]:`;
        if (after.startsWith("[")) {
          const named = after === "[]" ? inner : after.slice(1, -1);
          const other = renamed.get(named.toLowerCase());
          return other === undefined ? whole : `[${inner}][${other}]`;
        }
        if (after === "(" || label === undefined) return whole;
        return (inner.startsWith("^") ? `[${label}]` : `[${inner}][${label}]`) + String(after);
      },
    );
    return text === line.text ? line : { text, from: line.from };
  });
}
