/** Reads what came as a message: anything can come from another window or device. Pure. */
import type { SlidePoint, TalkAsk, TalkMessage, TalkState } from "./messages.ts";
import { readDrawMessage } from "./read-draw-message.ts";

/** No id of a slide is longer; what is longer is no message of ours. */
const MAX_ID = 400;
/** No slide has more steps. */
const MAX_STEP = 9_999;

/** The message, made anew from what is known of its kind; undefined when it is none. */
export function readMessage(value: unknown): TalkMessage | undefined {
  if (!isObject(value)) return undefined;
  switch (value["kind"]) {
    case "hello":
      return { kind: "hello" };
    case "state": {
      const state = readState(value["state"]);
      return state && { kind: "state", state };
    }
    case "ask": {
      const ask = readAsk(value["ask"]);
      return ask && { kind: "ask", ask };
    }
    case "pointer":
      return readPointer(value);
    default:
      return readDrawMessage(value);
  }
}

function readState(value: unknown): TalkState | undefined {
  if (!isObject(value)) return undefined;
  const { slide, step, positionMs, mode, black, overview, started } = value;
  if (!isId(slide) || !isStep(step) || !isFinite(positionMs)) return undefined;
  if (mode !== "watch" && mode !== "present") return undefined;
  if (!isBoolean(black) || !isBoolean(overview) || !isBoolean(started)) return undefined;
  return { slide, step, positionMs, mode, black, overview, started };
}

function readAsk(value: unknown): TalkAsk | undefined {
  if (!isObject(value)) return undefined;
  const { to, by, slide, step, on } = value;
  if (to === "move" || to === "move-slide") return by === 1 || by === -1 ? { to, by } : undefined;
  if (to === "go") return isId(slide) && isStep(step) ? { to, slide, step } : undefined;
  if (to === "present" || to === "black" || to === "overview") return isBoolean(on) ? { to, on } : undefined;
  return undefined;
}

function readPointer({ slide, at }: Readonly<Record<string, unknown>>): TalkMessage | undefined {
  if (!isId(slide)) return undefined;
  if (at === undefined) return { kind: "pointer", slide };
  const point = readPoint(at);
  return point && { kind: "pointer", slide, at: point };
}

/** A place on the slide; undefined when it lies beside it. */
function readPoint(value: unknown): SlidePoint | undefined {
  if (!isObject(value)) return undefined;
  const { x, y } = value;
  return isShare(x) && isShare(y) ? { x, y } : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isFinite = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isShare = (value: unknown): value is number => isFinite(value) && value >= 0 && value <= 1;
const isId = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= MAX_ID;
const isStep = (value: unknown): value is number =>
  isFinite(value) && Number.isInteger(value) && value >= 0 && value <= MAX_STEP;
