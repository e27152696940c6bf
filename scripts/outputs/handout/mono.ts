/** Colours for a printer without any: every colour that a drawing names becomes the grey that is as light. Pure. */

/** CSS's basic colours (CSS Color 4, 6.1) and those that drawings use most besides. */
const NAMED: Readonly<Record<string, string>> = {
  aqua: "#00ffff",
  blue: "#0000ff",
  brown: "#a52a2a",
  crimson: "#dc143c",
  cyan: "#00ffff",
  darkblue: "#00008b",
  darkgreen: "#006400",
  darkred: "#8b0000",
  fuchsia: "#ff00ff",
  gold: "#ffd700",
  green: "#008000",
  lime: "#00ff00",
  magenta: "#ff00ff",
  maroon: "#800000",
  navy: "#000080",
  olive: "#808000",
  orange: "#ffa500",
  pink: "#ffc0cb",
  purple: "#800080",
  red: "#ff0000",
  steelblue: "#4682b4",
  teal: "#008080",
  tomato: "#ff6347",
  yellow: "#ffff00",
};

const ATTRIBUTES = /(\s(?:fill|stroke|color|stop-color|flood-color|lighting-color|style)=")([^"]*)"/g;
const COLOUR = /#(?:[\da-f]{6}|[\da-f]{3})\b|rgb\(\s*\d+[\s,]+\d+[\s,]+\d+\s*\)|\b[a-z]+\b/gi;

/** The HTML with grey drawings. Values with other colours, such as `currentColor` and `var(…)`, stay: the styles make them grey. */
export const greyDrawings = (html: string): string =>
  html.replace(ATTRIBUTES, (_, start: string, value: string) => `${start}${greyColours(value)}"`);

/** A CSS value with its colours made grey. */
export const greyColours = (css: string): string =>
  css.includes("url(") ? css : css.replace(COLOUR, (colour) => greyOf(colour) ?? colour);

/** The grey of a colour; undefined for a word that is none. */
function greyOf(colour: string): string | undefined {
  const hex = colour.startsWith("#") ? colour : NAMED[colour.toLowerCase()];
  const numbers = /^rgb/i.test(colour)
    ? colour.match(/\d+/g)?.map(Number)
    : hex === undefined
      ? undefined
      : fromHex(hex);
  if (numbers === undefined) return undefined;
  const [red = 0, green = 0, blue = 0] = numbers;
  // Lightness as ITU-R BT.709 weighs it.
  const grey = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const two = Math.min(255, grey).toString(16).padStart(2, "0");
  return `#${two}${two}${two}`;
}

function fromHex(hex: string): number[] {
  const digits = hex.length === 4 ? hex.replace(/[\da-f]/gi, "$&$&") : hex;
  return digits.match(/[\da-f]{2}/gi)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
}
