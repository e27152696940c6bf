/** One column of the lecture as text: headings, paragraphs and sentences that can be pressed. */
import type { ColumnData, ColumnIndex } from "./data.ts";
import { parseHtml } from "./plain-text.ts";
import { slideTitle } from "./slide-name.ts";
import type { Texts } from "./texts.ts";
import type { TrackSlide } from "./track.ts";

/** What stands in the list. */
export interface TranscriptList {
  readonly nodes: readonly HTMLElement[];
  /** The element of a slide's sentence, or without one the slide's heading. */
  readonly find: (row: number, sentence: number | undefined) => HTMLElement | undefined;
}

/** Draws a column; without its data only the headings. */
export function drawColumn(
  column: ColumnIndex,
  slides: readonly TrackSlide[],
  data: ColumnData | undefined,
  texts: Texts,
): TranscriptList {
  const nodes: HTMLElement[] = [];
  const headings: HTMLElement[] = [];
  const sentences: HTMLElement[][] = [];
  if (column.title !== "") {
    const title = document.createElement("h3");
    title.textContent = column.title;
    if (column.eraIndex !== undefined) title.dataset["eraIndex"] = String(column.eraIndex);
    nodes.push(title);
  }
  for (const slide of slides) {
    const heading = document.createElement("h4");
    heading.textContent = slideTitle(slide, texts);
    headings.push(heading);
    nodes.push(heading);
    const paragraphs: HTMLElement[] = [];
    const own: HTMLElement[] = [];
    for (const [n, { html, paragraph }] of (data?.slides[slide.row]?.sentences ?? []).entries()) {
      const element = drawSentence(html, slide.number, n);
      const text = (paragraphs[paragraph] ??= document.createElement("p"));
      text.append(element, " ");
      own.push(element);
    }
    sentences.push(own);
    // Paragraphs are counted from 0, but none needs to be there.
    nodes.push(...paragraphs.filter((text) => text !== undefined));
  }
  return {
    nodes,
    find: (row, sentence) => (sentence === undefined ? headings[row] : sentences[row]?.[sentence]),
  };
}

function drawSentence(html: string, slide: number, sentence: number): HTMLElement {
  const element = document.createElement("span");
  element.className = "sentence";
  // A button by role: a real one breaks lines as a box, and its text cannot be selected.
  element.setAttribute("role", "button");
  element.tabIndex = -1;
  element.dataset["slide"] = String(slide);
  element.dataset["sentence"] = String(sentence);
  const content = parseHtml(html);
  for (const source of content.querySelectorAll("sup:has(.cite)")) source.setAttribute("aria-hidden", "true");
  // The slide has the links; in a button there can be none.
  for (const link of content.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const named of content.querySelectorAll("[id]")) named.removeAttribute("id");
  element.append(content);
  return element;
}
