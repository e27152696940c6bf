/**
 * The slides, as reveal.js lays them out: one column per era. Only slides near the one on show have content,
 * and only columns near it have sections at all, so that a long lecture costs no more than a short one.
 * reveal.js is told where to be; it keeps no keys, fragments, address or clock of its own.
 */
import Reveal from "reveal.js";
import { SLIDE_HEIGHT_PX, SLIDE_WIDTH_PX } from "../slide-size.ts";
import type { Columns } from "./columns.ts";
import type { LectureIndex } from "./data.ts";
import { applyStep, fillSlide } from "./slide-content.ts";
import { slideName } from "./slide-name.ts";
import type { Texts } from "./texts.ts";
import type { Track, TrackSlide } from "./track.ts";

/** Slides this near to the one on show have content, in the whole lecture's order. */
const NEAR_SLIDES = 2;
/** The overview shows this many slides before and after the current one as they are, and the rest as titles. */
const OVERVIEW_SLIDES = 150;

/** What can be done with the slides on screen. */
export interface Stage {
  /** Shows a slide at a step; softly where the lecture plays on, at once where a person jumps. */
  readonly show: (slide: TrackSlide, step: number, softly: boolean) => void;
  /** Shows all slides side by side, or the one again. */
  readonly toggleOverview: () => Promise<void>;
  readonly inOverview: () => boolean;
}

/**
 * Sets up reveal.js in `root` (`.reveal`).
 */
export async function createStage(
  root: HTMLElement,
  world: {
    readonly track: Track;
    readonly columns: Columns;
    /** What stands over the columns of the overview. */
    readonly eras: LectureIndex["columns"];
    readonly texts: Texts;
    /** A person picked a slide in the overview. */
    readonly picked: (slide: TrackSlide) => void;
    /** What is shown must be shown again. */
    readonly redraw: () => void;
  },
): Promise<Stage> {
  const { track, columns } = world;
  const slidesElement = root.querySelector(".slides");
  if (slidesElement === null) throw new Error("the page has no .slides");
  const rows = track.columns;
  const stacks = rows.map(() => document.createElement("section"));
  const sections = new Map<number, HTMLElement>();
  const filled = new Map<number, number>();
  let shown: TrackSlide | undefined;

  /** Gives near columns a section per slide, and the others a single empty one. */
  function populate(isNear: (column: number) => boolean): boolean {
    let changed = false;
    for (const [column, stack] of stacks.entries()) {
      const near = isNear(column);
      if (stack.dataset["near"] === String(near)) continue;
      stack.dataset["near"] = String(near);
      changed = true;
      for (const slide of rows[column] ?? []) {
        sections.delete(slide.number);
        filled.delete(slide.number);
      }
      const made = (near ? (rows[column] ?? []) : []).map((slide) => {
        const section = document.createElement("section");
        sections.set(slide.number, section);
        return section;
      });
      stack.replaceChildren(...(made.length > 0 ? made : [document.createElement("section")]));
    }
    return changed;
  }

  /** Puts the slide at a step; fills it first if its data is here. */
  function put(slide: TrackSlide, step: number): void {
    const section = sections.get(slide.number);
    const data = columns.get(slide.column)?.slides[slide.row];
    if (section === undefined || data === undefined) return;
    const before = filled.get(slide.number);
    if (before === undefined) {
      fillSlide(section, data.html);
      const content = section.firstElementChild;
      content?.setAttribute("aria-roledescription", world.texts.slide);
      content?.setAttribute("aria-label", slideName(slide, track.slides.length, world.texts));
      if (section.matches("[data-background-color], [data-background-image], [data-background-gradient]")) {
        deck.syncSlide(section);
      }
    }
    if (before !== step) applyStep(section, data, step);
    filled.set(slide.number, step);
  }

  function empty(number: number): void {
    sections.get(number)?.replaceChildren();
    filled.delete(number);
  }

  const deck = new Reveal(root, options());
  populate((column) => column === 0);
  slidesElement.replaceChildren(...stacks);
  await deck.initialize();
  // reveal.js makes the slides an "application", in which screen readers hand every key to the page.
  root.removeAttribute("role");
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  const setMotion = () => deck.configure({ transition: still.matches ? "none" : "fade" });
  still.addEventListener("change", setMotion);
  setMotion();
  new ResizeObserver(() => deck.layout()).observe(root);

  let following = false;
  deck.on("slidechanged", () => {
    if (following) return;
    const { h, v } = deck.getIndices();
    const slide = rows[h]?.[v ?? 0];
    if (slide !== undefined) world.picked(slide);
  });

  function follow(act: () => void): void {
    following = true;
    try {
      act();
    } finally {
      following = false;
    }
  }

  function show(slide: TrackSlide, step: number, softly: boolean): void {
    root.classList.toggle("is-jumping", !softly);
    put(slide, step);
    if (slide === shown) return keepNear(slide);
    shown = slide;
    const isNear = deck.isOverview() ? () => true : (column: number) => Math.abs(column - slide.column) <= 1;
    follow(() => {
      if (populate(isNear)) deck.sync();
      put(slide, step);
      deck.slide(slide.column, slide.row);
    });
    keepNear(slide);
  }

  /** Fills the neighbours, as they open, and empties what is far away. */
  function keepNear(slide: TrackSlide): void {
    if (deck.isOverview()) return;
    for (const number of filled.keys()) if (Math.abs(number - slide.number) > NEAR_SLIDES) empty(number);
    for (const neighbour of [track.slides[slide.number + 1], track.slides[slide.number - 1]]) {
      if (neighbour !== undefined && !filled.has(neighbour.number)) {
        put(neighbour, neighbour.number < slide.number ? Infinity : 0);
      }
    }
  }

  /** All slides at once, as they end; those far away in a long lecture by their titles only. */
  async function openOverview(): Promise<void> {
    if (shown === undefined) return;
    const near = shown;
    const wanted = track.slides.filter((slide) => Math.abs(slide.number - near.number) <= OVERVIEW_SLIDES);
    // A column that does not load shows its titles.
    await Promise.allSettled([...new Set(wanted.map((slide) => slide.column))].map(columns.load));
    follow(() => {
      populate(() => true);
      for (const slide of wanted) put(slide, Infinity);
      for (const slide of track.slides) {
        if (filled.has(slide.number)) continue;
        const title = document.createElement("p");
        title.className = "slide-name";
        title.textContent = slideName(slide, track.slides.length, world.texts);
        sections.get(slide.number)?.replaceChildren(title);
      }
      // In small, slides are there to be picked as a whole.
      for (const section of sections.values()) section.firstElementChild?.toggleAttribute("inert", true);
      for (const [column, stack] of stacks.entries()) stack.prepend(...eraTitle(world.eras[column]));
      deck.sync();
      deck.toggleOverview(true);
      deck.slide(near.column, near.row);
    });
  }

  // Fired before reveal.js goes to the slide that was picked: clean up after that.
  deck.on("overviewhidden", () => {
    shown = undefined;
    for (const title of slidesElement.querySelectorAll(".overview-era")) title.remove();
    for (const section of sections.values()) section.firstElementChild?.removeAttribute("inert");
    for (const number of sections.keys()) if (!filled.has(number)) sections.get(number)?.replaceChildren();
    queueMicrotask(world.redraw);
  });

  return {
    show,
    toggleOverview: async () => (deck.isOverview() ? deck.toggleOverview(false) : await openOverview()),
    inOverview: () => deck.isOverview(),
  };
}

/** The title of an era, to stand over its column. */
function eraTitle(era: LectureIndex["columns"][number] | undefined): HTMLElement[] {
  if (era === undefined || era.title === "") return [];
  const title = document.createElement("p");
  title.className = "overview-era";
  title.textContent = era.title;
  if (era.eraIndex !== undefined) title.dataset["eraIndex"] = String(era.eraIndex);
  return [title];
}

function options(): ConstructorParameters<typeof Reveal>[1] {
  return {
    width: SLIDE_WIDTH_PX,
    height: SLIDE_HEIGHT_PX,
    embedded: true,
    margin: 0,
    minScale: 0.05,
    maxScale: 5,
    center: false,
    controls: false,
    progress: false,
    slideNumber: false,
    hash: false,
    respondToHashChanges: false,
    jumpToSlide: false,
    keyboard: false,
    touch: false,
    fragments: false,
    help: false,
    pause: false,
    autoPlayMedia: false,
    autoAnimate: false,
    navigationMode: "linear",
    postMessage: false,
    postMessageEvents: false,
    focusBodyOnPageVisibilityChange: false,
    scrollActivationWidth: 0,
    hideInactiveCursor: false,
    transition: "fade",
    transitionSpeed: "fast",
    backgroundTransition: "none",
  };
}
