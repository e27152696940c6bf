/** The transcript beside the slide: what is said in the era on show, with the present sentence marked; a sentence leads to its moment. */
import type { Columns } from "./columns.ts";
import type { SlideData } from "./data.ts";
import { byId } from "./dom.ts";
import type { Player } from "./player.ts";
import type { SettingsStore } from "./settings.ts";
import { slideName } from "./slide-name.ts";
import type { Texts } from "./texts.ts";
import type { Track, TrackSlide } from "./track.ts";
import type { Draw, View } from "./view.ts";

/** Keys with which a reader scrolls or looks around by hand. */
const LOOKS_AROUND = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"]);

/** What the transcript reads and asks for. */
export interface TranscriptWorld {
  readonly player: Player;
  readonly track: Track;
  readonly columns: Columns;
  readonly settings: SettingsStore;
  readonly texts: Texts;
}

/** Binds the button and the panel; returns what follows the voice. Only one column's sentences are in the page at a time. */
export function createTranscript({ player, track, columns, settings, texts }: TranscriptWorld): Draw {
  const root = byId("player", HTMLElement);
  const button = byId("transcript-button", HTMLButtonElement);
  const panel = byId("transcript", HTMLElement);
  const list = byId("transcript-list", HTMLDivElement);
  const follow = byId("transcript-follow", HTMLButtonElement);
  /** Slide number → its heading and its sentences. */
  let shown = new Map<
    number,
    { readonly heading: HTMLElement; readonly sentences: readonly HTMLElement[] }
  >();
  let column: number | undefined;
  let present: HTMLElement | undefined;
  let following = true;

  button.addEventListener("click", () => settings.set({ transcript: !settings.get().transcript }));
  settings.follow(({ transcript }) => {
    panel.hidden = !transcript;
    root.classList.toggle("has-transcript", transcript);
    button.setAttribute("aria-pressed", String(transcript));
    if (transcript) draw(player.view());
  });
  follow.addEventListener("click", () => {
    setFollowing(true);
    present?.focus({ preventScroll: true });
  });
  // Whoever scrolls reads on their own; the voice does not pull them back.
  for (const name of ["wheel", "touchmove"]) {
    list.addEventListener(name, () => setFollowing(false), { passive: true });
  }
  list.addEventListener("pointerdown", (event) => {
    // On the list itself lies the scroll bar.
    if (event.target === list) setFollowing(false);
  });
  list.addEventListener("click", (event) => {
    const sentence = sentenceOf(event.target);
    // Marking words with the mouse ends in a click, too.
    if (sentence !== undefined && document.getSelection()?.isCollapsed !== false) seekTo(sentence);
  });
  list.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const sentence = sentenceOf(event.target);
    if (LOOKS_AROUND.has(event.key)) {
      event.stopPropagation();
      setFollowing(false);
      const next = sentence && neighbour(sentence, event.key);
      if (next === undefined) return;
      event.preventDefault();
      moveTabStop(next);
      next.focus();
    } else if (sentence !== undefined && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      seekTo(sentence);
    }
  });

  function setFollowing(on: boolean): void {
    following = on;
    follow.hidden = on;
    if (on) scrollTo(present);
  }

  function seekTo(sentence: HTMLElement): void {
    setFollowing(true);
    player.seek(Number(sentence.dataset["ms"]));
  }

  function neighbour(sentence: HTMLElement, key: string): HTMLElement | undefined {
    const all = [...shown.values()].flatMap(({ sentences }) => sentences);
    if (key === "Home") return all[0];
    if (key === "End") return all.at(-1);
    const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
    return step === 0 ? undefined : all[all.indexOf(sentence) + step];
  }

  /** Of all sentences one is reached by Tab: the present one, or where the reader was. */
  function moveTabStop(to: HTMLElement): void {
    for (const old of list.querySelectorAll('[role="button"][tabindex="0"]'))
      old.setAttribute("tabindex", "-1");
    to.tabIndex = 0;
  }

  function fill(view: View): void {
    const data = columns.get(view.slide.column);
    if (column === view.slide.column || data === undefined) return;
    column = view.slide.column;
    present = undefined;
    shown = new Map();
    const sections: HTMLElement[] = [];
    for (const slide of track.slides) {
      const said = slide.column === column ? data.slides[slide.row] : undefined;
      if (said === undefined) continue;
      const heading = document.createElement("h3");
      heading.textContent = slide.title === "" ? slideName(slide, track.slides.length, texts) : slide.title;
      const { paragraphs, sentences } = paragraphsOf(slide, said);
      const section = document.createElement("section");
      section.append(heading, ...paragraphs);
      sections.push(section);
      shown.set(slide.number, { heading, sentences });
    }
    list.replaceChildren(...sections);
    list.scrollTop = 0;
    const [first] = [...shown.values()].flatMap(({ sentences }) => sentences);
    if (first !== undefined) first.tabIndex = 0;
  }

  function draw(view: View): void {
    if (panel.hidden) return;
    fill(view);
    if (column !== view.slide.column) return;
    const here = shown.get(view.slide.number);
    const sentence = view.sentence === undefined ? undefined : here?.sentences[view.sentence];
    const goal = sentence ?? here?.heading;
    if (goal === undefined || goal === present) return;
    present?.removeAttribute("aria-current");
    present = goal;
    if (sentence !== undefined) sentence.setAttribute("aria-current", "true");
    if (sentence !== undefined && !list.contains(document.activeElement)) moveTabStop(sentence);
    if (following) scrollTo(goal);
  }

  /** Scrolls the list alone, so that what is said stands in its upper third. */
  function scrollTo(goal: HTMLElement | undefined): void {
    if (goal === undefined) return;
    const from = list.getBoundingClientRect();
    const top = list.scrollTop + goal.getBoundingClientRect().top - from.top - from.height / 3;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const near = Math.abs(top - list.scrollTop) < from.height;
    list.scrollTo({ top, behavior: near && !still ? "smooth" : "instant" });
  }

  return draw;
}

const sentenceOf = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element ? target.closest<HTMLElement>("[data-ms]") : undefined) ?? undefined;

/** A slide's sentences in their paragraphs. */
function paragraphsOf(
  slide: TrackSlide,
  data: SlideData,
): { readonly paragraphs: readonly HTMLElement[]; readonly sentences: readonly HTMLElement[] } {
  const paragraphs: HTMLElement[] = [];
  let last: number | undefined;
  const sentences = data.sentences.map(({ html, paragraph, startMs }) => {
    if (paragraph !== last) paragraphs.push(document.createElement("p"));
    last = paragraph;
    const sentence = document.createElement("span");
    sentence.setAttribute("role", "button");
    sentence.tabIndex = -1;
    sentence.dataset["ms"] = String(slide.startMs + startMs);
    // Cleaned when the site was built.
    sentence.innerHTML = html;
    // A sentence is one control: a link inside it would be a second one.
    for (const link of sentence.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    paragraphs.at(-1)?.append(sentence, " ");
    return sentence;
  });
  return { paragraphs, sentences };
}
