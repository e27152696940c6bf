/** Measures and breaks text without a browser. Pure, so that drawings are the same on every machine. */

/**
 * Advance widths in thousandths of the font size: the wider of Source Sans 3 semibold and Source Serif 4 regular,
 * rounded up to 25, so that boxes are never too small for either.
 */
const widthGroups: Readonly<Record<number, string>> = {
  250: " \u00a0",
  275: "'‘’′",
  300: "|¦ĭ",
  325: "!,-.:;j·ĵ•",
  350: "/[\\]il°ìíîïĩīĬįıĺļľł",
  375: "()ft{}ţťŧſ",
  400: "Iª²³¹ºÌÍÎÏĨĪĮİ",
  450: "?¿ŀ",
  475: "*rs®ŕŗřśŝşšз",
  500: '"JzĴźżžг“”″',
  525: "#$_c¢£¤¥§çćĉċčсэ–",
  550: "0123456789+<=>S^`ae~¨«¬¯±´¸»×àáâãäåèéêë÷āăąēĕėęěŚŜŞŠавеьё−",
  575: "gxðĝğġģĳГЗбтхя",
  600: "Zkovy¶òóôõöøýÿķĸōŏőŷŹŻŽдкоуч",
  625: "FLPbdpqµÞþďđĹĻĽĿŁŦРЬлр",
  650: "EThnuÈÉÊËßñùúûüĒĔĖĘĚĥħńņňŋŢŤũūŭůűųБЕТЭъЁ",
  675: "BCXYÇÝĆĈĊČŶŸВСХийнпц",
  700: "RŔŖŘКЯ",
  725: "AGKVÀÁÂÃÄÅĀĂĄĜĞĠĢĲĶАДЛУЧЪ",
  750: "&DOQÐÒÓÔÕÖØĎĐŌŎŐО",
  775: "NU©ÑÙÚÛÜŃŅŇŊŨŪŬŮŰŲФ",
  800: "ПЦм",
  825: "HĤĦИЙНжы—",
  850: "wæŉŵфю",
  875: "@",
  950: "%MМЫшщ",
  975: "mÆŒЖ…œ",
  1025: "WŴ→",
  1050: "Ю",
  1100: "ШЩ",
};

const widths: ReadonlyMap<string, number> = new Map(
  Object.entries(widthGroups).flatMap(([width, characters]) =>
    Array.from(characters, (c) => [c, Number(width)] as const),
  ),
);

/** Letters of other alphabets; a little wide on purpose. */
const OTHER_LETTER = 700;
/** Hangul, Han, Kana and pictures fill their square. */
const FULL_WIDTH = 1000;

/** Width in pixels of one line of text, at most a few percent more than a browser gives. */
export function textWidth(text: string, sizePx: number): number {
  let sum = 0;
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    const full =
      /\p{Script=Hangul}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Extended_Pictographic}/u;
    sum += widths.get(character) ?? (full.test(character) ? FULL_WIDTH : OTHER_LETTER);
  }
  return (sum * sizePx) / 1000;
}

/**
 * Breaks text into lines of at most `maxWidthPx`, at spaces, after hyphens and slashes; a word that is longer than a
 * line is cut. Lines are balanced: the last is not left with one short word where that can be helped.
 */
export function wrapText(text: string, sizePx: number, maxWidthPx: number): string[] {
  // A number stays with its unit.
  const kept = text.trim().replaceAll(/(?<=\d)\s+(?=(?:km|miles?|m|BC|AD|%)\b)/gu, "\u00a0");
  const words = kept.split(/[^\S\u00a0]+/u).filter((word) => word !== "");
  const pieces = words.flatMap((word) => cutWord(word, sizePx, maxWidthPx));
  const greedy = fill(pieces, sizePx, maxWidthPx);
  if (greedy.length < 2) return greedy;
  // The narrowest column that needs no more lines gives lines of about one length.
  let low = textWidth(text, sizePx) / greedy.length;
  let best = greedy;
  for (let width = maxWidthPx; width >= low; width -= sizePx / 2) {
    const lines = fill(pieces, sizePx, width);
    if (lines.length > greedy.length) break;
    best = lines;
  }
  return best;
}

/** Pieces that lines are made of; `glue` says that no space comes before the piece. */
interface Piece {
  readonly text: string;
  readonly glue: boolean;
}

function cutWord(word: string, sizePx: number, maxWidthPx: number): Piece[] {
  const pieces: Piece[] = [];
  for (const part of word.split(/(?<=[-–—/])(?=\p{L})/u)) {
    let rest = part;
    while (textWidth(rest, sizePx) > maxWidthPx && Array.from(rest).length > 1) {
      const characters = Array.from(rest);
      let count = characters.length - 1;
      while (count > 1 && textWidth(characters.slice(0, count).join(""), sizePx) > maxWidthPx) count--;
      pieces.push({ text: characters.slice(0, count).join(""), glue: pieces.length > 0 });
      rest = characters.slice(count).join("");
    }
    pieces.push({ text: rest, glue: pieces.length > 0 });
  }
  return pieces;
}

function fill(pieces: readonly Piece[], sizePx: number, maxWidthPx: number): string[] {
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const joined = last === undefined ? piece.text : last + (piece.glue ? "" : " ") + piece.text;
    if (last !== undefined && textWidth(joined, sizePx) <= maxWidthPx) lines[lines.length - 1] = joined;
    else lines.push(piece.text);
  }
  return lines;
}
