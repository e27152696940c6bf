/** What an output may use of the world. Passed in, so that outputs stay functions and tests can hand them fakes. */
import type { Browser } from "puppeteer-core";
import type { Shared } from "./shared.ts";
import type { Templates } from "../render/templates.ts";

/** The effects that outputs are given; none of them writes. */
export interface Tools {
  /** Reads a file of the program itself, by its path in the package, such as `lib/site/player.js`. */
  readonly programFile: (path: string) => Promise<Uint8Array>;
  /** Reads a file of the deck, by its path in the deck. */
  readonly readDeck: (path: string) => Promise<Uint8Array>;
  /** Absolute path of the folder where the files of earlier outputs of this build already lie. */
  readonly staged: string;
  /** The one browser of this build, started when first asked for. Throws `MissingBrowser`. */
  readonly openBrowser: () => Promise<Browser>;
  /** Says how far a long stage is. */
  readonly progress: (stage: string, done: number, total: number) => void;
  readonly signal: AbortSignal;
  /** The deck's own templates over ours; only of a deck that the user trusts. */
  readonly templates?: Templates;
  /** What the outputs of this build have in common. */
  readonly shared?: Shared;
  /** The deck's own CSS, to stand after the theme's; only of a deck that the user trusts. */
  readonly deckStyles?: string;
  /** The result is the lecturer's own, and holds the private notes. */
  readonly speaker?: boolean;
  /** The deck's own source for others; absent in a preview. */
  readonly source?: SourceBundle;
}

/** The deck's own source, and which outputs of this build have it. */
export interface SourceBundle {
  /** The archive, made when first asked for. */
  readonly zip: () => Promise<Uint8Array>;
  /** What is in it: paths in the deck. */
  readonly paths: () => readonly string[];
  /** It lies beside the pages, which link to it. */
  readonly inSite: boolean;
  /** Handouts carry it. */
  readonly inHandouts: boolean;
}
