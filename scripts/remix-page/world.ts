/** What the parts of the page share. */
import type { Columns } from "../player/columns.ts";
import type { Texts } from "../player/texts.ts";
import type { Track } from "../player/track.ts";
import type { RemixIndex } from "./data.ts";
import type { DraftStore } from "./draft-store.ts";

/** What the parts of the page share. */
export interface World {
  readonly index: RemixIndex;
  readonly track: Track;
  readonly columns: Columns;
  readonly texts: Texts;
  readonly store: DraftStore;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
}
