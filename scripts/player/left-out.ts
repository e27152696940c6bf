/** What a short lecture leaves out, and what is shown instead. Pure. */

/**
 * The slide that is shown instead of one that a link names; undefined where what it names is not left out.
 * @param name a full id, an alias, an era's id, or a slide's part alone; maybe with a step after it
 * @param instead full ids, full aliases and ids of eras → full id of the slide that is shown instead
 */
export function substituteOf(name: string, instead: Readonly<Record<string, string>>): string | undefined {
  const bare = name.replace(/^([^/]+\/[^/]+)\/\d{1,4}$/, "$1");
  if (Object.hasOwn(instead, bare)) return instead[bare];
  if (bare.includes("/")) return undefined;
  const same = Object.entries(instead).filter(([id]) => id.slice(id.indexOf("/") + 1) === bare);
  return same.length === 1 ? same[0]?.[1] : undefined;
}
