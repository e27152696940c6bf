/** Soft hyphens in a sentence: they tell where a word may be divided, and nothing of how it sounds. */
import type { Saying } from "../../model.ts";
import type { Reading } from "./index.ts";

type Read = (text: string, options: { readonly sayings: readonly Saying[] }) => Reading;

const SOFT_HYPHEN = "\u00ad";

/** Reads a sentence as if it had no soft hyphens; all offsets are those of the sentence with them. */
export function readAcrossSoftHyphens(read: Read): Read {
  return (text, options) => {
    if (!text.includes(SOFT_HYPHEN)) return read(text, options);
    /** Where each character of the sentence without them stands in the one with them. */
    const origins = Array.from({ length: text.length }, (_, at) => at).filter(
      (at) => text[at] !== SOFT_HYPHEN,
    );
    const place = (offset: number): number => {
      const found = origins.findIndex((origin) => origin >= offset);
      return found === -1 ? origins.length : found;
    };
    const back = <Span extends { readonly from: number; readonly to: number }>(span: Span): Span => ({
      ...span,
      from: origins[span.from] ?? text.length,
      to: (origins[span.to - 1] ?? text.length - 1) + 1,
    });
    const sayings = options.sayings.map((saying) =>
      Object.assign({}, saying, { from: place(saying.from), to: place(saying.to) }),
    );
    const { runs, problems } = read(text.replaceAll(SOFT_HYPHEN, ""), { sayings });
    return { runs: runs.map(back), problems: problems.map(back) };
  };
}
