/**
 * Reads just enough of cleaned HTML to lay it out: its top-level elements, its words, its elements with ids.
 * It relies on what cleaning guarantees (well-formed, attributes in double quotes, no raw `<` or `>` in them)
 * and is not a parser for anything else.
 */

/** One element at the top level of a fragment; text outside elements has the empty name. */
export interface TopLevel {
  readonly name: string;
  readonly html: string;
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"=>/]+(?:\s*=\s*"[^"]*")?)*)\s*(\/?)>/g;
const VOID = new Set(["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"]);

/** Splits a fragment at its top-level elements; white space between them is dropped, nothing else. */
export function topLevel(html: string): TopLevel[] {
  const parts: TopLevel[] = [];
  let depth = 0;
  let from = 0;
  let name = "";
  const push = (part: TopLevel): void => void (part.html.trim() === "" ? 0 : parts.push(part));
  for (const tag of html.matchAll(TAG)) {
    const [whole, closing, tagName = "", , selfClosing] = tag;
    const lower = tagName.toLowerCase();
    if (depth === 0 && closing === "") {
      push({ name: "", html: html.slice(from, tag.index) });
      from = tag.index;
      name = lower;
    }
    if (closing !== "") depth = Math.max(0, depth - 1);
    else if (selfClosing === "" && !VOID.has(lower)) depth += 1;
    if (depth === 0) {
      const end = tag.index + whole.length;
      push({ name, html: html.slice(from, end) });
      from = end;
      name = "";
    }
  }
  push({ name, html: html.slice(from) });
  return parts;
}

/**
 * Where an element ends.
 * @param from where its start tag ends
 * @returns where its end tag begins; the fragment's length when there is none
 */
export function elementEnd(html: string, name: string, from: number): number {
  let depth = 1;
  for (const tag of html.slice(from).matchAll(new RegExp(`<(/?)${name}\\b[^>]*?(/?)>`, "g"))) {
    if (tag[1] === "/") depth -= 1;
    else if (tag[2] === "") depth += 1;
    if (depth === 0) return from + tag.index;
  }
  return html.length;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** The words of a fragment: tags gone, character references resolved, white space as it stands. */
export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
      return ENTITIES[name ?? ""] ?? whole;
    });
}

/** A start tag: where it begins and ends, how it is written, and the name of its element. */
export interface StartTag {
  readonly at: number;
  readonly after: number;
  readonly tag: string;
  readonly name: string;
}

/**
 * The start tag of the element with an id; undefined where there is none. Looking for the attribute reads a fragment once: a pattern
 * for the whole tag would begin anew at every one.
 */
export function startTag(html: string, id: string): StartTag | undefined {
  const attribute = `id="${id}"`;
  for (let place = html.indexOf(attribute); place !== -1; place = html.indexOf(attribute, place + 1)) {
    const at = html.lastIndexOf("<", place);
    const after = html.indexOf(">", at) + 1;
    // The words of a text, and the end of another attribute's name, may read the same.
    if (at === -1 || after <= place || !/\s/.test(html.charAt(place - 1))) continue;
    const tag = html.slice(at, after);
    return { at, after, tag, name: /^<([\w-]+)/.exec(tag)?.[1] ?? "" };
  }
  return undefined;
}

/**
 * Adds a class to the elements with the given ids.
 * @param classOf id → class to add
 */
export function addClasses(html: string, classOf: ReadonlyMap<string, string>): string {
  return [...classOf].reduce((classed, [id, added]) => {
    const found = startTag(classed, id);
    if (found === undefined) return classed;
    const { at, after, tag } = found;
    return classed.slice(0, at) + withClass(tag, added) + classed.slice(after);
  }, html);
}

function withClass(tag: string, added: string): string {
  const classed = tag.replace(/\sclass="([^"]*)"/, (_, names: string) => ` class="${names} ${added}"`);
  return classed === tag ? tag.replace(/^<[\w-]+/, (start) => `${start} class="${added}"`) : classed;
}

/** Width divided by height of the first picture or drawing, from its `viewBox` or its `width` and `height`. */
export function aspectRatio(html: string): number | undefined {
  const box = /\sviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/.exec(html);
  const size = box ?? /\swidth="([\d.]+)"[^>]*\sheight="([\d.]+)"/.exec(html);
  const width = Number(size?.[1]);
  const height = Number(size?.[2]);
  return width > 0 && height > 0 ? width / height : undefined;
}
