/** Files of the site that a piece of a page shows or runs. */

/** What names one file. */
const ATTRIBUTES = ["src", "href", "poster", "data-background-image", "data-background-video", "xlink:href"];
/** Where files of the site lie besides its pages. */
const INSIDE = /^(?:assets|audio)\//;

/** Paths relative to the site, as they are written in the site's folder. */
export function pageFiles(root: ParentNode): string[] {
  const named = [...root.querySelectorAll("*")].flatMap((element) =>
    ATTRIBUTES.flatMap((name) => element.getAttribute(name) ?? [])
      // Each candidate is an address, and maybe a width after it (HTML, 4.8.4.2.1).
      .concat((element.getAttribute("srcset") ?? "").split(/\s+|,\s/))
      .concat(styleUrls(element.getAttribute("style") ?? "")),
  );
  const paths = named.map((url) => url.split(/[?#]/)[0] ?? "").filter((url) => INSIDE.test(url));
  return [...new Set(paths.map(decodeURIComponent))];
}

const styleUrls = (style: string): string[] =>
  [...style.matchAll(/url\(["']?([^"')]+)/g)].map(([, url = ""]) => url);
