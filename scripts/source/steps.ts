/** The steps of a slide: which elements wait, and with which word each comes (docs/authoring.md, "Steps"). */
import { error, suggestion, warning } from "../diagnostics.ts";
import type { At, Cue, Problem, SlideElement, Step } from "../model.ts";
import type { WrittenCue } from "./cues.ts";

/** An element that the author marked as waiting. */
export interface Marked {
  /** On the page. */
  readonly id: string;
  readonly action: Step["action"];
  /** `data-fragment-index`, which reorders reveal.js's fragments. */
  readonly index: number | undefined;
  readonly at: At;
  /** What messages call it. */
  readonly label: string;
}

/** A cue at its word, its target still a name. */
export interface PlacedCue {
  readonly cue: WrittenCue;
  readonly sentence: number;
  readonly offset: number;
  readonly at: At;
  /** How many characters it has in the source. */
  readonly length: number;
}

/** All that decides a slide's steps. */
export interface StepsInput {
  /** In document order. */
  readonly marked: readonly Marked[];
  readonly elements: readonly SlideElement[];
  readonly cues: readonly PlacedCue[];
  readonly sentences: number;
}

/** A slide's steps, and what is wrong with its cues. */
export interface StepsResult {
  readonly waiting: readonly string[];
  readonly steps: readonly Step[];
  /** The cues that hold, by sentence. */
  readonly cues: readonly (readonly Cue[])[];
  readonly problems: readonly Problem[];
}

/** Works the steps out. */
export function makeSteps({ marked, elements, cues, sentences }: StepsInput): StepsResult {
  const problems: Problem[] = [];
  const find = makeFinder(elements);
  const resolved = cues.flatMap((placed) => resolve(placed, find, problems));
  const bySentence = Array.from({ length: sentences }, (): Cue[] => []);
  for (const { cue, sentence } of resolved) bySentence[sentence]?.push(cue);

  const queue = ordered(marked);
  const stepping = resolved.filter(({ cue }) => cue.kind !== "pause" && cue.kind !== "wait");
  const waiting = new Set(queue.filter((m) => m.action === "show").map((m) => m.id));
  if (stepping.length === 0) {
    const steps = queue.map(({ id, action }, i) =>
      step(action, id, sentences === 0 ? undefined : { sentence: Math.min(i + 1, sentences - 1), offset: 0 }),
    );
    return { waiting: [...waiting], steps, cues: bySentence, problems };
  }

  const named = new Set(stepping.map(({ cue }) => cue.target));
  for (const id of shownFirst(stepping.map(({ cue }) => cue))) waiting.add(id);
  // A click shows the next waiting element; one that a cue names comes with that cue.
  const clickable = queue.filter(({ id }) => !named.has(id));
  let next = 0;
  const steps: Step[] = [];
  for (const { cue, sentence, length } of stepping) {
    const { kind, target, offset, at } = cue;
    const when = { sentence, offset };
    if (target !== undefined && (kind === "show" || kind === "hide" || kind === "focus")) {
      steps.push(step(kind, target, when));
      continue;
    }
    const element = clickable[next++];
    if (element !== undefined) steps.push(step(element.action, element.id, when));
    else {
      const hint =
        clickable.length === 0
          ? "mark elements with {.step}, write a list, or name one with [show NAME]"
          : `the slide has ${clickable.length} element${clickable.length === 1 ? "" : "s"} to show; take the cue out, or mark another with {.step}`;
      problems.push(
        error("nothing-to-show", at, "there is nothing left to show for this [click]", { hint, length }),
      );
    }
  }
  const end = lastMoment(steps, sentences);
  const shown = new Set(steps.map((s) => s.target));
  for (const { id, action, at, label } of queue) {
    if (shown.has(id)) continue;
    problems.push(
      warning("never-shown", at, `no cue shows ${label}; it comes with the last sentence`, {
        hint: "add a [click] to the narration where it should come",
      }),
    );
    steps.push(step(action, id, end));
  }
  return { waiting: [...waiting], steps, cues: bySentence, problems };
}

interface ResolvedCue {
  readonly cue: Cue;
  readonly sentence: number;
  readonly length: number;
}

function step(action: Step["action"], target: string, when: Step["when"]): Step {
  return { action, target, ...(when !== undefined && { when }) };
}

/** reveal.js shows fragments with an index in its order, and those without after the ones before them. */
function ordered(marked: readonly Marked[]): Marked[] {
  if (marked.every((m) => m.index === undefined)) return [...marked];
  let last = -1;
  return marked
    .map((m) => ({ m, index: (last = m.index ?? last + 1) }))
    .sort((a, b) => a.index - b.index)
    .map(({ m }) => m);
}

/** Elements whose first `show` or `hide` is a `show`: they wait without a mark. */
function shownFirst(cues: readonly Cue[]): string[] {
  const first = new Map<string, string>();
  for (const { kind, target } of cues) {
    if (target !== undefined && kind !== "focus" && !first.has(target)) first.set(target, kind);
  }
  return [...first].flatMap(([id, kind]) => (kind === "show" ? [id] : []));
}

/** The start of the last sentence, or the last step if that comes later. */
function lastMoment(steps: readonly Step[], sentences: number): Step["when"] {
  if (sentences === 0) return undefined;
  const sentence = sentences - 1;
  const last = steps.at(-1)?.when;
  return { sentence, offset: last?.sentence === sentence ? last.offset : 0 };
}

function resolve(placed: PlacedCue, find: Finder, problems: Problem[]): ResolvedCue[] {
  const { cue, sentence, offset, at, length } = placed;
  const found = (resolved: Cue): ResolvedCue[] => [{ cue: resolved, sentence, length }];
  if ("durationMs" in cue) return found({ kind: cue.kind, durationMs: cue.durationMs, offset, at });
  if (!("name" in cue)) return found({ kind: cue.kind, offset, at });
  const target = find.target(cue.name);
  if (target !== undefined) return found({ kind: cue.kind, target: target.id, offset, at });
  const hint = find.hint(cue.name);
  problems.push(
    error("unknown-target", at, `the slide has no element "${cue.name}"`, {
      ...(hint !== undefined && { hint }),
      length,
    }),
  );
  return [];
}

const shortName = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

interface Finder {
  /** By full name, else by the last part of a drawing's part if only one has it. */
  readonly target: (name: string) => SlideElement | undefined;
  readonly hint: (name: string) => string | undefined;
}

/** Comparing a name with very many others, very often, costs minutes: a slide with so many mistakes gets fewer hints. */
const MAX_COMPARISONS = 20_000;

function makeFinder(elements: readonly SlideElement[]): Finder {
  const full = new Map<string, SlideElement>();
  const parts = new Map<string, SlideElement | "several">();
  for (const element of elements) {
    full.set(element.name, element);
    const short = shortName(element.name);
    parts.set(short, parts.has(short) ? "several" : element);
  }
  const names = [...new Set([...full.keys(), ...parts.keys()])];
  let comparisons = 0;
  return {
    target: (name) => {
      const part = parts.get(name);
      return full.get(name) ?? (part === "several" ? undefined : part);
    },
    hint: (name) => {
      if (names.length === 0) return "give an element an id: {#name}";
      comparisons += names.length;
      return comparisons > MAX_COMPARISONS ? undefined : suggestion(name, names);
    },
  };
}
