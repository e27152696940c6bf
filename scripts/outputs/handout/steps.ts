/**
 * A slide's steps on paper: numbers in the narration where things come, the same numbers on the picture, or a picture
 * of every state. Pure.
 */
import type { StepsPolicy } from "../../handout-profiles.ts";
import type { Lecture, Slide, Step } from "../../model.ts";
import { stepState } from "../../player/step-state.ts";
import type { RenderContext } from "../../render/context.ts";
import { addStepMarks } from "./step-marks.ts";
import { paragraphsOf, type Article, type ArticlePart, type PrintedSentence } from "./article.ts";
import { slidePicture } from "./picture.ts";

/** Steps that come at one word. */
export interface Moment {
  /** From 1. */
  readonly number: number;
  /** How many of the slide's steps have happened after it. */
  readonly step: number;
  /** Absent on a slide without narration. */
  readonly when: Step["when"];
  /** Ids of what is shown or pointed at. */
  readonly targets: readonly string[];
}

/** The moments of a slide, in order. */
export function momentsOf({ steps }: Pick<Slide, "steps">): Moment[] {
  const moments: Moment[] = [];
  for (const [index, { action, target, when }] of steps.entries()) {
    const last = moments.at(-1);
    const joins =
      when !== undefined && last?.when?.sentence === when.sentence && last.when.offset === when.offset;
    const targets = action === "hide" ? [] : [target];
    if (last !== undefined && joins)
      moments.splice(-1, 1, { ...last, step: index + 1, targets: [...last.targets, ...targets] });
    else moments.push({ number: moments.length + 1, step: index + 1, when, targets });
  }
  return moments;
}

/** The moments that leave something on the slide's last state that a number can stand at. */
function lastingMoments(slide: Slide): Moment[] {
  const { hidden } = stepState(slide, slide.steps.length);
  const lasting: Moment[] = [];
  for (const moment of momentsOf(slide)) {
    const targets = moment.targets.filter((id) => !hidden.has(id));
    if (targets.length > 0 && moment.when !== undefined)
      lasting.push({ ...moment, targets, number: lasting.length + 1 });
  }
  return lasting;
}

/** The article with its slides' steps shown as the policy says. `article` shows the final states. */
export function withSteps(
  article: Article,
  { deck }: Pick<Lecture, "deck">,
  context: RenderContext,
  policy: StepsPolicy,
): Article {
  if (policy === "final") return article;
  const change = policy === "numbered" ? numbered : inStates;
  return {
    ...article,
    eras: article.eras.map((era, place) => ({
      ...era,
      parts: era.parts.map((part, index) => {
        const slide = deck.eras[place]?.slides[index];
        return slide === undefined || slide.steps.length === 0 ? part : change(part, slide, article, context);
      }),
    })),
  };
}

function numbered(part: ArticlePart, slide: Slide): ArticlePart {
  const moments = lastingMoments(slide);
  const numbersOf = new Map<string, number[]>();
  for (const { number, targets } of moments)
    for (const target of new Set(targets)) numbersOf.set(target, [...(numbersOf.get(target) ?? []), number]);
  return {
    ...part,
    picture: { ...part.picture, html: addStepMarks(part.picture.html, numbersOf) },
    paragraphsHtml: paragraphsOf(marked(part.sentences, moments)),
    hasStepNumbers: moments.length > 0,
  };
}

function inStates(part: ArticlePart, slide: Slide, { words }: Article, context: RenderContext): ArticlePart {
  const moments = momentsOf(slide);
  const states = [{ number: 0, step: 0 }, ...moments].map(({ number, step }) => {
    const { html, alternative, ...picture } = slidePicture(slide, context, words, step);
    return {
      number,
      picture: {
        ...picture,
        html: withOwnIds(html, `--state-${number}`),
        alternative: alternative === "" ? part.label : alternative,
      },
    };
  });
  return {
    ...part,
    states,
    paragraphsHtml: paragraphsOf(marked(part.sentences, moments)),
    hasStepNumbers: moments.some(({ when }) => when !== undefined),
  };
}

/** Ids of one of several pictures of a slide, with what refers to them inside it. */
const withOwnIds = (html: string, ending: string): string =>
  html
    .replace(/(\s(?:id|aria-labelledby|aria-describedby)=")([^"]*)"/g, (_, start: string, ids: string) => {
      const own = ids.split(/\s+/).map((id) => `${id}${ending}`);
      return `${start}${own.join(" ")}"`;
    })
    .replace(/(\s(?:xlink:)?href="#)([^"]*)"/g, (_, start: string, id: string) => `${start}${id}${ending}"`)
    .replace(/url\((#[^)\s]+)\)/g, (_, id: string) => `url(${id}${ending})`);

function marked(sentences: readonly PrintedSentence[], moments: readonly Moment[]): PrintedSentence[] {
  return sentences.map((sentence, index) => {
    const here = moments.filter(({ when }) => when?.sentence === index);
    if (here.length === 0) return sentence;
    const marks = here.map(({ number, when }) => ({ offset: when?.offset ?? 0, number }));
    return Object.assign({}, sentence, { html: markSentence(sentence.html, marks) });
  });
}

/** Tags, marks of sources and notes (which a sentence's text leaves out), character references, and the plain text between them. */
const PIECES = /<sup\b[\s\S]*?<\/sup>|<[^>]*>|&(?:#x?[\da-f]+|\w+);|[^<&]+|[<&]/gi;

/**
 * Puts numbers into a sentence's HTML.
 * @param marks offsets in the sentence's text, in UTF-16 code units, ascending
 */
export function markSentence(
  html: string,
  marks: readonly { readonly offset: number; readonly number: number }[],
): string {
  let out = "";
  let offset = 0;
  let next = 0;
  for (const [piece] of html.matchAll(PIECES)) {
    if (piece.startsWith("<")) {
      out += piece;
      continue;
    }
    const end = offset + lengthOf(piece);
    let from = 0;
    for (let mark = marks[next]; mark !== undefined && mark.offset < end; mark = marks[++next]) {
      // A reference is never cut: its number stands before it.
      const to = piece.startsWith("&") ? 0 : Math.max(from, mark.offset - offset);
      out += piece.slice(from, to) + textMark(mark.number);
      from = to;
    }
    out += piece.slice(from);
    offset = end;
  }
  for (const { number } of marks.slice(next)) out += ` ${textMark(number).replace(/&nbsp;$/, "")}`;
  return out;
}

/** How many UTF-16 code units of text a piece stands for. */
function lengthOf(piece: string): number {
  if (!piece.startsWith("&")) return piece.length;
  const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(piece) ?? [];
  const code = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16);
  return code > 0xffff ? 2 : 1;
}

/** The space after it keeps number and word on one line. */
const textMark = (number: number): string => `<span class="step">${number}</span>&nbsp;`;
