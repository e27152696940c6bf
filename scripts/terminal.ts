/** How the program speaks to a terminal, a log file or another program. */

/** Where lines go. */
export interface Terminal {
  /** A result. */
  readonly line: (text: string) => void;
  /** What went wrong, or what another program should not read as a result. */
  readonly error: (text: string) => void;
  /** Whether results may have colours: they go to a terminal, and its user has nothing against it (https://no-color.org). */
  readonly colours: boolean;
  /** How far something is: one line that changes on a terminal, a few lines elsewhere. */
  readonly progress: (what: string, done: number, total: number) => void;
}

/** The part of a stream that is used. */
interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Elsewhere than on a terminal, progress is worth a line at these parts of the whole, and where nothing is done yet. */
const QUARTERS = 4;

/**
 * Lines go to `out`, errors and progress to `err`.
 * @param noColor the value of the environment's NO_COLOR
 */
export function makeTerminal(out: Stream, err: Stream, noColor?: string): Terminal {
  let unfinished = false;
  const said = new Map<string, number>();
  const clear = (): void => {
    if (unfinished) err.write("\r\u001B[K");
    unfinished = false;
  };
  return {
    colours: out.isTTY === true && (noColor ?? "") === "",
    line(text) {
      clear();
      out.write(`${text}\n`);
    },
    error(text) {
      clear();
      err.write(`${text}\n`);
    },
    progress(what, done, total) {
      const text = `${what} ${done} of ${total}`;
      if (err.isTTY === true) {
        err.write(`\r\u001B[K${text}`);
        unfinished = true;
        return;
      }
      const quarter = total === 0 ? 0 : Math.floor((done * QUARTERS) / total);
      const isNew = quarter > (said.get(what) ?? 0) || (done === 0 && !said.has(what));
      if (isNew) err.write(`${text}\n`);
      said.set(what, quarter);
    },
  };
}
