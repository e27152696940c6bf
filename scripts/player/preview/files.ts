/** Shows files of the site that have become others under their old names: pictures, and the look. */
import type { ColumnData } from "../data.ts";
import type { Renewable } from "./change.ts";

/** Takes the new files. Their addresses get a number, since the page keeps what it has loaded under an address. */
export function renewFiles(page: Renewable, paths: readonly string[], version: number): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'))
    if (paths.includes(pathOf(link.href))) renewStyles(link, version);
  const media = paths.filter((path) => !path.endsWith(".css"));
  const { renew, index, columns } = page;
  if (media.length === 0 || renew === undefined) return;
  const replaced = new Map<number, ColumnData>();
  for (const column of index.columns.keys()) {
    const data = columns.get(column);
    if (data === undefined) continue;
    const slides = data.slides.map((slide) => {
      const html = media.reduce((text, path) => withNumber(text, path, version), slide.html);
      return html === slide.html ? slide : { ...slide, html };
    });
    if (slides.some((slide, row) => slide !== data.slides[row])) replaced.set(column, { slides });
  }
  if (replaced.size > 0) renew({ ...index }, replaced);
}

/** The path in the site of an address, without its query. */
const pathOf = (address: string): string => decodeURIComponent(new URL(address).pathname.slice(1));

/** The new styles stand beside the old ones until they are here, so that the page is never bare. */
function renewStyles(old: HTMLLinkElement, version: number): void {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = `${pathOf(old.href)}?v=${version}`;
  for (const end of ["load", "error"]) link.addEventListener(end, () => old.remove(), { once: true });
  old.after(link);
}

/** The path as it stands in attributes, with the number behind it. */
function withNumber(html: string, path: string, version: number): string {
  const written = path.split("/").map(encodeURIComponent).join("/");
  return [...new Set([path, written])].reduce((text, one) => {
    const literal = one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return text.replace(
      new RegExp(`(["'(,\\s])${literal}(?:\\?v=\\d+)?(?=["'),\\s])`, "g"),
      (_, mark: string) => `${mark}${one}?v=${version}`,
    );
  }, html);
}
