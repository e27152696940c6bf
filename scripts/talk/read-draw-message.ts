/** Reads what came as a message about drawings: anything can come from another window or device. Pure. */
import { MAX_SLIDE_ID, readChange, readMarks } from "./drawing.ts";
import type { DrawMessage } from "./messages.ts";
import { isWrong, readStroke } from "./stroke.ts";

/** The message, made anew from what is known of its kind; undefined when it is none. */
export function readDrawMessage(value: Readonly<Record<string, unknown>>): DrawMessage | undefined {
  const { kind, slide, marks, stroke } = value;
  if (kind === "drawings-wanted") return { kind };
  if (kind === "draw") {
    const change = readChange(value["change"]);
    return change && { kind, change };
  }
  if (typeof slide !== "string" || slide.length > MAX_SLIDE_ID) return undefined;
  if (kind === "drawings") return { kind, slide, marks: readMarks(marks) };
  if (kind !== "drawing") return undefined;
  if (stroke === undefined) return { kind, slide };
  const read = readStroke(stroke);
  return isWrong(read) ? undefined : { kind, slide, stroke: read };
}
