/** Every way to name a slide in the deck's own files. */
import type { Era } from "../model.ts";

/** Full ids, aliases, and the slide's part alone where only one slide has it → the full id. */
export function slideNames(eras: readonly Era[]): Map<string, string> {
  const slides = eras.flatMap((era) => era.slides);
  const names = new Map<string, string>();
  const count = new Map<string, number>();
  for (const { id } of slides) count.set(id, (count.get(id) ?? 0) + 1);
  for (const { id, fullId } of slides) if (count.get(id) === 1) names.set(id, fullId);
  for (const { id, fullId, aliases } of slides) {
    const era = fullId.slice(0, -id.length - 1);
    for (const alias of aliases) names.set(alias.includes("/") ? alias : `${era}/${alias}`, fullId);
  }
  for (const { fullId } of slides) names.set(fullId, fullId);
  return names;
}
