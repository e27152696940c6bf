/**
 * What a mouse, a pen or a finger does on a slide while drawing is on. One of them draws at a time; once a pen was seen, fingers and the
 * palm that rests beside it do nothing.
 */
import type { SlidePoint } from "../talk/messages.ts";
import { simplify } from "../talk/simplify.ts";
import { touches } from "../talk/stroke-hit.ts";
import { strokesOf } from "../talk/drawing.ts";
import {
  pointsOf,
  SLIDE_RATIO,
  type Ink,
  type Stroke,
  type StrokePlace,
  type StrokeTool,
} from "../talk/stroke.ts";
import type { DrawingStore } from "./drawing-store.ts";

/** What the hand holds. */
export type HandTool =
  | { readonly name: StrokeTool; readonly ink: Ink; readonly width: number }
  | { readonly name: "eraser" }
  | { readonly name: "laser" };

/** What the hand acts on. */
export interface HandWorld {
  readonly store: DrawingStore;
  readonly tool: () => HandTool;
  /** Full id of the slide on show. */
  readonly slide: () => string;
  /** A line as far as it is drawn, at most once a frame; undefined when it is finished or given up. */
  readonly live: (slide: string, stroke: Stroke | undefined) => void;
  readonly point: (at: SlidePoint | undefined) => void;
  /** The slide has no room for more lines. */
  readonly full: () => void;
}

/** In slide widths. */
const ERASER_RADIUS = 0.012;
/** A longer line goes on as another one, and is undone with it. */
const MAX_PLACES = 3_000;
/** The bit of `buttons` that a pen's other end sets (Pointer Events, "chorded button interactions"). */
const ERASER_BUTTON = 32;

/** What is under way. */
interface Gesture {
  readonly pointer: number;
  readonly kind: string;
  readonly name: string;
  readonly slide: string;
  readonly tool: HandTool;
  /** Of a line: its id, and its places so far. */
  readonly id: string;
  readonly places: readonly StrokePlace[];
}

/**
 * Binds the pointer to an element that has the shape of the slide.
 * @returns what gives up whatever is under way, and forgets that a pen was seen
 */
export function createDrawingHand(element: SVGSVGElement, world: HandWorld): () => void {
  const { store } = world;
  let gesture: Gesture | undefined;
  let penSeen = false;
  let asked = 0;

  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (event.pointerType === "pen") {
      penSeen = true;
      if (gesture?.kind === "touch") giveUp();
    }
    if (gesture !== undefined || (event.pointerType === "touch" && penSeen)) return;
    // The focus stays where the keys are heard, and no text is selected.
    event.preventDefault();
    element.setPointerCapture(event.pointerId);
    const tool: HandTool = (event.buttons & ERASER_BUTTON) !== 0 ? { name: "eraser" } : world.tool();
    gesture = {
      pointer: event.pointerId,
      kind: event.pointerType,
      name: newId(),
      slide: world.slide(),
      tool,
      id: newId(),
      places: [],
    };
    move(event, gesture);
  });
  element.addEventListener("pointermove", (event) => {
    if (gesture?.pointer === event.pointerId) move(event, gesture);
    // A mouse points without being pressed.
    else if (event.pointerType === "mouse" && gesture === undefined && world.tool().name === "laser")
      world.point(pointAt(event, element.getBoundingClientRect()));
  });
  element.addEventListener("pointerup", ({ pointerId, pointerType }) => {
    if (gesture?.pointer !== pointerId) return;
    if (gesture.places.length > 0) finish(gesture);
    if (gesture.tool.name === "laser" && pointerType !== "mouse") world.point(undefined);
    gesture = undefined;
  });
  element.addEventListener("pointercancel", ({ pointerId }) => {
    if (gesture?.pointer === pointerId) giveUp();
  });
  element.addEventListener("pointerleave", () => {
    if (gesture === undefined) world.point(undefined);
  });
  // A line is no swipe to the next slide, and what lies around the slide has no part in it.
  for (const kind of ["touchstart", "pointerdown", "pointermove", "pointerup"])
    element.addEventListener(kind, (event) => event.stopPropagation(), { passive: true });

  function move(event: PointerEvent, now: Gesture): void {
    const box = element.getBoundingClientRect();
    const events = coalesced(event);
    const last = events.at(-1) ?? event;
    if (now.tool.name === "laser") return world.point(pointAt(last, box));
    const added = events.map((one): StrokePlace => {
      const { x, y } = pointAt(one, box);
      return { x, y: y * SLIDE_RATIO, pressure: one.pressure };
    });
    const places = [...now.places, ...added];
    const next = { ...now, places };
    gesture = next;
    if (now.tool.name === "eraser") return erase(next, added);
    if (places.length > MAX_PLACES) {
      finish(next);
      gesture = { ...next, id: newId(), places: places.slice(-1) };
    } else asked ||= requestAnimationFrame(showLive);
  }

  function showLive(): void {
    asked = 0;
    if (gesture !== undefined && gesture.places.length > 0) world.live(gesture.slide, lineOf(gesture));
  }

  function erase(now: Gesture, added: readonly StrokePlace[]): void {
    const path = now.places.slice(-added.length - 1).map(({ x, y }) => ({ x, y: y / SLIDE_RATIO }));
    const hit = strokesOf(store.of(now.slide)).filter((stroke) =>
      path.some((to, i) => touches(stroke, path[i - 1] ?? to, to, ERASER_RADIUS)),
    );
    if (hit.length > 0)
      store.erase(
        now.slide,
        now.name,
        hit.map(({ id }) => id),
      );
    // Of an eraser's way only its last place is needed.
    gesture = { ...now, places: now.places.slice(-1) };
  }

  function finish(now: Gesture): void {
    const stroke = lineOf(now);
    if (stroke === undefined) return;
    if (!store.add(now.slide, now.name, [stroke])) world.full();
    world.live(now.slide, undefined);
  }

  function giveUp(): void {
    const had = gesture;
    gesture = undefined;
    if (had?.tool.name === "laser") world.point(undefined);
    else if (had !== undefined && had.tool.name !== "eraser") {
      world.live(had.slide, undefined);
      store.tellLive(had.slide, undefined);
    }
  }

  return () => {
    giveUp();
    penSeen = false;
    world.point(undefined);
  };
}

/** The line as far as it is drawn; undefined for a tool that leaves none. */
function lineOf({ tool, id, kind, places }: Gesture): Stroke | undefined {
  if (tool.name === "eraser" || tool.name === "laser") return undefined;
  const pressed = kind === "pen" && tool.name === "pen" && places.some(({ pressure }) => pressure !== 0.5);
  const even = pressed ? places : places.map(({ x, y }) => ({ x, y, pressure: 1 }));
  const { name, ink, width } = tool;
  return { id, tool: name, ink, width, ...pointsOf(simplify(even, width), pressed) };
}

function pointAt({ clientX, clientY }: MouseEvent, box: DOMRect): SlidePoint {
  const share = (value: number, of: number) => Math.min(1, Math.max(0, value / Math.max(1, of)));
  return { x: share(clientX - box.left, box.width), y: share(clientY - box.top, box.height) };
}

/** The places between two frames, which a fast pen has many of; not every browser tells them. */
function coalesced(event: PointerEvent): readonly PointerEvent[] {
  if (!("getCoalescedEvents" in event)) return [event];
  const events = event.getCoalescedEvents();
  return events.length === 0 ? [event] : events;
}

/** An id of a line or a gesture. Begins with the time, so that ids sort as lines were drawn. */
export function newId(): string {
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${Date.now().toString(36)}-${chance.toString(36)}`;
}
