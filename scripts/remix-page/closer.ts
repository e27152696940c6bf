/** *Look closer*: a slide large, with its words and its sound. */
import { bindDialog } from "../player/dialog.ts";
import { byId, setText } from "../player/dom.ts";
import type { SlideData } from "../player/data.ts";
import { parseHtml } from "../player/plain-text.ts";
import { showTime } from "../player/show-time.ts";
import { slideTitle } from "../player/slide-name.ts";
import { drawSlidePicture } from "../player/slide-picture.ts";
import { say } from "../player/texts.ts";
import type { TrackSlide } from "../player/track.ts";
import { SLIDE_WIDTH_PX } from "../slide-size.ts";
import { borrowedIn, choose, keyOf, remove } from "./draft.ts";
import { make } from "./elements.ts";
import { announceDone } from "./say.ts";
import type { World } from "./world.ts";

/**
 * Binds the dialog; returns what opens it.
 * @param shown the slides that *next* and *before* lead through
 */
export function createCloser(world: World, shown: () => readonly TrackSlide[]): (slide: TrackSlide) => void {
  const { index, columns, texts, store } = world;
  const dialog = bindDialog("closer");
  const picture = byId("closer-picture", HTMLDivElement);
  const sound = byId("closer-sound", HTMLAudioElement);
  const words = byId("closer-words", HTMLDivElement);
  const chosen = byId("closer-choose", HTMLButtonElement);
  const neighbours = [
    [byId("closer-back", HTMLButtonElement), -1],
    [byId("closer-on", HTMLButtonElement), 1],
  ] as const;
  let now: TrackSlide | undefined;
  let hasFailed = false;

  new ResizeObserver(() =>
    picture.style.setProperty("--picture", String(picture.clientWidth / SLIDE_WIDTH_PX)),
  ).observe(picture);
  dialog.addEventListener("close", () => {
    sound.pause();
    sound.removeAttribute("src");
    now = undefined;
  });

  function show(slide: TrackSlide): void {
    now = slide;
    setText(byId("closer-title", HTMLHeadingElement), slideTitle(slide, texts));
    hasFailed = false;
    for (const [button, step] of neighbours) button.disabled = neighbour(slide, step) === undefined;
    picture.replaceChildren();
    words.replaceChildren();
    sound.hidden = true;
    drawChosen();
    columns.load(slide.column).then(
      ({ slides }) => (now === slide ? fill(slides[slide.row]) : undefined),
      () => {
        hasFailed = true;
        drawChosen();
      },
    );
  }

  function fill(data: SlideData | undefined): void {
    if (data === undefined) return;
    drawSlidePicture(picture, data, Infinity);
    sound.hidden = data.sound === undefined;
    if (data.sound === undefined) sound.removeAttribute("src");
    else sound.src = data.sound.path;
    const paragraphs: HTMLParagraphElement[] = [];
    for (const { html, paragraph } of data.sentences) {
      const text = (paragraphs[paragraph] ??= make("p", ""));
      const content = parseHtml(html);
      // They lead to notes that do not stand here.
      for (const note of content.querySelectorAll("sup")) note.remove();
      for (const link of content.querySelectorAll("a")) link.replaceWith(...link.childNodes);
      text.append(content, " ");
    }
    words.replaceChildren(...paragraphs.filter((text) => text !== undefined));
  }

  function drawChosen(): void {
    if (now === undefined) return;
    const { fullId, column, startMs, endMs } = now;
    const place = store.get().items.findIndex((item) => keyOf(item) === fullId);
    const facts = [
      index.columns[column]?.title ?? "",
      showTime(endMs - startMs),
      ...(place === -1 ? [] : [say(texts.remixPlace, { n: place + 1 })]),
      ...(hasFailed ? [texts.partFailed] : []),
    ];
    setText(byId("closer-facts", HTMLParagraphElement), facts.join(" · "));
    setText(chosen, place === -1 ? texts.remixTake : texts.remixDrop);
  }

  const neighbour = (slide: TrackSlide, step: number) => {
    const slides = shown();
    const at = slides.indexOf(slide);
    return at === -1 ? undefined : slides[at + step];
  };
  for (const [button, step] of neighbours) {
    button.addEventListener("click", () => {
      const next = now && neighbour(now, step);
      if (next === undefined) return;
      sound.pause();
      show(next);
      // A button that goes out loses the focus.
      if (button.disabled) chosen.focus();
    });
  }
  chosen.addEventListener("click", () => {
    if (now === undefined) return;
    const draft = store.get();
    const title = slideTitle(now, texts);
    const isChosen = borrowedIn(draft).includes(now.fullId);
    store.set(isChosen ? remove(draft, [now.fullId]) : choose(draft, [now.fullId]));
    announceDone(world, say(isChosen ? texts.remixDropped : texts.remixChosen, { title }));
  });
  store.follow(drawChosen);

  return (slide) => {
    show(slide);
    dialog.showModal();
    chosen.focus();
  };
}
