/** What slides need of their lecture: computed once, shared by every slide. */
import type { BibliographyEntry, DeckMeta, Lecture, LectureCredit, MadeSlide, Slide } from "../model.ts";
import type { DrawnSlide } from "./slide.ts";
import { spanInWords, spanInYears } from "./span.ts";
import { builtInTemplates, type Templates } from "./templates.ts";
import { themes } from "./themes.ts";

/** An era as its slides show it. */
export interface EraContext {
  /** From 0; which accent its slides have. */
  readonly accent: number;
  /** The number of its file, else its place from 1; 0 for what comes before the first era. */
  readonly number: number;
  readonly title: string;
  /** Empty when the era has no span. */
  readonly spanWords: string;
  readonly spanYears: string;
  readonly places: readonly string[];
  readonly summary: string;
  /** Keys of everything cited in the era. */
  readonly cited: ReadonlySet<string>;
}

/** What every slide of a lecture is rendered with. */
export interface RenderContext {
  readonly meta: DeckMeta;
  /** Era id → era. */
  readonly eras: ReadonlyMap<string, EraContext>;
  /** In the order of the bibliography. */
  readonly bibliography: ReadonlyMap<string, BibliographyEntry>;
  readonly credits: readonly LectureCredit[];
  /** Full id of a slide → the credits of what it is adapted from. */
  readonly adapted: ReadonlyMap<string, readonly LectureCredit[]>;
  readonly templates: Templates;
  /** The slides that `drawSlide` has drawn. */
  readonly drawn: Map<Slide | MadeSlide, DrawnSlide>;
}

/**
 * Gathers what the slides of a lecture need.
 * @param templates the deck's own templates over ours, for a deck that is trusted: see `withDeckTemplates`
 */
export function renderContext(
  lecture: Pick<Lecture, "deck" | "bibliography" | "credits">,
  templates: Templates = builtInTemplates,
): RenderContext {
  const { meta, eras } = lecture.deck;
  const accents = themes.find((theme) => theme.name === meta.theme)?.accents ?? 1;
  return {
    meta,
    eras: new Map(
      eras.map((era, index) => [
        era.id,
        {
          accent: index % accents,
          number: era.number ?? index + 1,
          title: era.title,
          spanWords: era.span === undefined ? "" : spanInWords(era.span, meta.language),
          spanYears: era.span === undefined ? "" : spanInYears(era.span, meta.language),
          places: era.places,
          summary: era.summary ?? "",
          cited: new Set(era.slides.flatMap((slide) => slide.citations.map((citation) => citation.key))),
        },
      ]),
    ),
    bibliography: new Map(lecture.bibliography.map((entry) => [entry.key, entry])),
    credits: lecture.credits,
    adapted: adaptedSlides(lecture.credits),
    templates,
    drawn: new Map(),
  };
}

function adaptedSlides(credits: readonly LectureCredit[]): Map<string, LectureCredit[]> {
  const adapted = new Map<string, LectureCredit[]>();
  for (const credit of credits)
    for (const id of credit.slides ?? []) adapted.set(id, [...(adapted.get(id) ?? []), credit]);
  return adapted;
}
