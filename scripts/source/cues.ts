/** What the brackets of a cue say. */
import { nearest } from "../diagnostics.ts";
import type { Cue } from "../model.ts";

/** What a cue can begin with. */
export const CUE_VERBS: readonly Cue["kind"][] = ["click", "show", "hide", "focus", "pause", "wait"];

/** A cue as written, before its target is looked up. */
export type WrittenCue =
  | { readonly kind: "click" | "wait" }
  | { readonly kind: "show" | "hide" | "focus"; readonly name: string }
  | { readonly kind: "pause"; readonly durationMs: number };

/** What stands in brackets and is a cue, nearly one, or one with a slip in it. */
export type CueReading =
  | { readonly kind: "cue"; readonly cue: WrittenCue }
  /** The author's words, most likely; `meant` is the cue that they come near to. */
  | { readonly kind: "words"; readonly meant: string }
  | { readonly kind: "wrong"; readonly message: string; readonly hint: string };

/** The longest pause; more is a slip of units. */
const MAX_PAUSE_MS = 60_000;

/** The Latin letters that brackets begin with: a cue's verb, if it is one. */
export const firstWord = (content: string): string => /^\s*([a-z]+)/i.exec(content)?.[1] ?? "";

/** The cue verb that a word is a slip of. */
export function nearCue(word: string): string | undefined {
  if (word.length < 3 || word.length > 8) return undefined;
  return nearest(word, CUE_VERBS);
}

/** Reads what stands between the brackets, such as `focus june-1950/pyongyang`. */
export function readCue(content: string): CueReading {
  const [verb = "", ...rest] = content.trim().split(/\s+/);
  const kind = CUE_VERBS.find((known) => known === verb.toLowerCase());
  if (kind === undefined) return { kind: "words", meant: nearCue(firstWord(content)) ?? "click" };
  const [argument] = rest;
  const words = `for the words themselves write \\[${content.trim()}]`;
  switch (kind) {
    case "click":
    case "wait":
      if (argument === undefined) return { kind: "cue", cue: { kind } };
      return {
        kind: "wrong",
        message: `[${kind}] takes nothing after it`,
        hint: `write [${kind}]; ${words}`,
      };
    case "show":
    case "hide":
    case "focus":
      if (argument !== undefined && rest.length === 1) return { kind: "cue", cue: { kind, name: argument } };
      return {
        kind: "wrong",
        message: `[${kind}] takes the name of one element`,
        hint: `write [${kind} NAME]; ${words}`,
      };
    case "pause":
    default: {
      const [, digits, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/i.exec(rest.join("")) ?? [];
      const durationMs = Math.round(Number(digits) * (unit?.toLowerCase() === "s" ? 1000 : 1));
      if (unit !== undefined && durationMs > 0 && durationMs <= MAX_PAUSE_MS)
        return { kind: "cue", cue: { kind, durationMs } };
      const message = unit === undefined ? "[pause] takes a length of time" : "a pause lasts from 1ms to 60s";
      return { kind: "wrong", message, hint: `write [pause 800ms] or [pause 2s]; ${words}` };
    }
  }
}
