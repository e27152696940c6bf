/** Narration: from the blocks after `Narration:` to sentences with their cues, their HTML and what is said otherwise. */
import type { Token } from "markdown-it";
import { error, warning } from "../diagnostics.ts";
import type { At, Problem, Saying } from "../model.ts";
import type { Apparatus } from "./apparatus.ts";
import { readCue } from "./cues.ts";
import type { MarkdownReader } from "./markdown.ts";
import { positionOf } from "./markdown/marks.ts";
import type { Places } from "./places.ts";
import { splitSentences } from "./sentences.ts";
import { Speech, type Piece } from "./speech.ts";
import type { PlacedCue } from "./steps.ts";

/** A sentence whose cues are not looked up yet. */
export interface DraftSentence {
  readonly text: string;
  readonly html: string;
  readonly paragraph: number;
  readonly sayings: readonly Saying[];
  readonly at: At;
}

/** What reading narration needs of its slide; `problems` is added to. */
export interface NarrationContext {
  readonly markdown: MarkdownReader;
  readonly places: Places;
  readonly apparatus: Apparatus;
  /** BCP 47. */
  readonly language: string;
  readonly problems: Problem[];
}

/** A slide's narration, before its cues are resolved. */
export interface Narration {
  readonly sentences: readonly DraftSentence[];
  readonly cues: readonly PlacedCue[];
}

/** Whether narration clicks. Its inline tokens must have children. */
export const hasClicks = (tokens: readonly Token[]): boolean =>
  tokens.some((token) =>
    token.children?.some((child) => child.type === "cue" && /^\s*click\s*$/i.test(child.content)),
  );

/** Reads a slide's narration. Its inline tokens must have children, read as narration. */
export function readNarration(tokens: readonly Token[], context: NarrationContext): Narration {
  const { problems, places, language } = context;
  const sentences: DraftSentence[] = [];
  const cues: PlacedCue[] = [];
  /** Cues of paragraphs without words: they come with the next sentence, or after the last. */
  let early: Piece[] = [];
  let paragraph = 0;
  for (const token of tokens) {
    refuse(token, places, problems);
    if (token.type !== "inline") continue;
    const speech = readParagraph(token, context);
    const ranges = speech.keepWhole(splitSentences(speech.text, language));
    if (ranges.length === 0) {
      if (sentences.length === 0) early.push(...speech.cues);
      else place(speech.cues, sentences.length - 1, sentences.at(-1)?.text.length ?? 0, cues);
      continue;
    }
    place(early, sentences.length, 0, cues);
    early = [];
    for (const cue of speech.cues) {
      const index = ranges.findIndex((range) => range.to > cue.offset);
      const range = ranges.at(index);
      if (range === undefined) continue;
      const offset = index === -1 ? range.to - range.from : Math.max(0, cue.offset - range.from);
      place([cue], sentences.length + (index === -1 ? ranges.length - 1 : index), offset, cues);
    }
    const html = speech.html(ranges);
    for (const [i, { from, to }] of ranges.entries()) {
      sentences.push({
        text: speech.text.slice(from, to),
        html: html[i] ?? "",
        paragraph,
        sayings: speech.sayings
          .filter((s) => s.from < to && s.to > from)
          .map((s) => ({
            from: Math.max(0, s.from - from),
            to: Math.min(to, s.to) - from,
            spoken: s.spoken,
          })),
        at: places.text(token, speech.positionAt(from)),
      });
    }
    paragraph++;
  }
  for (const { at, length } of early) {
    problems.push(
      error("cue-without-words", at, "this cue has no word to come with", {
        hint: "write what is said with it",
        length,
      }),
    );
  }
  return { sentences, cues };
}

function place(pieces: readonly Piece[], sentence: number, offset: number, cues: PlacedCue[]): void {
  for (const { cue, at, length } of pieces) cues.push({ cue, sentence, offset, at, length });
}

const UNSAYABLE: Readonly<Record<string, string>> = {
  table_open: "a table",
  fence: "code",
  code_block: "code",
  heading_open: "a heading",
  container_slot_open: "a slot",
};

function refuse(token: Token, places: Places, problems: Problem[]): void {
  const what = UNSAYABLE[token.type];
  // A heading made by `---` has been explained where slides are split.
  if (what === undefined || (token.type === "heading_open" && token.markup === "-")) return;
  const hint = "narration is plain paragraphs; what is shown stands above Narration:";
  problems.push(warning("not-narration", places.block(token), `${what} stands in the narration`, { hint }));
}

/** The words of one paragraph. */
function readParagraph(inline: Token, context: NarrationContext): Speech {
  const { markdown, places, apparatus, problems } = context;
  const speech = new Speech(inline.content, markdown.escape);
  const links: (string | undefined)[] = [];
  for (const child of inline.children ?? []) {
    switch (child.type) {
      case "text":
      case "code_inline":
        if (child.type === "code_inline") speech.open("code", "<code>");
        speech.say(child.content);
        if (child.type === "code_inline") speech.close("code");
        break;
      case "softbreak":
      case "hardbreak":
        speech.say(" ");
        break;
      case "cue":
        readOne(child, inline, speech, context);
        break;
      case "link_open": {
        const href = String(child.attrGet("href") ?? "");
        links.push(href.startsWith("say:") ? decoded(href.slice(4)) : undefined);
        if (href.startsWith("say:")) speech.beginSaying();
        else speech.open("a", markdown.renderInline([child]));
        break;
      }
      case "link_close": {
        const spoken = links.pop();
        if (spoken === undefined) speech.close("a");
        else speech.endSaying(spoken);
        break;
      }
      case "image":
        problems.push(
          warning("not-narration", places.text(inline, speech.cursor), "a picture stands in the narration", {
            hint: "pictures stand above Narration:",
          }),
        );
        break;
      case "html_inline":
        speech.tag(child.content);
        break;
      default: {
        const mark = apparatus.mark(child, places.text(inline, positionOf(child)));
        if (mark !== undefined) speech.mark(mark);
        else if (child.nesting === 1) speech.open(child.tag, markdown.renderInline([child]));
        else if (child.nesting === -1) speech.close(child.tag);
      }
    }
  }
  speech.end();
  return speech;
}

function readOne(child: Token, inline: Token, speech: Speech, { places, problems }: NarrationContext): void {
  const at = places.text(inline, positionOf(child));
  const length = child.content.length + 2;
  const reading = readCue(child.content);
  if (reading.kind === "cue") {
    speech.cue({ cue: reading.cue, at, length });
    return;
  }
  if (reading.kind === "wrong")
    problems.push(error("invalid-cue", at, reading.message, { hint: reading.hint, length }));
  else {
    const hint = `did you mean "[${reading.meant}]"? For the words themselves write \\[${child.content}]`;
    problems.push(warning("unknown-cue", at, `"[${child.content}]" is read as words`, { hint, length }));
    speech.say(`[${child.content}]`);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return text.trim();
  }
}
