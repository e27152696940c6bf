/** A slide's citations and footnotes: they are numbered as they come, and turned into marks. */
import type { Token } from "markdown-it";
import { error, suggestion } from "../diagnostics.ts";
import type { At, Citation, Problem } from "../model.ts";
import { elementId } from "./ids.ts";
import { readCitations } from "./markdown/marks.ts";

/** The citations and footnotes of one slide, as its text is rendered. */
export interface Apparatus {
  /** The HTML of a mark token (citation, footnote); undefined for any other. */
  readonly mark: (token: Token, at: At) => string | undefined;
  readonly citations: readonly Citation[];
  /** HTML of the slide's footnotes, in order. */
  readonly footnotes: readonly string[];
}

/** The slide and the file whose footnotes it may use. */
export interface ApparatusContext {
  readonly fullId: string;
  /** The labels that the file defines. */
  readonly labels: readonly string[];
  /** Renders a footnote's blocks, marks inside them included. */
  readonly footnote: (label: string, mark: Apparatus["mark"]) => string;
  /** Renders a footnote written in place. */
  readonly inline: (text: string, mark: Apparatus["mark"]) => string;
  readonly escape: (text: string) => string;
  readonly problems: Problem[];
}

/** Footnotes are lettered, so that their marks are not taken for those of sources. */
export const footnoteLetter = (index: number): string =>
  (index >= 26 ? footnoteLetter(Math.floor(index / 26) - 1) : "") + String.fromCharCode(97 + (index % 26));

/** Makes one slide's apparatus. */
export function makeApparatus(context: ApparatusContext): Apparatus {
  const { fullId, escape, problems } = context;
  const citations: Citation[] = [];
  const footnotes: string[] = [];
  const byLabel = new Map<string, number>();
  const bySource = new Map<string, number>();

  const cite = (content: string, at: At): string => {
    const links = (readCitations(content) ?? []).map(({ key, locator, offset }) => {
      const place = `${key},${locator ?? ""}`;
      const index = bySource.get(place) ?? citations.length;
      if (index === citations.length) {
        bySource.set(place, index);
        citations.push({
          key,
          ...(locator !== undefined && { locator }),
          at: { ...at, column: at.column + 1 + offset },
        });
      }
      const href = elementId(fullId, `source-${index + 1}`);
      return `<a class="cite" href="#${escape(href)}" data-cite="${escape(key)}">${index + 1}</a>`;
    });
    return `<sup>${links.join(", ")}</sup>`;
  };

  const note = (index: number): string => {
    const href = elementId(fullId, `note-${index + 1}`);
    return `<sup><a class="footnote-ref" href="#${escape(href)}">${footnoteLetter(index)}</a></sup>`;
  };
  const add = (render: () => string): number => {
    const index = footnotes.push("") - 1;
    const id = elementId(fullId, `note-${index + 1}`);
    footnotes[index] = `<span class="footnote-text" id="${escape(id)}">${render()}</span>`;
    return index;
  };

  const mark = (token: Token, at: At): string | undefined => {
    if (token.type === "citation") return cite(token.content, at);
    if (token.type === "inline_footnote") return note(add(() => context.inline(token.content, mark)));
    if (token.type !== "footnote") return undefined;
    const label = token.content.slice(1);
    if (!context.labels.includes(label)) {
      const hint = suggestion(label, context.labels) ?? `define it: [^${label}]: The note.`;
      problems.push(
        error("unknown-footnote", at, `there is no footnote "${label}" in this file`, {
          hint,
          length: label.length + 3,
        }),
      );
      return "";
    }
    const known = byLabel.get(label);
    if (known !== undefined) return note(known);
    byLabel.set(label, footnotes.length);
    return note(add(() => context.footnote(label, mark)));
  };
  return { mark, citations, footnotes };
}
