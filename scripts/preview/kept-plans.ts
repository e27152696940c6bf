/** What a deck that is read again and again says: each slide's words are planned once, as long as it and its voice are the same. */
import type { Deck, Problem, Slide } from "../model.ts";
import { planDescriptions } from "../narration/describe.ts";
import { narrated, planNarration, type ReadSentence, type SlidePlan } from "../narration/plan.ts";
import { soundKey } from "../narration/sound.ts";
import { says, type Part } from "../narration/speak-all.ts";
import type { Voice } from "../narration/voices/voice.ts";

/** A plan and who says it. */
export interface KeyedPart extends Part {
  /** The name of its sound: the same words of the same voice have the same. */
  readonly key: string;
  readonly kind: "narration" | "description";
}

/** What is said of some slides, by slide; without those of which nothing is. */
export interface Plans {
  readonly parts: ReadonlyMap<Slide, KeyedPart>;
  readonly problems: readonly Problem[];
}

/** Plans the narration and the descriptions of a deck's slides. */
export interface KeptPlans {
  readonly narration: (deck: Deck, voiceOf: (slide: Slide) => Voice, read: ReadSentence) => Plans;
  readonly descriptions: (deck: Deck, voice: Voice, read: ReadSentence) => Plans;
}

interface Planned {
  readonly key: string;
  readonly voice: Voice;
  readonly part: KeyedPart | undefined;
  readonly problems: readonly Problem[];
}

/** Makes the keeper. */
export function keepPlans(): KeptPlans {
  const narrations = new WeakMap<Slide, Planned>();
  const descriptions = new WeakMap<Slide, Planned>();
  return {
    narration: (deck, voiceOf, read) =>
      plansOf("narration", narrations, deck, narrated(deck), voiceOf, (slide) =>
        planNarration(withOnly(deck, slide), () => voiceOf(slide), read),
      ),
    descriptions: (deck, voice, read) => {
      const slides = deck.eras.flatMap((era) => era.slides).filter((slide) => slide.descriptions.length > 0);
      return plansOf(
        "description",
        descriptions,
        deck,
        slides,
        () => voice,
        (slide) => planDescriptions(withOnly(deck, slide), voice, read),
      );
    },
  };
}

function plansOf(
  kind: KeyedPart["kind"],
  kept: WeakMap<Slide, Planned>,
  { meta: { language, pauses, pronunciations } }: Deck,
  slides: readonly Slide[],
  voiceOf: (slide: Slide) => Voice,
  make: (slide: Slide) => { readonly plans: readonly SlidePlan[]; readonly problems: readonly Problem[] },
): Plans {
  const key = JSON.stringify([language, pauses, pronunciations]);
  const all = slides.map((slide): Planned => {
    const voice = voiceOf(slide);
    const before = kept.get(slide);
    if (before?.key === key && before.voice === voice) return before;
    const { plans, problems } = make(slide);
    const [plan] = plans;
    const part =
      plan === undefined || !says(plan) ? undefined : { plan, voice, kind, key: soundKey(plan.utterances) };
    const planned = { key, voice, part, problems };
    kept.set(slide, planned);
    return planned;
  });
  const parts = new Map<Slide, KeyedPart>();
  for (const [i, { part }] of all.entries()) {
    const slide = slides[i];
    if (part !== undefined && slide !== undefined) parts.set(slide, part);
  }
  return { parts, problems: onceEach(all.flatMap(({ problems }) => problems)) };
}

/** The deck as if a slide were all it had. */
const withOnly = (deck: Deck, slide: Slide): Deck => ({
  ...deck,
  eras: deck.eras.flatMap((era) => (era.slides.includes(slide) ? [{ ...era, slides: [slide] }] : [])),
});

/** A word that a voice cannot follow is told once, where it stands first. */
function onceEach(problems: readonly Problem[]): Problem[] {
  const told = new Set<string>();
  return problems.filter(({ code, message }) => {
    if (code !== "pronunciation-unused") return true;
    const isNew = !told.has(message);
    told.add(message);
    return isNew;
  });
}
