/** The transcript beside the slide: the words of the era that is on, the sentence that is said marked, each a way to go there. */
import { byId } from "./dom.ts";
import { createFollower } from "./follow-voice.ts";
import type { Player } from "./player.ts";
import { createQuote, type QuoteWorld, type SentenceStart } from "./quote.ts";
import type { OnRenew } from "./renewal.ts";
import type { SettingsStore } from "./settings.ts";
import type { Track } from "./track.ts";
import { drawColumn, type TranscriptList } from "./transcript-list.ts";
import type { Draw, View } from "./view.ts";

/** Who moves by so much between two looks has jumped; a page that is hidden is looked at once a second. */
const JUMP_MS = { back: 250, on: 2_500 };

/** What the transcript needs of the page. */
export interface TranscriptWorld extends Omit<QuoteWorld, "startOf"> {
  readonly track: Track;
  readonly settings: SettingsStore;
  readonly onRenew: OnRenew;
}

/** Binds the panel and its button; returns what draws it. */
export function createTranscript(player: Player, world: TranscriptWorld): Draw {
  const { index, track, columns, settings, texts } = world;
  const page = byId("player", HTMLElement);
  const button = byId("transcript", HTMLButtonElement);
  const list = byId("transcript-list", HTMLDivElement);
  const followButton = byId("follow-voice", HTMLButtonElement);
  let isOpen = false;
  let drawn:
    | { readonly column: number; readonly isWhole: boolean; readonly list: TranscriptList }
    | undefined;
  let marked: HTMLElement | undefined;
  let lastMs = 0;

  const follower = createFollower(list, () => {
    followButton.hidden = follower.follows();
  });

  button.addEventListener("click", () => {
    settings.set({ transcript: !isOpen });
    player.wake();
  });
  settings.follow(({ transcript }) => {
    isOpen = transcript;
    button.setAttribute("aria-pressed", String(isOpen));
    page.classList.toggle("has-transcript", isOpen);
    byId("transcript-panel", HTMLElement).hidden = !isOpen;
    if (isOpen) follower.resume();
  });
  followButton.addEventListener("click", () => {
    // The button goes; from the list, the next Tab leads to the sentence that is said.
    list.focus({ preventScroll: true });
    follower.resume();
    player.wake();
  });

  // ── Sentences are pressed like buttons; the arrow keys lead from one to the next ──

  const sentenceAt = (target: EventTarget | Node | null): HTMLElement | undefined => {
    const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
    return element?.closest<HTMLElement>(".sentence") ?? undefined;
  };

  function press(element: HTMLElement): void {
    player.seek(startOf(element).positionMs);
    follower.resume();
  }

  list.addEventListener("click", (event) => {
    const element = sentenceAt(event.target);
    if (element !== undefined && document.getSelection()?.isCollapsed !== false) press(element);
  });
  list.addEventListener("focusin", (event) => {
    const element = sentenceAt(event.target);
    if (element !== undefined) makeTabStop(element);
  });
  list.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // These move the list here, not the lecture.
    if (["PageUp", "PageDown"].includes(event.key)) return event.stopPropagation();
    const all = [...list.querySelectorAll<HTMLElement>(".sentence")];
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const element = sentenceAt(event.target);
    const goal = (): HTMLElement | undefined => {
      if (event.key === "Home") return all[0];
      if (event.key === "End") return all.at(-1);
      // From the list itself the first arrow key leads to the sentence that Tab leads to.
      if (element === undefined) return all.find(({ tabIndex }) => tabIndex === 0);
      return all[all.indexOf(element) + (step ?? 0)];
    };
    if (step !== undefined || ["Home", "End"].includes(event.key)) goal()?.focus();
    else if (element !== undefined && ["Enter", " "].includes(event.key)) press(element);
    else return;
    event.preventDefault();
  });

  /** Of all sentences one is reached by Tab. */
  function makeTabStop(element: HTMLElement | undefined): void {
    list.querySelector(".sentence[tabindex='0']")?.setAttribute("tabindex", "-1");
    (element ?? list.querySelector(".sentence"))?.setAttribute("tabindex", "0");
  }

  createQuote(player, list, { ...world, startOf });

  function startOf({ dataset }: HTMLElement): SentenceStart {
    const slide = track.slides[Number(dataset["slide"])];
    if (slide === undefined) throw new Error("a sentence of the transcript has no slide");
    const data = columns.get(slide.column)?.slides[slide.row]?.sentences[Number(dataset["sentence"])];
    return { slide, positionMs: slide.startMs + (data?.startMs ?? 0) };
  }

  // ── Drawing ──

  world.onRenew(() => {
    drawn = undefined;
  });

  function drawList(column: number): void {
    const era = index.columns[column];
    const data = columns.get(column);
    if (era === undefined) return;
    if (drawn?.column === column && drawn.isWhole === (data !== undefined)) return;
    const hadFocus = list.contains(document.activeElement) && document.activeElement !== list;
    const slides = track.slides.filter((slide) => slide.column === column);
    drawn = { column, isWhole: data !== undefined, list: drawColumn(era, slides, data, texts) };
    const isOther = list.dataset["column"] !== String(column);
    list.replaceChildren(...drawn.list.nodes);
    list.dataset["column"] = String(column);
    list.dataset["eraIndex"] = String(era.eraIndex ?? "");
    if (isOther) list.scrollTop = 0;
    marked = undefined;
    makeTabStop(undefined);
    if (hadFocus) list.focus({ preventScroll: true });
  }

  function mark(view: View): void {
    const isHere = drawn?.column === view.slide.column;
    const element = isHere ? drawn?.list.find(view.slide.row, view.sentence) : undefined;
    if (element === marked) return;
    marked?.removeAttribute("aria-current");
    marked = element;
    if (element === undefined) return;
    if (view.sentence !== undefined) {
      element.setAttribute("aria-current", "true");
      if (!list.contains(document.activeElement)) makeTabStop(element);
    }
    follower.show(element);
  }

  return (view) => {
    const movedMs = view.positionMs - lastMs;
    lastMs = view.positionMs;
    if (!isOpen) return;
    const hasJumped = movedMs < -JUMP_MS.back || movedMs > JUMP_MS.on;
    if (hasJumped && !follower.follows()) follower.resume();
    // Who reads elsewhere keeps the list under their eyes when the voice comes to the next era.
    drawList(follower.follows() ? view.slide.column : (drawn?.column ?? view.slide.column));
    mark(view);
  };
}
