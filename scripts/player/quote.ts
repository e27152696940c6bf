/** *Copy with citation*: what is selected in the transcript, or the sentence that is said, and where it comes from. */
import { cite } from "./citation.ts";
import type { Columns } from "./columns.ts";
import { copyText } from "./copy-text.ts";
import type { LectureIndex } from "./data.ts";
import { byId, setText } from "./dom.ts";
import { plainText, wordsIn } from "./plain-text.ts";
import type { Player } from "./player.ts";
import type { Texts } from "./texts.ts";
import type { TrackSlide } from "./track.ts";

/** How long it is said that something was copied. */
const SAID_MS = 4_000;

/** When a sentence begins, on the lecture's clock. */
export interface Moment {
  readonly slide: TrackSlide;
  readonly positionMs: number;
}

/** What copying needs of the page. */
export interface QuoteWorld {
  readonly index: LectureIndex;
  readonly columns: Columns;
  readonly texts: Texts;
  /** Says it to screen readers, unless the voice speaks. */
  readonly sayAloud: (text: string) => void;
  /** When the sentence of an element of the transcript begins. */
  readonly momentOf: (sentence: HTMLElement) => Moment;
}

/** Binds the button. */
export function createQuote(player: Player, list: HTMLElement, world: QuoteWorld): void {
  const { index, columns, texts } = world;
  const button = byId("copy-citation", HTMLButtonElement);
  const said = byId("transcript-said", HTMLParagraphElement);
  let ended: ReturnType<typeof setTimeout> | undefined;

  // Pressed with a mouse it would take the selection away.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => void copy());

  async function copy(): Promise<void> {
    const quotation = selected() ?? current();
    const page = location.href.split("#")[0] ?? "";
    const isCopied = quotation !== undefined && (await copyText(cite(quotation, { index, texts, page })));
    const words = quotation === undefined ? texts.nothingToCopy : isCopied ? texts.copied : texts.copyRefused;
    setText(said, words);
    world.sayAloud(words);
    clearTimeout(ended);
    ended = setTimeout(() => setText(said, ""), SAID_MS);
  }

  function selected() {
    const selection = document.getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    if (!list.contains(range.commonAncestorContainer)) return undefined;
    const first = [...list.querySelectorAll<HTMLElement>(".sentence")].find((sentence) =>
      range.intersectsNode(sentence),
    );
    const words = range.cloneContents();
    for (const heading of words.querySelectorAll("h3, h4")) heading.remove();
    const text = wordsIn(words);
    return first === undefined || text === "" ? undefined : { text, ...world.momentOf(first) };
  }

  /** The sentence that is said, or was said last; before the first, the first. */
  function current() {
    const { slide, sentence = 0 } = player.view();
    const data = columns.get(slide.column)?.slides[slide.row]?.sentences[sentence];
    if (data === undefined) return undefined;
    return { text: plainText(data.html), slide, positionMs: slide.startMs + data.startMs };
  }
}
