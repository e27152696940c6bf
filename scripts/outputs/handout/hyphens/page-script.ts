/** What runs in the page that is printed: it tells how lines are set, and puts soft hyphens in and out. */

/** Text that is read through. */
const RUNNING = [
  ".narration p",
  ".passage-text :is(p, li, dd)",
  ".spoken",
  ".private :is(p, li, dd)",
  ".inset blockquote p",
  ".terms-list li",
  ":is(.questions-list, .questions-to-answer) li",
  ".caption",
  ".notes li",
  ".glossary .entry",
  ":is(.bibliography, .credits) li",
].join(", ");

/** Stay whole, but for a word that is longer than a line. */
const HEADINGS = "h1, h2, h3, h4";
/** Not looked into: all there stays as it is. */
const CLOSED = "svg, table, nav, .picture, .exhibit-picture, .cover, [hidden]";
/** In running text, but not to be divided. */
const WHOLE = "code, pre, kbd, samp, sup, .step, .moment, .by-slide, .label";
/** Comes later and moves what follows. */
const LATER = ".page-refs";

/**
 * An expression for a page that is laid out for print; its value is the number of paragraphs. It sets the page to the measure of the
 * paper, with every column below the one before, and leaves three functions in `globalThis.hyphens`:
 *
 * - `read(paragraphs)` gives how each of these is set, as `nextHyphen` wants it;
 * - `write(edits)` puts soft hyphens into words that were read last, and takes out those of before that end no line;
 * - `end()` gives the page back as it was, but for the hyphens.
 *
 * Reading and writing alternate, so that the page is laid out once for each.
 * @param measureMm the width of the paper's text
 */
export const hyphensScript = (measureMm: number): string => `(() => {
  const SOFT = "\\u00ad";
  const inline = new Map();
  const isInline = (element) => {
    if (!inline.has(element)) inline.set(element, getComputedStyle(element).display === "inline");
    return inline.get(element);
  };
  const blockOf = (element) => (isInline(element) ? blockOf(element.parentElement) : element);

  const blocks = [];
  const finished = new Set();
  let block;
  // Without a filter: in a page whose scripts are off the browser calls no functions.
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches(${JSON.stringify(CLOSED)})) while (nodes.lastChild() !== null);
      else if (node.matches("br")) block = undefined;
      else if (node.matches(${JSON.stringify(LATER)})) finished.add(blockOf(node.parentElement));
      continue;
    }
    const parent = node.parentElement;
    const element = blockOf(parent);
    const isRunning = element.matches(${JSON.stringify(RUNNING)});
    if (!(isRunning || element.matches("${HEADINGS}")) || finished.has(element)) continue;
    if (block?.element !== element) blocks.push((block = { element, isRunning, texts: [] }));
    const whole = parent.closest(${JSON.stringify(WHOLE)});
    block.texts.push({ node, language: parent.closest("[lang]").lang, isWhole: whole !== null && element.contains(whole) });
  }

  const columns = new Map();
  for (const { element } of blocks)
    for (let at = element; at !== document.body && !columns.has(at); at = at.parentElement) {
      const { columnCount, columnGap, paddingLeft, paddingRight } = getComputedStyle(at);
      columns.set(at, columnCount === "auto" ? undefined : { count: Number(columnCount), gap: parseFloat(columnGap), padding: parseFloat(paddingLeft) + parseFloat(paddingRight) });
    }
  document.body.style.width = "${measureMm}mm";
  const widths = [...columns].flatMap(([element, column]) => column === undefined ? [] :
    [[element, (element.getBoundingClientRect().width - column.padding - column.gap * (column.count - 1)) / column.count]]);
  for (const [element, width] of widths) {
    element.style.columns = "auto";
    element.style.boxSizing = "content-box";
    // Chromium lays out in whole 64ths of a pixel.
    element.style.width = Math.floor(width * 64) / 64 + "px";
  }

  const range = document.createRange();
  const topOf = (node, offset) => {
    for (let at = offset; at < node.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      // The letter after a soft hyphen has two boxes: first that of the hyphen, then its own.
      const box = [...range.getClientRects()].findLast(({ width }) => width > 0);
      if (box !== undefined) return box.top;
    }
    return Infinity;
  };
  /** Where in a text the line begins whose letters have this top. */
  const startOf = (node, top) => {
    let [low, high] = [0, node.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (topOf(node, middle) > top - 1) high = middle; else low = middle + 1;
    }
    while (low < node.length && /[\\s\\u00ad]/.test(node.data[low])) low += 1;
    return low;
  };
  const lettersBefore = (texts, index) => /[\\p{L}\\p{M}\\p{N}]$/u.test(texts[index - 1]?.node.data ?? "");
  const lettersAfter = (texts, index) => /^[\\p{L}\\p{M}]/u.test(texts[index + 1]?.node.data ?? "");
  /** The word at the beginning of a line, unless it has to stay whole. */
  const wordAt = (texts, index, offset, isTorn) => {
    const { node, language, isWhole } = texts[index];
    let [start, end] = [offset, offset];
    while (start > 0 && !/\\s/.test(node.data[start - 1])) start -= 1;
    while (end < node.length && !/\\s/.test(node.data[end])) end += 1;
    const crosses = (start === 0 && lettersBefore(texts, index)) || (end === node.length && lettersAfter(texts, index));
    const isLast = !/\\p{L}/u.test(node.data.slice(end) + texts.slice(index + 1).map((text) => text.node.data).join(""));
    return isWhole || crosses || (isLast && !isTorn) ? undefined : { start, next: { text: node.data.slice(start, end), from: offset - start, language } };
  };
  const read = (which) => which.map((index) => {
    const { element, isRunning, texts } = (block = blocks[index]);
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const edge = box.right - parseFloat(style.paddingRight) - parseFloat(style.borderRightWidth);
    const lines = [];
    let right = Infinity;
    texts.forEach(({ node }, text) => {
      range.selectNodeContents(node);
      let first = true;
      for (const part of range.getClientRects()) {
        if (part.width === 0) continue;
        // Text goes on to the right until a line ends.
        if (part.left < right - 1 && lines.push({ text, top: part.top, first, right: 0 })) right = -Infinity;
        first = false;
        right = Math.max(right, part.right);
        lines.at(-1).right = right;
      }
    });
    block.lines = lines.slice(1).map(({ text, top, first }, line) => {
      const { node } = texts[text];
      const offset = first ? node.data.search(/\\S/) : startOf(node, top);
      const before = offset > 0 ? node.data[offset - 1] : lettersBefore(texts, text) ? "x" : " ";
      const end = before === SOFT ? "hyphen" : /[\\p{L}\\p{M}\\p{N}]/u.test(before) ? "inside" : "space";
      return { text, offset, end, slackPx: isRunning ? edge - lines[line].right : 0, ...wordAt(texts, text, offset, end === "inside") };
    });
    const measurePx = edge - box.left - parseFloat(style.paddingLeft);
    return { paragraph: index, measurePx, lines: block.lines.map(({ slackPx, end, next }) => ({ slackPx, end, ...(next && { next }) })) };
  });

  /** Soft hyphens that were put in last: the paragraph, its text, and their places. */
  let tried = [];
  const write = (edits) => {
    const unused = tried.map(({ index, text, places }) => {
      const used = new Set(blocks[index].lines.filter((line) => line.text === text && line.end === "hyphen").map(({ offset }) => offset - 1));
      return { node: blocks[index].texts[text].node, places: places.filter((place) => !used.has(place)) };
    });
    tried = edits.map(({ paragraph, line, points }) => {
      const { text, start } = blocks[paragraph].lines[line];
      const { node } = blocks[paragraph].texts[text];
      for (const point of points.toReversed()) node.insertData(start + point, SOFT);
      return { index: paragraph, text, places: points.map((point, i) => start + point + i) };
    });
    // Where both stand in one text, those of before come first.
    for (const { node, places } of unused) for (const place of places.toReversed()) {
      node.deleteData(place, 1);
      for (const now of tried) if (blocks[now.index].texts[now.text].node === node) now.places = now.places.map((at) => at - 1);
    }
  };
  const end = () => {
    document.body.style.width = "";
    for (const [element] of widths) for (const name of ["columns", "boxSizing", "width"]) element.style[name] = "";
  };
  globalThis.hyphens = { read, write, end };
  return blocks.length;
})()`;
