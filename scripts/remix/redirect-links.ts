/** Links from slide to slide, `[text](#/era/slide)`: they lead to where the slides stand in the course. Pure. */
import type { Line } from "./lines.ts";
import type { PickedSlide } from "./pick.ts";

/** A link to a slide, or a definition of one. */
const LINK = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(#\/([^)\s]+)((?:\s[^)]*)?)\)|^(\s{0,3}\[[^\]]+\]:\s*#\/)(\S+)/g;

/**
 * Writes links anew. One to a slide that is not in the course keeps its words and loses its target.
 * @param ids slide of the course → its full id
 * @param lost told the target of each link that is left out
 */
export function redirectLinks(
  lines: readonly Line[],
  { source: { deck, path } }: PickedSlide,
  ids: ReadonlyMap<PickedSlide, string>,
  lost: (target: string) => void,
): readonly Line[] {
  if (!lines.some(({ text }) => text.includes("#/"))) return lines;
  const targets = new Map<string, string>();
  for (const [{ source }, fullId] of ids) {
    if (source.deck !== deck || (deck === undefined && source.path !== path)) continue;
    const era = source.fullId.slice(0, Math.max(0, source.fullId.indexOf("/")));
    const aliases = (source.slide?.aliases ?? []).map((alias) =>
      alias.includes("/") ? alias : `${era}/${alias}`,
    );
    for (const name of [source.fullId, ...aliases, source.id, era])
      if (!targets.has(name)) targets.set(name, fullId);
  }
  return lines.map((line) => {
    const text = line.text.replace(
      LINK,
      (whole: string, words: string | undefined, target = "", title = "", start = "", defined = "") => {
        const name = words === undefined ? defined : target;
        // The course's own slides may link to whatever the course holds.
        const found = targets.get(decoded(name)) ?? (deck === undefined ? name : undefined);
        if (words === undefined) return found === undefined ? whole : `${start}${found}`;
        if (found !== undefined) return `[${words}](#/${found}${title})`;
        lost(name);
        return words;
      },
    );
    return text === line.text ? line : { text, from: line.from };
  });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
