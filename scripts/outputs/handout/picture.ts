/**
 * A slide as a picture: its HTML as it stands at its end, made inert, with the words that stand for it where
 * it cannot be seen. Pure; relies on cleaned HTML (well-formed, attributes in double quotes).
 */
import type { Slide } from "../../model.ts";
import type { RenderContext } from "../../render/context.ts";
import { stepState } from "../../player/step-state.ts";
import { plainText, topLevel } from "../../render/html.ts";
import { renderSlide, sectionId } from "../../render/slide.ts";
import type { Words } from "./words.ts";

/** A state of a slide as a picture on paper. */
export interface Picture {
  /** The slide's `<section>` without links, anchors, films and sounds. */
  readonly html: string;
  /** What the picture shows, in words; for `aria-label`. */
  readonly alternative: string;
  /** The words on it, block by block, without its heading. */
  readonly texts: readonly string[];
  /** What stands behind the slide, where the author put something there; reveal.js draws it outside the slide. */
  readonly backdrop: Backdrop | undefined;
  /** Links out of the deck that the picture shows and no longer offers. */
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** A slide's background. Every value is checked: they are written into a stylesheet. */
export interface Backdrop {
  readonly color: string | undefined;
  /** Address relative to the page. */
  readonly image: string | undefined;
  readonly fit: "cover" | "contain";
  /** Of the picture, from 0 to 1. */
  readonly opacity: number;
}

/**
 * A state of a slide as a picture.
 * @param step how many of its steps have happened; all when absent, and then nothing is pointed at
 */
export function slidePicture(slide: Slide, context: RenderContext, words: Words, step?: number): Picture {
  const html = renderSlide(slide, context, step ?? "final");
  const texts = textsOf(slide, step ?? slide.steps.length);
  return {
    html: inert(html, sectionId(slide.fullId), words),
    alternative: alternativeOf(slide, words, texts),
    texts,
    backdrop: backdropOf(slide.settings),
    links: linksOf(html),
  };
}

/**
 * Words instead of the slide: its text, block by block, then what its pictures show. Its heading stands beside the
 * picture as a heading, so it is said only when there is nothing else; empty when the slide has no words at all.
 */
function alternativeOf(slide: Slide, words: Words, texts: readonly string[]): string {
  const pictures = slide.descriptions.map((description) => `${words.picture}: ${description}`);
  const all = [...texts, ...pictures].map(sentence);
  return all.length === 0 ? slide.title : all.join(" ");
}

/** The words that a slide shows at a step. */
function textsOf(slide: Slide, step: number): string[] {
  const { hidden } = stepState(slide, step);
  return Object.values(slide.slots).flatMap((html) => textBlocks(withoutElements(html, hidden)));
}

/** Drops the elements with the given ids, with all that is in them. */
export function withoutElements(html: string, ids: ReadonlySet<string>): string {
  if (ids.size === 0) return html;
  return topLevel(html)
    .map(({ name, html: part }) => {
      if (name === "") return part;
      const end = part.indexOf(">") + 1;
      const start = part.slice(0, end);
      const id = /\sid="([^"]*)"/.exec(start)?.[1];
      if (id !== undefined && ids.has(id)) return "";
      const close = part.lastIndexOf("</");
      return close < end ? part : start + withoutElements(part.slice(end, close), ids) + part.slice(close);
    })
    .join("");
}

/** Text of each paragraph, list item, cell …; drawings are left to their descriptions, sources' marks are dropped. */
function textBlocks(html: string): string[] {
  return html
    .replace(/<svg\b[\s\S]*?<\/svg>/g, "")
    .replace(/<sup\b[\s\S]*?<\/sup>/g, "")
    .split(/<\/?(?:p|li|ul|ol|h[1-6]|tr|td|th|dt|dd|blockquote|pre|figcaption|figure|div|br)\b[^>]*>/)
    .map((block) => plainText(block).replace(/\s+/g, " ").trim())
    .filter((block) => block !== "");
}

const sentence = (text: string): string => (/[.!?…:;,](?:["”’»)]*)$/.test(text) ? text : `${text}.`);

/** A colour in CSS's own words, and nothing that could end a rule. */
const COLOR = /^(?:#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([\d\s.,%/deg]+\)|[a-z]+)$/i;

function backdropOf(settings: Slide["settings"]): Backdrop | undefined {
  const color = settings["data-background-color"];
  const image = settings["data-background-image"];
  const opacity = Number(settings["data-background-opacity"] ?? 1);
  if (color === undefined && image === undefined) return undefined;
  return {
    color: color !== undefined && COLOR.test(color) ? color : undefined,
    image,
    fit: settings["data-background-size"] === "contain" ? "contain" : "cover",
    opacity: opacity >= 0 && opacity <= 1 ? opacity : 1,
  };
}

/**
 * Links become plain text and films a line, because nothing in a picture can be used, and ids that the text
 * around the picture has for itself go.
 */
function inert(html: string, section: string, words: Words): string {
  const isOwn = (id: string): boolean =>
    id === section ||
    (id.startsWith(`${section}--`) && /^(?:source|footnote)-\d+$/.test(id.slice(section.length + 2)));
  return html
    .replace(/\sid="([^"]*)"/g, (whole, id: string) => (isOwn(id) ? "" : whole))
    .replace(/<a\b((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>/g, (_, attributes: string) => {
      const kept = attributes.replace(/\s(?:xlink:href|href|target|rel|download|tabindex)="[^"]*"/g, "");
      return `<span${kept}>`;
    })
    .replace(/<\/a>/g, "</span>")
    .replace(/<(video|audio)\b[\s\S]*?<\/\1>/g, (_, kind: string) => {
      return `<p class="not-on-paper">${kind === "video" ? words.film : words.sound}</p>`;
    });
}

function linksOf(html: string): Picture["links"] {
  const links = new Map<string, string>();
  // What a slide is adapted from stands beneath its picture in words of its own.
  const offered = html.replace(/<p class="slide-adapted">[\s\S]*?<\/p>/g, "");
  for (const [, href = "", inner = ""] of offered.matchAll(
    /<a\b[^>]*\shref="((?:https?|mailto):[^"]*)"[^>]*>([\s\S]*?)<\/a>/g,
  )) {
    links.set(href, plainText(inner).trim());
  }
  return [...links].map(([href, text]) => ({
    href: plainText(href),
    text: text === "" ? plainText(href) : text,
  }));
}
