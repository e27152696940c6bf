/** Tells pages when the look of the lecture needs other styles or fonts: a first map, a first word in another script. */
import type { PreviewMessage } from "./messages.ts";
import type { SiteFiles } from "./site-files.ts";

/** Finding out costs a look at every word: it is done when the author pauses. */
const PAUSE_MS = 300;

/**
 * Makes what is told of every message that pages get.
 * @param later calls back after a time
 */
export function followStyles(
  files: Pick<SiteFiles, "styles">,
  tell: (message: PreviewMessage) => void,
  later: (ms: number, act: () => void) => void,
): (message: PreviewMessage) => void {
  let last: string | undefined;
  let changes = 0;

  function look(version: number): void {
    const styles = files.styles();
    if (styles === undefined || styles === last) return;
    const isFirst = last === undefined;
    last = styles;
    if (!isFirst) tell({ kind: "files", version, paths: ["assets/theme.css"] });
  }
  look(0);

  return (message) => {
    if (message.kind !== "lecture") return;
    changes++;
    const mine = changes;
    later(PAUSE_MS, () => {
      if (mine === changes) look(message.version);
    });
  };
}
