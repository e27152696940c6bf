/** Every picture, film and sound on a slide must have a credit that says whose it is; drawings from data need none. */
import { warning } from "../diagnostics.ts";
import type { Slide } from "../model.ts";
import { BESIDE } from "../source/credits.ts";
import type { DeckCheck } from "./index.ts";
import { writtenOn } from "./written-on.ts";

/** Finds files without a credit, where they are used first. A folder without `deck.yaml` gets one warning for all of them. */
export const missingCredit: DeckCheck = {
  name: "missing-credit",
  run: ({ eras, meta }, files) => {
    const credited = new Set(meta.credits.flatMap((credit) => credit.files ?? []));
    const missing = new Map<string, Slide>();
    for (const slide of eras.flatMap((era) => era.slides))
      for (const path of slide.files ?? [])
        if (!credited.has(path) && !missing.has(path)) missing.set(path, slide);
    const isStrict = files.files.has("deck.yaml");
    return [...missing].slice(0, isStrict ? missing.size : 1).map(([path, slide]) => {
      const written = writtenOn(slide, files, [path, encodeURI(path), path.replace(/^.*\//, "")]);
      const at = written?.at ?? slide.at;
      const length = written?.text.length ?? 1;
      const others = isStrict ? "" : andMore(missing.size - 1);
      const inDeck = isStrict ? `into deck.yaml (credits: with files: [${path}]), or ` : "";
      const hint = `write whose it is ${inDeck}into ${path}${BESIDE}`;
      return warning("missing-credit", at, `no credit names ${path}${others}`, { hint, length });
    });
  },
};

const andMore = (more: number): string =>
  more === 0 ? "" : more === 1 ? " and one more file" : ` and ${more} more files`;
