/** A rehearsal as a file, and back: JSON with a version, checked when it is read. Pure. */
import { MOST_CLICKS, type Click, type Rehearsal } from "./rehearsal.ts";

/** Says what the file is, to people and to us. */
const FORMAT = "lanternist-rehearsal";
/** Raised when a field changes its meaning or goes. */
const VERSION = 1;
/** A file with the most clicks stays below this. */
const MOST_CHARACTERS = 8_000_000;
/** A day: no talk lasts longer. */
const LONGEST_MS = 24 * 3_600_000;

/** Why a file cannot be read: it is something else, of a newer program, or damaged. */
export type BadRehearsal = "other" | "newer" | "damaged";

/** The file's text, a click on each line. */
export function rehearsalText({ clicks, ...rest }: Rehearsal): string {
  const head = JSON.stringify({ format: FORMAT, version: VERSION, ...rest }, null, 1).slice(0, -2);
  const lines = clicks.map(({ slide, step, ms }) => `  ${JSON.stringify({ slide, step, ms })}`);
  return `${head},\n "clicks": [\n${lines.join(",\n")}\n ]\n}\n`;
}

/** Reads a file's text. */
export function readRehearsal(text: string): Rehearsal | BadRehearsal {
  if (text.length > MOST_CHARACTERS) return "other";
  try {
    return rehearsalIn(JSON.parse(text));
  } catch {
    return "other";
  }
}

/** What a file holds, or what the browser kept. */
export function rehearsalIn(value: unknown): Rehearsal | BadRehearsal {
  if (!isGroup(value) || value["format"] !== FORMAT) return "other";
  const { version, lecture, began, durationMs, clicks } = value;
  if (typeof version === "number" && version > VERSION) return "newer";
  if (version !== VERSION || !isGroup(lecture) || !isTime(durationMs)) return "damaged";
  const { id, title } = lecture;
  if (typeof id !== "string" || typeof title !== "string") return "damaged";
  if (typeof began !== "string" || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(began)) return "damaged";
  const read = clicksIn(clicks, durationMs);
  return read === undefined ? "damaged" : { lecture: { id, title }, began, durationMs, clicks: read };
}

/** The same as `rehearsalIn` reads it. */
export const rehearsalValue = (rehearsal: Rehearsal): object => ({
  format: FORMAT,
  version: VERSION,
  ...rehearsal,
});

/** Undefined unless every one is whole, and none before the one before it. */
function clicksIn(value: unknown, durationMs: number): readonly Click[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_CLICKS) return undefined;
  const clicks: Click[] = [];
  let lastMs = 0;
  for (const one of value as readonly unknown[]) {
    if (!isGroup(one)) return undefined;
    const { slide, step, ms } = one;
    if (typeof slide !== "string" || slide === "" || slide.length > 500) return undefined;
    if (!isWhole(step) || step > 10_000 || !isTime(ms) || ms < lastMs || ms > durationMs) return undefined;
    clicks.push({ slide, step, ms });
    lastMs = ms;
  }
  return clicks[0]?.ms === 0 ? clicks : undefined;
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isTime = (value: unknown): value is number => isWhole(value) && value <= LONGEST_MS;
