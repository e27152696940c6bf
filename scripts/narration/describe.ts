/**
 * *Describe pictures*: the descriptions of a slide's pictures as things to be said, for listeners who do not see them. They have a sound of their own,
 * which plays before the slide's narration while the lecture's time waits, so there is still one timeline. Pure.
 */
import type { Deck, DescriptionTime, Problem, Sentence, Slide } from "../model.ts";
import { splitSentences } from "../source/sentences.ts";
import { slidePlanner, type ReadSentence, type SlidePlan } from "./plan.ts";
import { timeSlide, type SlideSpeech } from "./timeline.ts";
import type { Voice } from "./voices/voice.ts";

/**
 * Plans what is said of the pictures of every slide that has any.
 * @param voice the voice that describes; a person's recording of the narration says nothing of pictures
 * @returns the plans, and as warnings what the voice cannot say: the description stands in the text all the same
 */
export function planDescriptions(
  deck: Deck,
  voice: Voice,
  read: ReadSentence,
): { plans: SlidePlan[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const plan = slidePlanner(deck, () => voice, read, problems);
  const plans = deck.eras
    .flatMap((era) => era.slides)
    .filter((slide) => slide.descriptions.length > 0)
    .map((slide) => plan(described(slide, deck.meta.language)))
    .filter(({ utterances }) => utterances.some(({ spoken }) => spoken !== ""));
  // What the voice makes of the deck's pronunciations is said of the narration already.
  return { plans, problems: problems.filter(({ code }) => code === "cannot-be-said").map(asWarning) };
}

/** When the sentences of a description are said, counted from the start of its sound; undefined when it has none. */
export function timeDescription({ slide }: SlidePlan, speech: SlideSpeech): DescriptionTime | undefined {
  const { sound, sentences } = timeSlide(slide, speech, 0, 0);
  return sound === undefined ? undefined : { sound, sentences };
}

/** The slide as if its pictures' descriptions were all its narration, a paragraph for each. */
function described(slide: Slide, language: string): Slide {
  const narration = slide.descriptions.flatMap((text, paragraph) =>
    splitSentences(text, language).map(({ from, to }): Sentence => {
      const sentence = text.slice(from, to);
      return { text: sentence, html: "", paragraph, cues: [], sayings: [], at: slide.at };
    }),
  );
  return { ...slide, narration, steps: [] };
}

function asWarning(problem: Problem): Problem {
  return {
    ...problem,
    severity: "warning",
    code: "description-not-said",
    message: `in the description of a picture, ${problem.message}`,
    hint: "describe it in words that the voice knows: ![the description](picture.png), or alt: in the block",
  };
}
