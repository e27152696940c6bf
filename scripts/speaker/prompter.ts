/** The script as a prompter: the narration of the slide, the passage for this press marked and scrolled to, and how the next slide begins. */
import { byId } from "../player/dom.ts";
import { parseHtml } from "../player/plain-text.ts";
import { slideTitle } from "../player/slide-name.ts";
import { say, type Texts } from "../player/texts.ts";
import type { SlideData } from "../player/data.ts";
import { partIn, passageOf } from "./passage.ts";
import { markWords, placeMark } from "./script-words.ts";
import type { DrawSpeaker, SlideAtStep } from "./view.ts";

/** So many sentences of the next slide are shown. */
const NEXT_SENTENCES = 2;
/** The passage stands this far down, as a share of the room. */
const READING_LINE = 0.15;

/** Binds the prompter. */
export function createPrompter(texts: Texts): DrawSpeaker {
  const room = byId("script", HTMLElement);
  const list = byId("script-text", HTMLDivElement);
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let drawn = "";
  let drawnSlide = -1;

  function draw({ slide, step, data }: SlideAtStep, after: SlideAtStep | undefined): void {
    const nodes = data === undefined ? [] : paragraphs(data, step);
    if (data !== undefined && nodes.length === 0) nodes.push(line("script-none", texts.scriptNone));
    list.replaceChildren(...nodes, ...(after === undefined ? [] : beginning(after)));
    scroll(slide.number !== drawnSlide);
    drawnSlide = slide.number;
  }

  /** How the next slide begins. */
  function beginning({ slide, data }: SlideAtStep): HTMLElement[] {
    const heading = document.createElement("h3");
    heading.className = "script-next";
    heading.textContent = say(texts.scriptNext, { title: slideTitle(slide, texts) });
    const sentences = data?.sentences.slice(0, NEXT_SENTENCES) ?? [];
    const text = line("script-next", "");
    for (const { html } of sentences) text.append(wordsOf(html), " ");
    if ((data?.sentences.length ?? 0) > NEXT_SENTENCES) text.append("…");
    return sentences.length === 0 ? [heading] : [heading, text];
  }

  /** To where the passage begins; at once on a new slide. */
  function scroll(atOnce: boolean): void {
    const goal =
      list.querySelector<HTMLElement>(".script-now") ?? list.querySelector<HTMLElement>(".cue-now");
    const top =
      goal === null
        ? 0
        : goal.getBoundingClientRect().top -
          room.getBoundingClientRect().top +
          room.scrollTop -
          room.clientHeight * READING_LINE;
    room.scrollTo({ top: Math.max(0, top), behavior: atOnce || still.matches ? "auto" : "smooth" });
  }

  // Larger text or a turned tablet moves the passage.
  new ResizeObserver(() => scroll(true)).observe(list);

  return ({ now, after }) => {
    const wanted = [now, after].map((at) => `${at?.slide.number} ${at?.data === undefined}`).join(" ");
    if (drawn === `${now.step} ${wanted}`) return;
    drawn = `${now.step} ${wanted}`;
    draw(now, after);
  };
}

function paragraphs(data: SlideData, step: number): HTMLElement[] {
  const passage = passageOf(data, step);
  const made: HTMLElement[] = [];
  for (const [n, { html, paragraph }] of data.sentences.entries()) {
    const sentence = document.createElement("span");
    sentence.append(wordsOf(html));
    const part = partIn(passage, n);
    if (part !== undefined) markWords(sentence, part.from, part.to, "script-now");
    else if (n < passage.from.sentence) sentence.className = "script-said";
    if (n === passage.from.sentence) markWords(sentence, 0, passage.from.offset, "script-said");
    // From the last to the first: a mark put in moves no word before it.
    for (const [index, { when }] of [...data.steps.entries()].reverse()) {
      if (when?.sentence === n) placeMark(sentence, when.offset, index + 1 === step);
    }
    const text = (made[paragraph] ??= document.createElement("p"));
    text.append(sentence, " ");
  }
  // Paragraphs are counted from 0, but none needs to be there.
  return made.filter((text) => text !== undefined);
}

/** A sentence to be read: without links to press and without ids, which the page may have. */
function wordsOf(html: string): DocumentFragment {
  const content = parseHtml(html);
  for (const mark of content.querySelectorAll("sup > .cite, sup > .footnote-ref"))
    mark.parentElement?.classList.add("script-source");
  for (const link of content.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const named of content.querySelectorAll("[id]")) named.removeAttribute("id");
  return content;
}

function line(name: string, words: string): HTMLParagraphElement {
  const made = document.createElement("p");
  made.className = name;
  made.textContent = words;
  return made;
}
