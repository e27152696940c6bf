/** Which words of a slide's narration belong to a press: from the cue of one step to that of the next. Pure. */
import type { SlideData } from "../player/data.ts";

/** A place in a slide's narration. */
export interface ScriptPlace {
  readonly sentence: number;
  /** In the sentence's text, in UTF-16 code units. */
  readonly offset: number;
}

/** Words from one place to another. */
export interface Passage {
  readonly from: ScriptPlace;
  readonly to: ScriptPlace;
}

const START: ScriptPlace = { sentence: 0, offset: 0 };

/** What is said from a step on until the next press. Steps that come with no word take none. */
export function passageOf(
  { steps, sentences }: Pick<SlideData, "steps" | "sentences">,
  step: number,
): Passage {
  const end: ScriptPlace = { sentence: sentences.length, offset: 0 };
  const placeOf = (n: number): ScriptPlace => {
    if (n <= 0) return START;
    if (n > steps.length) return end;
    return steps[n - 1]?.when ?? end;
  };
  // On a slide without cues everything is said while it opens.
  if (steps.every(({ when }) => when === undefined)) return { from: START, to: end };
  return { from: latest(placeOf(step), START), to: latest(placeOf(step + 1), placeOf(step)) };
}

const latest = (a: ScriptPlace, b: ScriptPlace): ScriptPlace =>
  a.sentence > b.sentence || (a.sentence === b.sentence && a.offset >= b.offset) ? a : b;

/** The part of one sentence that lies in a passage, as offsets in its text; undefined when none does. */
export function partIn(
  { from, to }: Passage,
  sentence: number,
): { readonly from: number; readonly to: number } | undefined {
  if (sentence < from.sentence || sentence > to.sentence) return undefined;
  const part = {
    from: sentence === from.sentence ? from.offset : 0,
    to: sentence === to.sentence ? to.offset : Infinity,
  };
  return part.to > part.from ? part : undefined;
}
