/** The words of one paragraph of narration while it is read: plain text, and what stands between and around the words. */
import type { At, Saying } from "../model.ts";
import type { WrittenCue } from "./cues.ts";
import type { Range } from "./sentences.ts";

/** A cue at an offset of the paragraph's text. */
export interface Piece {
  readonly cue: WrittenCue;
  readonly at: At;
  readonly length: number;
  readonly offset: number;
}

/** An open element: its name and opening tag. Two openings are two objects. */
interface Tag {
  readonly name: string;
  readonly html: string;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly tags: readonly Tag[];
}

const VOID = /^(?:br|wbr|img|hr|source|col)$/i;

/** Collects a paragraph from left to right; read it after `end`. White space is single spaces, none at the ends. */
export class Speech {
  /** The words; empty before `end`. */
  text = "";
  readonly cues: Piece[] = [];
  readonly sayings: Saying[] = [];
  /** How far the source has been read. */
  cursor = 0;
  readonly #source: string;
  readonly #escape: (text: string) => string;
  readonly #runs: Run[] = [];
  /** The words so far. Joined once: looking into a text that still grows costs its whole length each time. */
  readonly #words: string[] = [];
  #length = 0;
  #space = true;
  readonly #marks: { readonly offset: number; readonly html: string }[] = [];
  readonly #positions: { readonly offset: number; readonly position: number }[] = [];
  readonly #sayingStarts: number[] = [];
  #tags: readonly Tag[] = [];

  /**
   * @param source the paragraph as written
   * @param escape makes text safe in HTML
   */
  constructor(source: string, escape: (text: string) => string) {
    this.#source = source;
    this.#escape = escape;
  }

  say(words: string): void {
    const plain = words.replace(/\s+/g, " ");
    const added = this.#space ? plain.replace(/^ /, "") : plain;
    const trimmed = words.trim();
    this.#find(trimmed);
    if (added === "") return;
    const from = this.#length;
    this.#positions.push({ offset: from, position: this.cursor - trimmed.length });
    this.#words.push(added);
    this.#length += added.length;
    this.#space = added.endsWith(" ");
    this.#runs.push({ from, to: this.#length, tags: this.#tags });
  }

  /** Looks for the words in the source, not far ahead: an entity is written otherwise than it reads. */
  #find(words: string): void {
    if (words === "") return;
    const found = this.#source.slice(this.cursor, this.cursor + words.length + 400).indexOf(words);
    this.cursor =
      found === -1
        ? Math.min(this.#source.length, this.cursor + words.length)
        : this.cursor + found + words.length;
  }

  open(name: string, html: string): void {
    this.#tags = [...this.#tags, { name, html }];
  }

  close(name: string): void {
    const index = this.#tags.findLastIndex((tag) => tag.name === name);
    if (index !== -1) this.#tags = this.#tags.toSpliced(index, 1);
  }

  /** HTML that the author wrote: elements go around words, comments and lone tags are left out. */
  tag(html: string): void {
    const [, closing, name = ""] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(html) ?? [];
    if (name === "" || html.endsWith("/>")) return;
    if (VOID.test(name)) this.say(" ");
    else if (closing === "/") this.close(name.toLowerCase());
    else this.open(name.toLowerCase(), html);
  }

  cue(piece: Omit<Piece, "offset">): void {
    this.cues.push({ ...piece, offset: this.#length });
  }

  /** Something shown after the word before it and not said: a number of a source or footnote. */
  mark(html: string): void {
    this.#trimSpace();
    this.#marks.push({ offset: this.#length, html });
  }

  beginSaying(): void {
    this.#sayingStarts.push(this.#length);
  }

  endSaying(spoken: string): void {
    const from = this.#sayingStarts.pop() ?? this.#length;
    if (from < this.#length) this.sayings.push({ from, to: this.#length, spoken });
  }

  /** Ends the paragraph: trims it, and moves each cue to the word after it. */
  end(): void {
    this.#trimSpace();
    this.text = this.#words.join("");
    for (const [i, piece] of this.cues.entries()) {
      const offset = Math.min(piece.offset, this.text.length);
      this.cues[i] = { ...piece, offset: this.text[offset] === " " ? offset + 1 : offset };
    }
  }

  /** A mark stands at its word: `fight [@key].` reads `fight.` */
  #trimSpace(): void {
    const word = this.#words.at(-1);
    if (!word?.endsWith(" ")) return;
    this.#words[this.#words.length - 1] = word.slice(0, -1);
    this.#length--;
    this.#space = false;
    const last = this.#runs.pop();
    if (last !== undefined && last.to - 1 > last.from) this.#runs.push({ ...last, to: last.to - 1 });
  }

  /** Joins sentences that a saying reaches across. */
  keepWhole(ranges: readonly Range[]): Range[] {
    const out: Range[] = [];
    for (const range of ranges) {
      const last = out.at(-1);
      if (last !== undefined && this.sayings.some((s) => s.from < last.to && s.to > range.from))
        out[out.length - 1] = { from: last.from, to: range.to };
      else out.push(range);
    }
    return out;
  }

  /** Where a character of the text stands in the source. */
  positionAt(offset: number): number {
    let low = 0;
    let high = this.#positions.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#positions[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const known = this.#positions[low];
    return known === undefined ? 0 : Math.min(this.#source.length, known.position + offset - known.offset);
  }

  /** The HTML of each range; elements that reach over its ends are closed and opened again. */
  html(ranges: readonly Range[]): string[] {
    const marks = this.#marks.map((mark) => {
      const index = ranges.findLastIndex((range) => range.from < mark.offset);
      const range = ranges[Math.max(0, index)];
      return { ...mark, index: Math.max(0, index), offset: Math.min(mark.offset, range?.to ?? 0) };
    });
    let next = 0;
    let run = 0;
    return ranges.map(({ from, to }, index) => {
      let html = "";
      let open: readonly Tag[] = [];
      const goTo = (tags: readonly Tag[]): void => {
        let same = 0;
        while (same < open.length && open[same] === tags[same]) same++;
        for (const tag of open.slice(same).toReversed()) html += `</${tag.name}>`;
        for (const tag of tags.slice(same)) html += tag.html;
        open = tags;
      };
      const setMarks = (upTo: number): void => {
        for (
          let mark = marks[next];
          mark !== undefined && mark.index === index && mark.offset <= upTo;
          mark = marks[++next]
        ) {
          html += mark.html;
        }
      };
      while (run > 0 && (this.#runs[run]?.from ?? 0) > from) run--;
      for (; run < this.#runs.length; run++) {
        const { from: start, to: end, tags } = this.#runs[run] ?? { from: 0, to: 0, tags: [] };
        if (end <= from) continue;
        if (start >= to) break;
        let at = Math.max(start, from);
        const stop = Math.min(end, to);
        goTo(tags);
        for (
          let mark = marks[next];
          mark !== undefined && mark.index === index && mark.offset < stop;
          mark = marks[next]
        ) {
          html += this.#escape(this.text.slice(at, Math.max(at, mark.offset)));
          at = Math.max(at, mark.offset);
          setMarks(at);
        }
        html += this.#escape(this.text.slice(at, stop));
        if (end > to) break;
        if (marks[next]?.offset === stop) {
          // Outside the element that ended with the word.
          goTo(this.#runs[run + 1]?.tags.filter((tag) => tags.includes(tag)) ?? []);
          setMarks(stop);
        }
      }
      goTo([]);
      setMarks(Number.POSITIVE_INFINITY);
      return html;
    });
  }
}
