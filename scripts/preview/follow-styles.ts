/** Tells pages when the look of the lecture needs other styles or fonts: a first map, a first word in another script. */
import type { PreviewMessage } from "./messages.ts";
import type { SiteFiles } from "./site-files.ts";

/** Finding out costs a look at every word: it is done when the author pauses. */
const PAUSE_MS = 300;

/**
 * Makes what is told of every message that pages get.
 * @param later calls back after a time
 * @param failed a bug of ours
 */
export function followStyles(
  files: Pick<SiteFiles, "styles">,
  tell: (message: PreviewMessage) => void,
  later: (ms: number, act: () => void) => void,
  failed: (reason: unknown) => void,
): (message: PreviewMessage) => void {
  let last: string | undefined;
  let changes = 0;

  async function look(version: number): Promise<void> {
    const styles = await files.styles();
    if (styles === undefined || styles === last) return;
    const isFirst = last === undefined;
    last = styles;
    if (!isFirst) tell({ kind: "files", version, paths: ["assets/theme.css"] });
  }
  void look(0).catch(failed);

  return (message) => {
    if (message.kind !== "lecture") return;
    changes++;
    const mine = changes;
    later(PAUSE_MS, () => {
      if (mine === changes) look(message.version).catch(failed);
    });
  };
}
