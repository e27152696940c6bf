/** Other keys for citations in a text. Pure. */
import type { Line } from "./lines.ts";

/** @param renamed key as it is written → key as it shall be */
export function renameKeys(lines: readonly Line[], renamed: ReadonlyMap<string, string>): readonly Line[] {
  if (renamed.size === 0) return lines;
  return lines.map((line) => {
    // Inside brackets only: an address may hold an @ too.
    const text = line.text.replace(/\[[^\]\n]*@[^\]\n]*\]/g, (brackets) =>
      brackets.replace(
        /@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_])?)/gu,
        (whole, key: string) => {
          const other = renamed.get(key);
          return other === undefined ? whole : `@${other}`;
        },
      ),
    );
    return text === line.text ? line : { text, from: line.from };
  });
}
