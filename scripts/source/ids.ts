/** Ids: how names become ids, and how ids stay unique. */

/**
 * The id that words give: letters, marks and digits of every script in lower case, all else a single hyphen.
 * The same words give the same id everywhere: no locale is asked.
 */
export function slug(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** What an author may write as an id. Two hyphens in a row are left out: they join the parts of ids on the page. */
export const ID_PATTERN = /^(?!.*--)[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;

/** Hands out ids that are free. */
export interface FreeIds {
  readonly take: (id: string) => void;
  readonly has: (id: string) => boolean;
  /** Takes `base`, or `base-2`, `base-3` …: the first that is free. */
  readonly free: (base: string) => string;
}

/**
 * Makes a set of ids, empty at first.
 * @param blank what ids without a base are called; they begin with `-2`, so that none looks chosen
 */
export function makeFreeIds(blank: string): FreeIds {
  const taken = new Set<string>();
  /** The next number to try for a base: the ones before are taken. */
  const next = new Map<string, number>();
  return {
    take: (id) => void taken.add(id),
    has: (id) => taken.has(id),
    free: (base) => {
      let id = base;
      if (base === "" || taken.has(base)) {
        let n = next.get(base) ?? 2;
        while (taken.has((id = `${base === "" ? blank : base}-${n}`))) n++;
        next.set(base, n + 1);
      }
      taken.add(id);
      return id;
    },
  };
}

/** The id on the page of an element of a slide; a `/` in its name joins as the other parts do. */
export function elementId(fullId: string, name: string): string {
  return `${fullId}/${name}`.replaceAll("/", "--");
}
