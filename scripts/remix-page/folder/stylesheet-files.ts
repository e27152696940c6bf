/** Files that a stylesheet names. Pure. */

/**
 * Paths relative to the site, each once.
 * @param path of the stylesheet, relative to the site
 */
export function stylesheetFiles(path: string, css: string): string[] {
  const folder = new URL(path, "https://site/");
  const named = [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]+))\s*\)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
  const found = named.filter((url) => url !== "" && !/^(?:[a-z]+:|#)/i.test(url));
  return [...new Set(found.map((url) => decodeURIComponent(new URL(url, folder).pathname.slice(1))))];
}
