/** Cleans the finished HTML of a slide, whoever wrote it: Markdown, attributes, blocks or raw HTML. */
import type { At, Problem } from "../model.ts";
import { plainHtml } from "./clean-plain.ts";
import type { Sanitizer } from "./sanitizer.ts";

/** HTML that is safe to publish, and what was taken out of it. */
export interface Cleaned {
  readonly html: string;
  readonly problems: readonly Problem[];
  /** Deck paths of the files that the HTML shows, plays or offers, in order of first use. */
  readonly media: readonly string[];
}

/**
 * Cleans HTML.
 * @param html finished HTML, as Markdown and blocks made it
 * @param at where the slide begins: the place of every problem
 * @param paths deck paths of all files, for links and pictures
 */
export function cleanHtml(
  html: string,
  at: At,
  { paths, sanitizer }: { readonly paths: ReadonlySet<string>; readonly sanitizer: Sanitizer },
): Cleaned {
  // Most slides hold nothing that needs a parser's eye.
  const plain = /[<&]/.test(html) ? plainHtml(html) : html;
  return plain === undefined ? sanitizer.html(html, at, paths) : { html: plain, problems: [], media: [] };
}
