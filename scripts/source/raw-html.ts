/** HTML that an author wrote: its ids get the slide's prefix, its reveal.js fragments wait as other elements do. */

import { splitComments } from "./comments.ts";

/** An opening tag as CommonMark defines it (section 6.6). */
const TAG =
  /<([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(\/?)>/gi;
const ATTRIBUTE = /\s+([a-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi;

/** One tag's attributes; a later one of the same name does not count, as in HTML. */
export type TagAttributes = ReadonlyMap<string, string>;

/** What `rewrite` may change. */
export interface TagChange {
  readonly id?: string | undefined;
  readonly classes: readonly string[];
  /** Attributes to leave out. */
  readonly without: readonly string[];
}

/** The ids in HTML, without looking into comments. */
export function htmlIds(html: string): string[] {
  const ids: string[] = [];
  rewriteTags(html, (attributes) => {
    const id = attributes.get("id");
    if (id !== undefined) ids.push(id);
    return undefined;
  });
  return ids;
}

/** Changes ids and classes of the opening tags for which `change` gives something. */
export function rewriteTags(
  html: string,
  change: (attributes: TagAttributes) => TagChange | undefined,
): string {
  if (!html.includes("<")) return html;
  return splitComments(html)
    .map((part) => (part.comment ? part.text : rewritePart(part.text, change)))
    .join("");
}

function rewritePart(html: string, change: (attributes: TagAttributes) => TagChange | undefined): string {
  return html.replace(TAG, (tag: string, name: string, written: string, slash: string) => {
    if (written.trim() === "") return tag;
    const attributes = new Map<string, string>();
    for (const [, key = "", double, single, bare] of written.matchAll(ATTRIBUTE)) {
      if (!attributes.has(key.toLowerCase()))
        attributes.set(key.toLowerCase(), double ?? single ?? bare ?? "");
    }
    const changed = change(attributes);
    if (changed === undefined) return tag;
    if (changed.id !== undefined) attributes.set("id", changed.id);
    if (changed.classes.length > 0) attributes.set("class", changed.classes.join(" "));
    else attributes.delete("class");
    for (const key of changed.without) attributes.delete(key);
    const text = [...attributes]
      .map(([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;")}"`)
      .join("");
    return `<${name}${text}${slash}>`;
  });
}
