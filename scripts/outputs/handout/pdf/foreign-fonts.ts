/** Whether the fonts of a PDF are the lecture's own. */
import { fontName, unicodeMap } from "../../../pdf/fonts.ts";
import type { FontUse } from "../../../pdf-check/walk.ts";

/** A font that stood in for the lecture's own. */
export interface ForeignFont {
  /** Without the subset's prefix: `DejaVuSans`. */
  readonly name: string;
  /** What it shows, sorted. */
  readonly characters: readonly string[];
}

/**
 * Fonts that are not of the given families: the machine's own stood in for them.
 * @param families as CSS names them: `Source Serif 4`
 */
export function foreignFonts(fonts: readonly FontUse[], families: readonly string[]): ForeignFont[] {
  const own = families.map((family) => family.replaceAll(" ", ""));
  const foreign = new Map<string, Set<string>>();
  for (const { dict, codes } of fonts) {
    const name = fontName(dict);
    if (own.some((family) => name.startsWith(family))) continue;
    const map = unicodeMap(dict);
    const shown = foreign.get(name) ?? new Set();
    for (const code of codes) shown.add(map.get(code) ?? "");
    foreign.set(name, shown);
  }
  return [...foreign]
    .map(([name, shown]) => ({ name, characters: [...shown].filter(isShown).sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isShown = (text: string): boolean => text.trim() !== "" && text !== "\0";
