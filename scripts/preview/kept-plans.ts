/** What a deck that is read again and again says: each slide's words are planned once, as long as it and its voice are the same. */
import type { Deck, Problem, Slide } from "../model.ts";
import { planDescriptions } from "../narration/describe.ts";
import { narrated, planNarration, type ReadSentence, type SlidePlan } from "../narration/plan.ts";
import { soundKey } from "../narration/sound.ts";
import { says, type Part } from "../narration/speak-all.ts";
import type { Voice } from "../narration/voices/voice.ts";
import { moved, movedSlide, unmoved } from "./kept-slides.ts";

/** A plan and who says it. */
export interface KeyedPart extends Part {
  /** The name of its sound: the same words of the same voice have the same. */
  readonly key: string;
  readonly kind: "narration" | "description";
  /** The plan as it was made first: the same object while the slide only moves in its file. */
  readonly first: SlidePlan;
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
  readonly slide: Slide;
  readonly voice: Voice;
  readonly part: KeyedPart | undefined;
  readonly problems: readonly Problem[];
}

/** Makes the keeper. */
export function keepPlans(): KeptPlans {
  const narrations = new WeakMap<object, Planned>();
  const descriptions = new WeakMap<object, Planned>();
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
  kept: WeakMap<object, Planned>,
  { meta: { language, pauses, pronunciations } }: Deck,
  slides: readonly Slide[],
  voiceOf: (slide: Slide) => Voice,
  make: (slide: Slide) => ReturnType<typeof planNarration>,
): Plans {
  const key = JSON.stringify([language, pauses, pronunciations]);
  const all = slides.map((slide): Planned => {
    const voice = voiceOf(slide);
    const before = kept.get(unmoved(slide));
    if (before?.key === key && before.voice === voice && before.slide === slide) return before;
    const known = before?.key === key && before.voice === voice ? movedTo(slide, before) : undefined;
    const planned = known ?? { key, slide, voice, ...plannedPart(kind, make(slide), voice) };
    kept.set(unmoved(slide), planned);
    return planned;
  });
  const parts = new Map<Slide, KeyedPart>();
  for (const [i, { part }] of all.entries()) {
    const slide = slides[i];
    if (part !== undefined && slide !== undefined) parts.set(slide, part);
  }
  return { parts, problems: onceEach(all.flatMap(({ problems }) => problems)) };
}

function plannedPart(
  kind: KeyedPart["kind"],
  { plans: [plan], problems }: ReturnType<typeof planNarration>,
  voice: Voice,
): Pick<Planned, "part" | "problems"> {
  if (plan === undefined || !says(plan)) return { part: undefined, problems };
  return { part: { plan, first: plan, voice, kind, key: soundKey(plan.utterances) }, problems };
}

/** What was planned of a slide, where it stands now; undefined when something is wrong with it, which must be found at its place. */
function movedTo(slide: Slide, { slide: before, problems, part, ...rest }: Planned): Planned | undefined {
  if (problems.length > 0) return undefined;
  const lines = slide.at.line - before.at.line;
  return { ...rest, slide, problems, part: part && { ...part, plan: movedPlan(part.plan, lines) } };
}

const movedPlan = ({ slide, utterances }: SlidePlan, lines: number): SlidePlan => ({
  slide: movedSlide(slide, lines),
  utterances: utterances.map((utterance) => moved(utterance, lines)),
});

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
