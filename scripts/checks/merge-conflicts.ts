/** Merges that nobody has finished: the lecture would show both versions, and the marks. */
import { conflicts } from "../source/conflict-marks.ts";
import { readText } from "../source/text.ts";
import type { DeckCheck } from "./index.ts";

/** The files that authors write and a lecture is made of: eras, `deck.yaml`, bibliographies, and all that courses have. */
const WRITTEN = /^(?:courses\/.+|[^/]+)\.(?:md|markdown|ya?ml|json|bib)$/i;

/** Finds them in every file that a lecture may be made of. */
export const mergeConflicts: DeckCheck = {
  name: "merge-conflicts",
  run: (_deck, { files }) =>
    [...files.values()]
      .filter(({ path, bytes }) => WRITTEN.test(path) && bytes !== undefined && hasMarks(bytes))
      .flatMap((file) => conflicts(readText(file).text, { file: file.path, line: 1, column: 1 })),
};

/** Seven signs in a row, which few texts have: only these are read for it. */
function hasMarks(bytes: Uint8Array): boolean {
  const run = (sign: number): boolean => {
    for (let at = bytes.indexOf(sign); at !== -1; at = bytes.indexOf(sign, at + 1)) {
      let end = at + 1;
      while (bytes[end] === sign) end++;
      if (end - at >= 7) return true;
      at = end - 1;
    }
    return false;
  };
  return run(0x3c) || run(0x3e);
}
