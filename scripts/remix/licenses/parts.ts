/** What a deck combines, as the verdict asks for it. */
import type { Deck } from "../../model.ts";
import type { Part } from "./verdict.ts";

/** The deck's credits, each with the slides that show its files. */
export function partsOf({ meta, eras }: Pick<Deck, "meta" | "eras">): Part[] {
  const shownOn = new Map<string, string[]>();
  for (const { files = [], fullId } of eras.flatMap((era) => era.slides))
    for (const file of new Set(files)) shownOn.set(file, [...(shownOn.get(file) ?? []), fullId]);
  return meta.credits.map((credit) => ({
    ...credit,
    shownOn: [...new Set(credit.files?.flatMap((file) => shownOn.get(file) ?? []))],
  }));
}
