/** The words of cleaned HTML, as a person reads them. */

/** What holds a piece of text of its own. */
const BLOCKS =
  "p, li, dt, dd, td, th, caption, figcaption, blockquote, pre, h1, h2, h3, h4, h5, h6, title, desc, text, div, header, footer, figure, section";
/** What is not part of the words: numbers of sources, and what is only drawn. */
const SILENT = ".cite, [aria-hidden='true'], [hidden], script, style";

/** One block of text and the element that it stands in. */
export interface Block {
  readonly element: Element;
  readonly text: string;
}

/** HTML as elements that belong to no page: nothing in it loads or runs. */
export function parseHtml(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** The words of a line of HTML. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return wordsIn(parseHtml(html));
}

/** The words in a piece of the page, its blocks apart. */
export const wordsIn = (root: Node): string =>
  blocksIn(root)
    .map(({ text }) => text)
    .join(" ");

/** The blocks of text in order, each with white space as it is shown. */
export function blocksIn(root: Node): Block[] {
  const blocks: { element: Element; text: string }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const outside = document.createElement("p");
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent?.closest(SILENT)) continue;
    const element = parent?.closest(BLOCKS) ?? outside;
    const last = blocks.at(-1);
    if (last?.element === element) last.text += node.nodeValue ?? "";
    else blocks.push({ element, text: node.nodeValue ?? "" });
  }
  return blocks
    .map(({ element, text }) => ({ element, text: text.replace(/\s+/g, " ").trim() }))
    .filter(({ text }) => text !== "");
}
