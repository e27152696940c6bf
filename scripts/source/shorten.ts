/**
 * A shorter deck: without the slides that are marked `.optional`, and without the eras that hold nothing else. Whatever named a slide that is left
 * out leads to the nearest one that is kept. Pure.
 */
import { creditsInForce, usedBy } from "../credits/in-force.ts";
import { error, warning } from "../diagnostics.ts";
import type { Deck, Era, Problem, Shortened, Slide } from "../model.ts";
import { estimateMs } from "../narration/estimate.ts";
import { substituteOf } from "../player/left-out.ts";
import { plannedTimes } from "../talk/planned.ts";
import { assetUrl } from "./links.ts";

/** A deck without its optional slides. */
export interface ShortDeck {
  /** Undefined when nothing would be left. */
  readonly deck: Deck | undefined;
  readonly problems: readonly Problem[];
}

/** Leaves the optional slides out. */
export function shorten(deck: Deck): ShortDeck {
  const slides = deck.eras.flatMap((era) => era.slides);
  const kept = slides.filter((slide) => slide.optional !== true);
  const at = deck.eras[0]?.at ?? { file: "deck.yaml", line: 1, column: 1 };
  if (kept.length === 0 && slides.length > 0) {
    const hint = "take .optional from what the short lecture should hold";
    return {
      deck: undefined,
      problems: [error("nothing-left", at, "every slide is optional, so nothing would be left", { hint })],
    };
  }
  const problems =
    kept.length < slides.length
      ? []
      : [
          warning("nothing-optional", at, "no slide is optional, so the short lecture is the whole one", {
            hint: "mark a slide: ## Title {.optional}",
          }),
        ];
  const instead = Object.fromEntries(substitutes(deck.eras));
  const known = new Set(kept.flatMap(({ id, fullId }) => [id, fullId]));
  const { eraMinutes, deckMinutes } = shorterMinutes(deck);
  const eras = deck.eras.flatMap((era, i): Era[] => {
    const left = era.slides.filter((slide) => slide.optional !== true);
    if (left.length === 0 && era.slides.length > 0) return [];
    const minutes = eraMinutes[i];
    const slidesLeft = left.map((slide) => redirected(slide, instead, known));
    return [{ ...era, ...(minutes === undefined ? {} : { minutes }), slides: slidesLeft }];
  });
  return {
    deck: {
      ...deck,
      meta: {
        ...deck.meta,
        credits: creditsInForce(deck.meta.credits, usedBy(eras, deck.meta)),
        ...(deckMinutes === undefined ? {} : { minutes: deckMinutes }),
      },
      eras,
      media: deck.media.filter((path) => eras.some((era) => era.slides.some((slide) => shows(slide, path)))),
      short: { leftOut: slides.length - kept.length, instead },
    },
    problems,
  };
}

/** Full ids and aliases of what is left out, eras among them → full id of the slide that is shown instead. */
function substitutes(eras: readonly Era[]): ReadonlyMap<string, string> {
  const slides = eras.flatMap((era) => era.slides.map((slide) => ({ slide, era })));
  const isKept = ({ slide }: { readonly slide: Slide }) => slide.optional !== true;
  const instead = new Map<string, string>();
  for (const [i, { slide, era }] of slides.entries()) {
    if (slide.optional !== true) continue;
    const inEra = (one: { readonly era: Era }) => one.era === era;
    const [before, after] = [slides.slice(0, i).toReversed(), slides.slice(i + 1)];
    // What was shown just before leads up to it; an era that is gone is followed by the next.
    const near =
      before.find((one) => inEra(one) && isKept(one)) ??
      after.find((one) => inEra(one) && isKept(one)) ??
      after.find(isKept) ??
      before.find(isKept);
    if (near === undefined) continue;
    const full = (alias: string) => (alias.includes("/") ? alias : `${era.id}/${alias}`);
    for (const name of [slide.fullId, ...slide.aliases.map(full)]) instead.set(name, near.slide.fullId);
    if (!era.slides.some((one) => one.optional !== true) && !instead.has(era.id))
      instead.set(era.id, near.slide.fullId);
  }
  return instead;
}

/** What only the whole lecture uses: a short one says nothing of it. */
const OF_THE_WHOLE: ReadonlySet<string> = new Set(["recording-unused", "pronunciation-unused"]);

/** The problems of a deck's narration that mean something for this deck, which may be a shorter one. */
export const narrationProblems = (problems: readonly Problem[], { short }: Deck): readonly Problem[] =>
  short === undefined ? problems : problems.filter(({ code }) => !OF_THE_WHOLE.has(code));

/** Links of the author's own, `#/era/slide` or `#/slide`; steps may stand after them. */
const LINK = /(<a\b[^>]*?\shref="#\/)([^"]*)(")/g;

/** The slide with its links to what is left out leading to what is there; the same object where it has none. */
function redirected(slide: Slide, instead: Shortened["instead"], known: ReadonlySet<string>): Slide {
  const html = (text: string): string =>
    text.includes('"#/')
      ? text.replace(LINK, (whole, open: string, written: string, close: string) => {
          const name = decoded(written.replace(/\?.*$/, ""));
          const id = known.has(name) ? undefined : substituteOf(name, instead);
          return id === undefined
            ? whole
            : `${open}${id.split("/").map(encodeURIComponent).join("/")}${close}`;
        })
      : text;
  if (textsOf(slide).every((text) => html(text) === text)) return slide;
  return {
    ...slide,
    titleHtml: html(slide.titleHtml),
    slots: Object.fromEntries(Object.entries(slide.slots).map(([name, text]) => [name, html(text)])),
    footnotes: slide.footnotes.map(html),
    narration: slide.narration.map((sentence) => ({ ...sentence, html: html(sentence.html) })),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Everything of a slide that is HTML. */
const textsOf = ({ slots, titleHtml, footnotes, narration }: Slide): string[] => [
  titleHtml,
  ...Object.values(slots),
  ...footnotes,
  ...narration.map(({ html }) => html),
];

/** Whether a picture, film or sound of the deck is on a slide. */
function shows(slide: Slide, path: string): boolean {
  const url = assetUrl(path);
  return [...textsOf(slide), ...Object.values(slide.settings)].some((text) => text.includes(url));
}

/** Slides that are left out take with them the minutes that they were planned for. */
function shorterMinutes({ eras, meta }: Deck): {
  readonly eraMinutes: readonly (number | undefined)[];
  readonly deckMinutes: number | undefined;
} {
  const timed = eras.map(({ minutes, slides }) => ({
    ...(minutes === undefined ? {} : { minutes }),
    slides: slides.map((slide) => ({
      ...(slide.minutes === undefined ? {} : { minutes: slide.minutes }),
      narrationMs: estimateMs(slide.narration.map(({ text }) => text).join(" ")),
    })),
  }));
  const times = plannedTimes(timed, meta.minutes) ?? [];
  const lost = eras.map(({ slides }, e) =>
    slides.reduce(
      (sum, slide, s) => sum + (slide.optional === true ? (times[e]?.[s]?.plannedMs ?? 0) : 0),
      0,
    ),
  );
  const less = (minutes: number | undefined, ms: number): number | undefined =>
    minutes === undefined ? undefined : Math.max(0, Math.round((minutes - ms / 60_000) * 100) / 100);
  return {
    eraMinutes: eras.map(({ minutes }, e) => less(minutes, lost[e] ?? 0)),
    deckMinutes: less(
      meta.minutes,
      lost.reduce((a, b) => a + b, 0),
    ),
  };
}
