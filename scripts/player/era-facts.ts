/** How long an era is and how much there is to load of it, in a few words. Pure. */
import type { ColumnIndex } from "./data.ts";
import { showSize } from "./show-size.ts";
import { say, type Texts } from "./texts.ts";

/** `4 min · 1.4 MB`; less than a minute counts as one. */
export function eraFacts({ slides, sizeBytes }: ColumnIndex, texts: Texts): string {
  const durationMs = slides.reduce((sum, slide) => sum + slide.durationMs, 0);
  const minutes = Math.max(1, Math.round(durationMs / 60_000));
  return say(texts.eraFacts, { minutes, size: showSize(sizeBytes, texts) });
}
