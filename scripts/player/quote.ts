/** *Copy with citation*: what is selected in the transcript, or the sentence that is said, and where it comes from. */
import { cite } from "./citation.ts";
import type { Columns } from "./columns.ts";
import { copyText } from "./copy-text.ts";
import type { LectureIndex } from "./data.ts";
import { byId } from "./dom.ts";
import { fragmentOf } from "./moment.ts";
import type { Moments } from "./moments.ts";
import { plainText, wordsIn } from "./plain-text.ts";
import type { Player } from "./player.ts";
import { pageAddress } from "./share.ts";
import type { Texts } from "./texts.ts";
import type { Toast } from "./toast.ts";
import type { TrackSlide } from "./track.ts";

/** When a sentence begins, on the lecture's clock. */
export interface SentenceStart {
  readonly slide: TrackSlide;
  readonly positionMs: number;
}

/** What copying needs of the page. */
export interface QuoteWorld {
  readonly index: LectureIndex;
  readonly columns: Columns;
  readonly texts: Texts;
  readonly moments: Moments;
  readonly toast: Toast;
  /** When the sentence of an element of the transcript begins. */
  readonly startOf: (sentence: HTMLElement) => SentenceStart;
}

/** Binds the button. */
export function createQuote(player: Player, list: HTMLElement, world: QuoteWorld): void {
  const { columns, texts, toast } = world;
  const button = byId("copy-citation", HTMLButtonElement);

  // Pressed with a mouse it would take the selection away.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => void copy());

  async function copy(): Promise<void> {
    const quotation = selected() ?? current();
    if (quotation === undefined) return toast(texts.nothingToCopy);
    const isCopied = await copyText(cite({ ...quotation, link: linkTo(quotation) }, world));
    toast(isCopied ? texts.copied : texts.copyRefused);
  }

  function linkTo({ slide, positionMs }: SentenceStart): string | undefined {
    const page = pageAddress();
    return /^https?:/.test(page) ? page + fragmentOf(world.moments.at(slide, positionMs)) : undefined;
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
    return first === undefined || text === "" ? undefined : { text, ...world.startOf(first) };
  }

  /** The sentence that is said, or was said last; before the first, the first. */
  function current() {
    const { slide, sentence = 0 } = player.view();
    const data = columns.get(slide.column)?.slides[slide.row]?.sentences[sentence];
    if (data === undefined) return undefined;
    return { text: plainText(data.html), slide, positionMs: slide.startMs + data.startMs };
  }
}
