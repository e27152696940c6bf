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
      .filter(({ path }) => WRITTEN.test(path))
      .flatMap((file) => conflicts(readText(file).text, { file: file.path, line: 1, column: 1 })),
};
