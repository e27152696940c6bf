/** Anchors of places inside the text, for what leads there: index, glossary, chronology. Pure. */
import { sectionId } from "../../../render/slide.ts";

/** Anchor of a sentence of a slide's narration. No slide or era can have it: their ids never begin with "-". */
export const sentenceAnchor = (fullId: string, sentence: number): string =>
  `--said--${sectionId(fullId)}--${sentence + 1}`;
