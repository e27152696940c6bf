/** Small helpers for the page. */

/**
 * The element of `index.html` with this id.
 * @throws when the page lacks it or it is of another kind: the template and the player disagree
 */
export function byId<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}`);
  return element;
}

/** Like `byId`, for what only some pages have. */
export const maybeById = (id: string): HTMLElement | undefined => document.getElementById(id) ?? undefined;

/** Sets text only where it changes, so that the page and screen readers are left in peace. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
