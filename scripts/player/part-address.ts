/** Addresses of parts: written so that they can be read. Pure. */

/**
 * The address of a part of a page's lecture; of the page alone where nothing is selected.
 * @param page `index.html`, say
 * @param only as `selectionOf` writes it
 * @param title the part's own
 */
export function partAddress(page: string, only: string, title?: string): string {
  if (only === "") return page;
  // Slashes and commas may stand in a query as they are (RFC 3986, 3.4), and are easier to read so.
  const names = encodeURIComponent(only).replaceAll("%2F", "/").replaceAll("%2C", ",");
  return `${page}?only=${names}${title === undefined || title === "" ? "" : `&title=${encodeURIComponent(title)}`}`;
}
