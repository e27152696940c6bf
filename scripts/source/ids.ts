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

/** `base`, or `base-2`, `base-3` …: the first that is free. */
export function freeId(base: string, taken: { has: (id: string) => boolean }): string {
  if (base !== "" && !taken.has(base)) return base;
  for (let n = 2; ; n++) {
    const id = `${base === "" ? "slide" : base}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** The id on the page of an element of a slide; a `/` in its name joins as the other parts do. */
export function elementId(fullId: string, name: string): string {
  return `${fullId}/${name}`.replaceAll("/", "--");
}
