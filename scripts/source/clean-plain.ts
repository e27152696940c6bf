/**
 * A short way through cleaning, for HTML that cleaning would give back as it is: the tags, ids and classes that Markdown makes of plain text,
 * written as it writes them. Whatever is otherwise in the least goes the long way.
 */

/** Elements that only hold text and one another. */
const INLINE: ReadonlySet<string> = new Set(
  "a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var".split(" "),
);
/** Elements that hold blocks; inside a paragraph they would end it. */
const BLOCKS: ReadonlySet<string> = new Set(
  "blockquote div figcaption figure h1 h2 h3 h4 h5 h6 li ol p pre ul".split(" "),
);
const MAX_DEPTH = 30;

/** Characters of text that parsing leaves alone: no control characters but tab and newline, and four entities. */
// oxlint-disable-next-line no-control-regex -- they are what is meant
const STRANGE = /[\u0000-\u0008\u000b-\u001f\u007f]|&(?!(?:amp|lt|gt|quot);)/;
/** Text, and the tag after it. */
const PIECE = /[^<>]*(?:<(?:(\/)([a-z][a-z0-9]*)|([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>&]*")*))>|$)/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
/** A map and no object: an attribute may be called "constructor". */
const VALUES: ReadonlyMap<string, RegExp> = new Map([
  ["id", /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u],
  ["class", /^[\p{L}\p{N}_-]+(?: [\p{L}\p{N}_-]+)*$/u],
  ["data-cite", /^[\p{L}\p{N}_-]+$/u],
  // To a place on the page. Only on `a`.
  ["href", /^#[\p{L}\p{N}_./-]+$/u],
]);

/**
 * The cleaned HTML, if nothing in it needs cleaning; undefined when that is not sure.
 * @param html finished HTML
 */
export function plainHtml(html: string): string | undefined {
  if (STRANGE.test(html)) return undefined;
  const open: string[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < html.length) {
    const piece = PIECE.exec(html);
    if (piece === null) return undefined;
    const [, closing, closed, name, attributes = ""] = piece;
    if (closing !== undefined) {
      if (open.pop() !== closed) return undefined;
    } else if (name !== undefined) {
      if (!fits(name, open.at(-1)) || open.length > MAX_DEPTH) return undefined;
      if (attributes !== "" && !arePlain(attributes, name)) return undefined;
      open.push(name);
    }
  }
  if (open.length > 0) return undefined;
  // Cleaning writes quotation marks in text as they are; in attributes there are none.
  return html.includes("&quot;") ? html.replaceAll("&quot;", '"') : html;
}

/** Whether parsers put the element where it stands, without ending the one around it. */
function fits(name: string, parent: string | undefined): boolean {
  if (INLINE.has(name)) return true;
  return BLOCKS.has(name) && parent !== "p" && !(name === "li" && parent !== "ul" && parent !== "ol");
}

function arePlain(attributes: string, tag: string): boolean {
  const seen = new Set<string>();
  for (const [, name = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
    if (seen.has(name) || VALUES.get(name)?.test(value) !== true || (name === "href" && tag !== "a"))
      return false;
    seen.add(name);
  }
  return true;
}
