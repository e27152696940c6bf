/** Which SVG files a text shows: they become a part of their slides and are no media of the deck. */
import { readFrontMatter } from "./front-matter.ts";
import { checkUrl, type UrlContext } from "./links.ts";
import { makeMarkdown } from "./markdown.ts";
import { plainSchema } from "./schema.ts";

const SVG = /\.svg$/i;

/**
 * The SVG files that are shown as pictures, by their paths in the deck.
 * @param raw an era's file
 * @param context where it lies, and which files there are
 */
export function shownDrawings(raw: string, context: UrlContext): string[] {
  if (!/\.svg/i.test(raw)) return [];
  const reader = makeMarkdown();
  const { tokens, env } = reader.blocks(readFrontMatter(raw.replace(/\r\n?/g, "\n"), "", plainSchema).body);
  return reader
    .inline(tokens, env)
    .flatMap(({ children }) => children ?? [])
    .filter(({ type }) => type === "image")
    .map(({ attrs }) => checkUrl(String(attrs?.find(([name]) => name === "src")?.[1] ?? ""), context))
    .flatMap((url) => (url.kind === "deck" && url.exists && SVG.test(url.path) ? [url.path] : []));
}
