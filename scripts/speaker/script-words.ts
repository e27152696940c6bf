/** Finds words of a sentence's text in its HTML. Marks of sources and footnotes stand in the HTML only, so they are not counted. */

/** What is shown and not part of the text. */
const MARKS = ".script-source, .cue-mark";

/** Wraps what stands between two offsets of the sentence's text. */
export function markWords(sentence: HTMLElement, from: number, to: number, name: string): void {
  for (const { node, start } of textNodes(sentence)) {
    const length = node.data.length;
    const begin = Math.max(0, from - start);
    // The space before the next word is not said.
    const end = begin + node.data.slice(begin, Math.max(begin, to - start)).trimEnd().length;
    if (begin >= end) continue;
    const rest = begin > 0 ? node.splitText(begin) : node;
    if (end < length) rest.splitText(end - begin);
    const mark = document.createElement("span");
    mark.className = name;
    rest.replaceWith(mark);
    mark.append(rest);
  }
}

/** Puts the sign of a press before the word at an offset. */
export function placeMark(sentence: HTMLElement, offset: number, isNow: boolean): void {
  const mark = document.createElement("span");
  mark.className = isNow ? "cue-mark cue-now" : "cue-mark";
  mark.setAttribute("aria-hidden", "true");
  const at = textNodes(sentence).find(({ node, start }) => offset < start + node.data.length);
  if (at === undefined) return sentence.append(mark);
  const begin = offset - at.start;
  // Before the passage, not in it.
  const marked = begin > 0 ? null : at.node.parentElement?.closest(".script-now, .script-said");
  (begin > 0 ? at.node.splitText(begin) : (marked ?? at.node)).before(mark);
}

/** The pieces of the text, and where each begins in it. */
function textNodes(sentence: HTMLElement): { readonly node: Text; readonly start: number }[] {
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
  const found: { node: Text; start: number }[] = [];
  let start = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.parentElement?.closest(MARKS)) continue;
    found.push({ node, start });
    start += node.data.length;
  }
  return found;
}
