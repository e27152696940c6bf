/** Reads what a page says. Whoever is connected may send anything: what is no message is none. */
import * as z from "zod";
import type { PageMessage } from "./messages.ts";

const fullId = z.string().max(500);

const message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("at"), slide: fullId, version: z.int().min(0) }),
  z.object({ kind: z.literal("open"), slide: fullId }),
  z.object({ kind: z.literal("open-problem"), number: z.int().min(0) }),
  z.object({ kind: z.literal("invite") }),
  // What windows of a talk tell one another is checked where it arrives.
  z.object({ kind: z.literal("talk"), message: z.looseObject({ kind: z.string().max(40) }) }),
]);

/** Longer than any message of ours, drawings included. */
export const LONGEST_MESSAGE_BYTES = 4 * 1024 * 1024;

/**
 * Understands a message.
 * @returns undefined for anything else
 */
export function readPageMessage(text: string): PageMessage | undefined {
  try {
    const read = message.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
