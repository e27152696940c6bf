/** All slides of the lecture, by era: each with its picture, to be chosen or taken out. */
import { byId, setText } from "../player/dom.ts";
import { showTime } from "../player/show-time.ts";
import { slideTitle } from "../player/slide-name.ts";
import { say } from "../player/texts.ts";
import type { TrackSlide } from "../player/track.ts";
import { borrowedIn, choose, keyOf, remove, type Draft } from "./draft.ts";
import { icon, make, makeButton } from "./elements.ts";
import { isAuthors } from "./kept-draft.ts";
import { createPictures } from "./pictures.ts";
import { announceDone } from "./say.ts";
import type { World } from "./world.ts";

/** The library. */
export interface Library {
  /** Shows these slides alone, by number; all where undefined. */
  readonly show: (wanted: ReadonlySet<number> | undefined) => void;
  /** What is shown now. */
  readonly shown: () => readonly TrackSlide[];
}

/** What belongs to a slide on the page. */
interface Card {
  readonly slide: TrackSlide;
  readonly element: HTMLLIElement;
  readonly check: HTMLInputElement;
  readonly number: HTMLElement;
}

/** Draws the library. */
export function createLibrary(world: World, lookCloser: (slide: TrackSlide) => void): Library {
  const { index, track, texts, store } = world;
  const root = byId("eras", HTMLDivElement);
  const pictures = createPictures(byId("library", HTMLElement), world.columns);
  const eras = index.columns.flatMap((column, number) => {
    if (!isAuthors(index, number)) return [];
    const slides = track.columns[number] ?? [];
    const cards = slides.map(drawCard);
    const all = make("button", "quiet-button");
    all.type = "button";
    all.addEventListener("click", () => chooseAll(slides));
    const title = make("h3", "remix-era-title", column.title);
    const size = make("p", "remix-era-size", eraSize(slides));
    size.lang = index.texts;
    all.lang = index.texts;
    const section = make("section", "remix-era", make("div", "remix-era-head", title, size, all));
    section.setAttribute("aria-label", column.title);
    if (column.eraIndex !== undefined) section.dataset["eraIndex"] = String(column.eraIndex);
    section.append(make("ul", "cards", ...cards.map(({ element }) => element)));
    return [{ section, cards, all, title: column.title, slides }];
  });
  root.replaceChildren(...eras.map(({ section }) => section));
  store.follow(draw);

  function eraSize(slides: readonly TrackSlide[]): string {
    const count = say(slides.length === 1 ? texts.slideCountOne : texts.slideCount, { n: slides.length });
    return `${count} · ${showTime((slides.at(-1)?.endMs ?? 0) - (slides[0]?.startMs ?? 0))}`;
  }

  function drawCard(slide: TrackSlide): Card {
    const title = slideTitle(slide, texts);
    const picture = make("span", "picture card-picture");
    picture.inert = true;
    const number = make("span", "card-number");
    number.setAttribute("aria-hidden", "true");
    const check = make("input", "card-check");
    check.type = "checkbox";
    check.addEventListener("change", () => toggle(slide, title, check.checked));
    const time = make("span", "card-time", showTime(slide.endMs - slide.startMs));
    const words = make("span", "card-words", check, make("span", "card-title", title), time);
    const closer = makeButton("button card-closer", say(texts.remixCloser, { title }), icon("enlarge"));
    closer.setAttribute("aria-haspopup", "dialog");
    closer.addEventListener("click", () => lookCloser(slide));
    const element = make("li", "card", make("label", "card-label", picture, number, words), closer);
    pictures.watch(picture, slide);
    return { slide, element, check, number };
  }

  function toggle({ fullId }: TrackSlide, title: string, isChosen: boolean): void {
    const draft = store.get();
    store.set(isChosen ? choose(draft, [fullId]) : remove(draft, [fullId]));
    announceDone(world, say(isChosen ? texts.remixChosen : texts.remixDropped, { title }));
  }

  /** Chooses what is not chosen yet; where all is, takes all out. */
  function chooseAll(slides: readonly TrackSlide[]): void {
    const draft = store.get();
    const ids = slides.map(({ fullId }) => fullId);
    const chosen = choose(draft, ids);
    if (chosen === draft) {
      store.set(remove(draft, ids));
      return announceDone(world, say(texts.remixManyDropped, { n: ids.length }));
    }
    store.set(chosen);
    announceDone(world, say(texts.remixManyChosen, { n: chosen.items.length - draft.items.length }));
  }

  function draw(draft: Draft): void {
    const places = new Map(draft.items.map((item, place) => [keyOf(item), place + 1]));
    const chosen = new Set(borrowedIn(draft));
    for (const { cards, all, title, slides } of eras) {
      for (const { slide, element, check, number } of cards) {
        check.checked = chosen.has(slide.fullId);
        element.classList.toggle("is-chosen", check.checked);
        setText(number, String(places.get(slide.fullId) ?? ""));
      }
      const isWhole = slides.every(({ fullId }) => chosen.has(fullId));
      const what = isWhole ? texts.remixDropEra : texts.remixChooseEra;
      setText(all, what);
      all.setAttribute("aria-label", say(texts.remixEraOf, { what, era: title }));
    }
  }

  return {
    show: (wanted) => {
      for (const { section, cards, all } of eras) {
        // It takes the whole era; of what was found there is a button of its own.
        all.hidden = wanted !== undefined;
        for (const { slide, element } of cards)
          element.hidden = wanted !== undefined && !wanted.has(slide.number);
        section.hidden = cards.every(({ element }) => element.hidden);
      }
    },
    shown: () =>
      eras.flatMap(({ cards }) => cards.flatMap(({ slide, element }) => (element.hidden ? [] : [slide]))),
  };
}
