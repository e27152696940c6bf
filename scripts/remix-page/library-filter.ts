/** The line over the library: words and people, and how many slides have them. */
import { byId, maybeById, setText } from "../player/dom.ts";
import { createLectureText } from "../player/lecture-text.ts";
import { say } from "../player/texts.ts";
import { choose } from "./draft.ts";
import { wantedSlides } from "./filter.ts";
import type { Library } from "./library.ts";
import { announceDone } from "./say.ts";
import type { World } from "./world.ts";

/** The number of slides is said when nothing was typed for this long. */
const TYPING_MS = 700;

/** Binds the line; the lecture's words are read when somebody first looks for some. */
export function createLibraryFilter(world: World, library: Library): void {
  const { index, track, columns, texts, store } = world;
  const words = byId("filter-words", HTMLInputElement);
  const person = maybeById("filter-person");
  const count = byId("filter-count", HTMLParagraphElement);
  const none = byId("filter-none", HTMLParagraphElement);
  const chooseFound = byId("choose-found", HTMLButtonElement);
  const text = createLectureText(index, track, columns);
  let total = library.shown().length;
  let typed: ReturnType<typeof setTimeout> | undefined;
  let loading: Promise<unknown> | undefined;

  function draw(): void {
    const asked = { words: words.value, person: person instanceof HTMLSelectElement ? person.value : "" };
    library.show(wantedSlides(asked, text.places(), index.people));
    const isFiltered = asked.words.trim() !== "" || asked.person !== "";
    const n = library.shown().length;
    if (!isFiltered) total = n;
    none.hidden = n > 0;
    chooseFound.hidden = !isFiltered || n === 0;
    setText(count, say(texts.remixShown, { n, total }));
  }

  function sayCount(): void {
    clearTimeout(typed);
    typed = setTimeout(() => world.announce(count.textContent ?? ""), TYPING_MS);
  }

  words.addEventListener("focus", () => {
    loading ??= text.load(draw);
  });
  for (const field of [words, person]) {
    field?.addEventListener("input", () => {
      draw();
      sayCount();
    });
  }
  byId("filter", HTMLFormElement).addEventListener("submit", (event) => event.preventDefault());
  chooseFound.addEventListener("click", () => {
    const draft = store.get();
    const chosen = choose(
      draft,
      library.shown().map(({ fullId }) => fullId),
    );
    store.set(chosen);
    announceDone(world, say(texts.remixManyChosen, { n: chosen.items.length - draft.items.length }));
  });
  draw();
}
