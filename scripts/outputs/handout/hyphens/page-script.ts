/** What runs in the page that is printed: it tells how lines are set, and puts soft hyphens in and out. */

/** Text that is read through. What names sources has ids, and is in English whatever the lecture's language. */
const RUNNING = [
  ".narration p",
  ".passage-text :is(p, li, dd)",
  ".spoken",
  ".private :is(p, li, dd)",
  ".inset blockquote p",
  ".terms-list li",
  ":is(.questions-list, .questions-to-answer) li",
  ".caption",
  ".notes li:not([id])",
  ".glossary .entry",
  ":is(.notes, .bibliography, .credits) li:lang(en)",
].join(", ");

/** Stay whole, but for a word that is longer than a line. */
const HEADINGS = "h1, h2, h3, h4";
/** Not looked into: all there stays as it is. */
const CLOSED = "svg, table, nav, .picture, .exhibit-picture, .cover, [hidden]";
/** In running text, but not to be divided: titles of works may be in any language. */
const WHOLE =
  "code, pre, kbd, samp, sup, .step, .moment, .by-slide, .taught, .label, :is(.notes, .bibliography, .credits) em";
/** Letters of the shortest word that a line may have no room for: even narrow notes have room for more. */
const LONG = 18;
/** Comes later and moves what follows. */
const LATER = ".page-refs";

/**
 * An expression for a page that is laid out to the measure of the paper; its value is the number of paragraphs. It sets every column
 * below the one before, and leaves three functions in `globalThis.hyphens`:
 *
 * - `read(asked)` gives the next line of each paragraph, from a line on, that a hyphen would help: it ends much too early, or tears a
 *   word that is longer than a line. Its form is `EarlyLine`; paragraphs without such a line are left out;
 * - `write(edits)` puts soft hyphens into the words after these lines, and takes out those of before that end no line;
 * - `end()` gives the page back as it was, but for the hyphens.
 *
 * Reading and writing alternate, so that the page is laid out once for each. Only as much is measured as the next hyphen needs.
 * @param zone a line that leaves more than this part of its measure free ends too early
 */
export const hyphensScript = (zone: number): string => `(() => {
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
  /** The right edge of a paragraph's text, and its width. */
  const edgeOf = (block) => (block.edge ??= findEdge(block));
  const findEdge = ({ element }) => {
    const { paddingLeft, paddingRight, borderRightWidth } = getComputedStyle(element);
    const { left, right } = element.getBoundingClientRect();
    const edge = right - parseFloat(paddingRight) - parseFloat(borderRightWidth);
    return [edge, edge - left - parseFloat(paddingLeft)];
  };
  const linesOf = ({ texts }) => {
    const lines = [];
    let right = Infinity;
    for (const text of texts) {
      range.selectNodeContents(text.node);
      text.width = 0;
      for (const part of range.getClientRects()) {
        if (part.width === 0) continue;
        // Text goes on to the right until a line ends.
        if (part.left < right - 1) {
          lines.push({ text, top: part.top, before: text.width });
          right = -Infinity;
        }
        text.width += part.width;
        lines.at(-1).right = right = Math.max(right, part.right);
      }
    }
    return lines;
  };
  /** Where in its text a line begins. It is looked for around the place that the widths of the lines before it tell. */
  const startOf = ({ text: { node, width }, top, before }) => {
    const isBelow = (at) => at >= node.length || (at >= 0 && topOf(node, at) > top - 1);
    let high = Math.round((node.length * before) / width);
    // Nearly always it is the word that begins nearest.
    const [left, right] = [node.data.lastIndexOf(" ", high), node.data.indexOf(" ", high)];
    const near = 1 + (right === -1 || high - left < right - high ? left : right);
    if (isBelow(near) && !isBelow(near - 2)) return near;
    while (!isBelow(high)) high += 8;
    let low = high - 8;
    while (isBelow(low)) low -= 8;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (isBelow(middle)) high = middle; else low = middle;
    }
    while (high < node.length && /[\\s\\u00ad]/.test(node.data[high])) high += 1;
    return high;
  };
  const endsWithLetter = (text) => /[\\p{L}\\p{M}\\p{N}]$/u.test(text?.node.data ?? "");
  const endsLine = (node, place) => topOf(node, place + 1) > topOf(node, place - 1) + 1;
  /** The word that a line begins with, which may begin on the line before; undefined where it has to stay whole. */
  const following = ({ texts }, line) => {
    const { node, language, isWhole } = line.text;
    const at = texts.indexOf(line.text);
    const offset = startOf(line);
    const mark = offset > 0 ? node.data[offset - 1] : endsWithLetter(texts[at - 1]) ? "x" : " ";
    const isTorn = /[\\p{L}\\p{M}\\p{N}]/u.test(mark);
    let [start, end] = [offset, offset];
    while (start > 0 && !/\\s/.test(node.data[start - 1])) start -= 1;
    while (end < node.length && !/\\s/.test(node.data[end])) end += 1;
    const crosses = (start === 0 && endsWithLetter(texts[at - 1])) || (end === node.length && /^[\\p{L}\\p{M}]/u.test(texts[at + 1]?.node.data ?? ""));
    const isLast = () => !/\\p{L}/u.test(node.data.slice(end) + texts.slice(at + 1).map((text) => text.node.data).join(""));
    const text = node.data.slice(start, end);
    if (mark === SOFT || isWhole || crosses || !/[\\p{L}\\p{M}]{6}/u.test(text) || (!isTorn && isLast())) return undefined;
    return { node, start, isTorn, isLong: text.length >= ${LONG}, word: { text, from: isTorn ? 0 : offset - start, language } };
  };
  const isAfterHyphen = (line) => line !== undefined && line.before > 0 && line.text.node.data[startOf(line) - 1] === SOFT;

  /** Soft hyphens that were put in last: a text, and their places. */
  let tried = [];
  const read = (asked) => {
    for (const { node, places, unused, isLong } of tried) {
      const isUsed = (place) => endsLine(node, place);
      const used = isLong ? places.filter(isUsed) : [places.findLast(isUsed)];
      unused.push(...places.filter((place) => !used.includes(place)));
    }
    return asked.flatMap(({ paragraph, from }) => {
      const block = blocks[paragraph];
      const lines = linesOf(block);
      const [edge, measure] = edgeOf(block);
      const [hasLong, hasSoft] = [/\\S{${LONG},}/, /\\u00ad/].map((kind) => block.texts.some(({ node }) => kind.test(node.data)));
      for (let line = from; line < lines.length - 1; line++) {
        const slack = edge - lines[line].right;
        const isEarly = block.isRunning && slack > ${zone} * measure;
        // A torn word fills its line.
        if (!isEarly && !(hasLong && slack < ${zone} * measure / 2)) continue;
        const after = following(block, lines[line + 1]);
        if (after === undefined || !(isEarly || after.isTorn)) continue;
        block.after = after;
        const hyphensBefore = !hasSoft || !isAfterHyphen(lines[line]) ? 0 : isAfterHyphen(lines[line - 1]) ? 2 : 1;
        return [{ paragraph, line, hyphensBefore, ...after.word }];
      }
      return [];
    });
  };
  const write = (edits) => {
    const before = tried;
    tried = edits.map(({ paragraph, points }) => {
      const { node, start, isLong } = blocks[paragraph].after;
      for (const point of points.toReversed()) node.insertData(start + point, SOFT);
      return { node, isLong, places: points.map((point, i) => start + point + i), unused: [] };
    });
    // Where both stand in one text, those of before come first.
    for (const { node, unused } of before) for (const place of unused.toReversed()) {
      node.deleteData(place, 1);
      for (const now of tried) if (now.node === node) now.places = now.places.map((at) => at - 1);
    }
  };
  const end = () => {
    for (const [element] of widths) for (const name of ["columns", "boxSizing", "width"]) element.style[name] = "";
  };
  globalThis.hyphens = { read, write, end };
  return blocks.length;
})()`;
