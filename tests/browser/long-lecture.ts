/** A lecture of a thousand slides. */
import type { Lecture } from "../../scripts/model.ts";
import { tonesLecture } from "./fixture.ts";

/** The fixture's first slide, 1,000 times: 20 eras of 50 slides, each 10 s long and silent. */
export async function longLecture(): Promise<Lecture> {
  const base = await tonesLecture({ silent: true });
  const model = base.deck.eras[0]?.slides[1];
  const era = base.deck.eras[0];
  if (model === undefined || era === undefined) throw new Error("the fixture is empty");
  const eras = Array.from({ length: 20 }, (_, e) => ({
    ...era,
    id: `era-${e}`,
    title: `Era ${e}`,
    slides: Array.from({ length: 50 }, (_, s) => ({
      ...model,
      id: `s-${s}`,
      fullId: `era-${e}/s-${s}`,
      title: `Slide ${e}.${s}`,
      titleHtml: `Slide ${e}.${s}`,
      narration: [],
    })),
  }));
  const slides = eras.flatMap((era) => era.slides);
  return {
    ...base,
    deck: { ...base.deck, eras },
    timeline: {
      durationMs: slides.length * 10_000,
      estimated: true,
      slides: slides.map(({ fullId }, n) => ({
        slide: fullId,
        startMs: n * 10_000,
        endMs: (n + 1) * 10_000,
        sentences: [],
        stepsMs: [],
        waitsMs: [],
      })),
    },
  };
}
