/** The address of a moment of the published lecture, for paper: to be scanned, clicked, or typed. Pure. */
import { encode } from "uqr";
import { addressOf } from "../../../player/address.ts";

/** How a slide of the published lecture is reached. */
export interface Moment {
  readonly href: string;
  /** The same for people: without `https://`, letters of all scripts as they are. */
  readonly shown: string;
}

/**
 * `https://example.org/shoes/#/permission/asked`: era and slide, which stays right when another era gets a slide of that
 * name, and when the era is renamed. Where the address of the deck names a folder, it ends with "/", which every static
 * host answers without a detour; a file that the author names is kept.
 * @param url where the lecture is published, as `deck.yaml` says
 */
export function momentOf(url: string, fullId: string): Moment {
  const page = new URL(url);
  page.hash = "";
  if (!page.pathname.endsWith("/") && !/\.html?$/i.test(page.pathname) && page.search === "")
    page.pathname += "/";
  return {
    href: `${page.href}${addressOf(fullId)}`,
    shown: `${page.href.replace(/^https?:\/\//, "")}#/${fullId}`,
  };
}

/** A moment with its code, as a template draws them. */
export interface PrintedMoment extends Moment {
  readonly code: QrCode;
  /** The code's side on paper, quiet zone included, for an attribute of SVG: `15.54mm`. */
  readonly side: string;
  /** `shown` in pieces: a line may end after each. */
  readonly pieces: readonly string[];
  /** What the code is, for those who do not see it. */
  readonly alternative: string;
}

/** Millimetres of a module: 2.5 pixels of a scan at 150 dpi, 5 at 300. */
const MODULE_MM = 0.42;

/** The moment at which a slide opens in the published lecture. */
export function printedMoment(url: string, fullId: string, alternative: string): PrintedMoment {
  const moment = momentOf(url, fullId);
  const code = qrCode(moment.href);
  const side = `${(code.size * MODULE_MM).toFixed(2)}mm`;
  return { ...moment, code, side, pieces: moment.shown.split(/(?<=[/-])(?!$)/), alternative };
}

/** A QR code as one SVG path of dark modules, each 1 unit large. */
export interface QrCode {
  /** Modules a side, the quiet zone included. */
  readonly size: number;
  readonly path: string;
}

/** Light modules around a code (ISO/IEC 18004:2015, 5.3.8). */
const QUIET_ZONE = 4;

/**
 * The code of a text, with error correction of level M (ISO/IEC 18004:2015, 6.5.1): 15 % of it may be lost to a crease or a stain, while level Q
 * would make modules smaller on the same room.
 */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: "M", boostEcc: false, border: QUIET_ZONE });
  const path = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size, path: path.join("") };
}

/** Stretches of dark modules in a row, so that no hairlines stand between them: start and length. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = found.at(-1);
    if (!isDark) continue;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  }
  return found;
}
