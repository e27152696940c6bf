/** Drawing and pointing on the slide on show: puts the surface, the hand, the tools and the store together. */
import { strokesOf } from "../talk/drawing.ts";
import type { TalkLink } from "../talk/messages.ts";
import type { Stroke } from "../talk/stroke.ts";
import { createDrawingBar } from "./drawing-bar.ts";
import { createDrawingFiles, type DrawingFilesWorld } from "./drawing-files.ts";
import { createDrawingHand, newId } from "./drawing-hand.ts";
import { createDrawingSurface } from "./drawing-surface.ts";
import { createLaser } from "./laser.ts";
import type { TrackSlide } from "./track.ts";

/** Others need no more pictures of a growing line than this. */
const TELL_EVERY_MS = 40;

/** What drawing needs of the page. */
export interface DrawingWorld extends DrawingFilesWorld {
  /** Has the shape of the slide, and lies where it lies. */
  readonly host: HTMLElement;
  readonly link: TalkLink;
  /** What the deck carries as drawn on a slide; undefined where there is nothing, or it has not come yet. */
  readonly carried: (slide: TrackSlide) => readonly Stroke[] | undefined;
  /** Drawing is turned on or off. */
  readonly turned: (on: boolean) => void;
  /** Drawing is turned off, and the button that had the focus is gone. */
  readonly closed: () => void;
  /** Says something to screen readers. */
  readonly sayAloud: (text: string) => void;
}

/** Drawing on the page's slide. */
export interface DrawingPart {
  /** Shows what is drawn on a slide. Drawing is turned off while there is no place for it, as in the overview. */
  readonly draw: (slide: TrackSlide, hasPlace: boolean) => void;
  readonly toggle: () => void;
  readonly isOn: () => boolean;
}

/** Binds the tools; drawing is off. */
export function createDrawing(world: DrawingWorld): DrawingPart {
  const { store, link, texts, toast } = world;
  const surface = createDrawingSurface(world.host);
  const laser = createLaser(surface.top);
  const files = createDrawingFiles(world);
  let on = false;
  let shown = "";
  let ours: Stroke | undefined;
  let toldMs = 0;
  let warned = false;
  let pointing = false;

  function redraw(): void {
    const drawing = store.of(shown);
    surface.show(strokesOf(drawing));
    surface.showLive([ours, store.liveOf(shown)].filter((line) => line !== undefined));
    bar.draw(drawing.done.length > 0, drawing.undone.length > 0);
    if (drawing.done.length > 0 && !store.areKept() && !warned) {
      warned = true;
      toast(texts.drawingsNotKept);
    }
  }

  function live(slide: string, stroke: Stroke | undefined): void {
    ours = slide === shown ? stroke : undefined;
    const nowMs = performance.now();
    if (stroke !== undefined && nowMs - toldMs >= TELL_EVERY_MS) {
      toldMs = nowMs;
      store.tellLive(slide, stroke);
    }
    redraw();
  }

  function turn(wanted: boolean): void {
    if (on === wanted) return;
    on = wanted;
    const hadFocus = document.querySelector("#draw-bar :focus") !== null;
    bar.show(on);
    surface.element.classList.toggle("is-drawing", on);
    document.body.classList.toggle("is-drawing", on);
    world.turned(on);
    if (on) {
      world.sayAloud(texts.drawingOn);
    } else {
      letGo();
      if (hadFocus) world.closed();
    }
  }

  const clear = (slides: readonly string[]) => {
    const gesture = newId();
    for (const slide of slides)
      store.erase(
        slide,
        gesture,
        strokesOf(store.of(slide)).map(({ id }) => id),
      );
  };

  async function clearAll(): Promise<void> {
    await files.carryAll();
    clear(store.slides());
    toast(texts.allCleared);
  }

  const bar = createDrawingBar(
    {
      undo: () => store.undo(shown),
      redo: () => store.redo(shown),
      clearSlide: () => {
        clear([shown]);
        toast(texts.slideCleared);
      },
      clearAll: () => void clearAll(),
      save: () => void files.save(),
      open: (file) => void files.open(file),
      off: () => turn(false),
      changed: () => {
        surface.element.dataset["tool"] = bar.tool().name;
        point(undefined);
      },
    },
    texts,
  );
  const letGo = createDrawingHand(surface.element, {
    store,
    tool: bar.tool,
    slide: () => shown,
    live,
    point,
    full: () => toast(texts.slideFull),
  });

  function point(at: Parameters<typeof laser>[0]): void {
    if (at === undefined && !pointing) return;
    pointing = at !== undefined;
    laser(at);
    link.send(at === undefined ? { kind: "pointer", slide: shown } : { kind: "pointer", slide: shown, at });
  }

  document.addEventListener(
    "keydown",
    (event) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (!on || target.closest("dialog, input, textarea, select") !== null) return;
      const act = drawingKey(event);
      if (act === undefined) return;
      event.preventDefault();
      act();
    },
    { capture: true },
  );
  function drawingKey({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): (() => void) | undefined {
    const letter = ctrlKey || metaKey ? key.toLowerCase() : "";
    if (letter === "z") return () => (shiftKey ? store.redo(shown) : store.undo(shown));
    if (letter === "y") return () => store.redo(shown);
    // An open menu closes first.
    const menuIsOpen = document.querySelector("#draw-menu:not([hidden])") !== null;
    return key === "Escape" && !menuIsOpen ? () => turn(false) : undefined;
  }

  for (const button of document.querySelectorAll("[data-draw]"))
    button.addEventListener("click", () => turn(!on));
  store.follow(redraw);
  return {
    isOn: () => on,
    toggle: () => turn(!on),
    draw: (slide, hasPlace) => {
      if (!hasPlace) turn(false);
      const strokes = world.carried(slide);
      if (strokes !== undefined) store.carry(slide.fullId, strokes);
      if (shown === slide.fullId) return;
      shown = slide.fullId;
      ours = undefined;
      point(undefined);
      redraw();
    },
  };
}
