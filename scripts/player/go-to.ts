/** *Go to a slide*: a field for a number or words, which suggests slides while somebody types. */
import type { Columns } from "./columns.ts";
import type { LectureIndex } from "./data.ts";
import { bindDialog } from "./dialog.ts";
import { byId, setText } from "./dom.ts";
import { createLectureText } from "./lecture-text.ts";
import { slidesFor } from "./slide-jump.ts";
import { slideTitle } from "./slide-name.ts";
import { say, type Texts } from "./texts.ts";
import type { Track, TrackSlide } from "./track.ts";

/** What the field needs of the page. */
export interface GoToWorld {
  readonly index: LectureIndex;
  readonly track: Track;
  readonly columns: Columns;
  readonly texts: Texts;
  readonly go: (slide: TrackSlide) => void;
}

/** Binds the dialog; returns what opens it with something typed. */
export function createGoTo({ index, track, columns, texts, go }: GoToWorld): (typed: string) => void {
  const dialog = bindDialog("go-to");
  const field = byId("go-to-field", HTMLInputElement);
  const count = byId("go-to-count", HTMLParagraphElement);
  const list = byId("go-to-list", HTMLUListElement);
  const words = createLectureText(index, track, columns);
  let offered: readonly TrackSlide[] = [];
  let chosen = 0;

  function open(typed: string): void {
    if (dialog.open) return;
    dialog.showModal();
    field.value = typed;
    field.focus();
    draw();
    // What does not load is not searched; the titles are known.
    void words.load(draw);
  }

  function draw(): void {
    const { value } = field;
    const before = offered[chosen];
    offered = slidesFor(value, track, words.places());
    chosen = Math.max(0, before === undefined ? 0 : offered.indexOf(before));
    list.replaceChildren(...offered.map(option));
    list.hidden = offered.length === 0;
    field.setAttribute("aria-expanded", String(offered.length > 0));
    choose(chosen);
    setText(count, countOf(value.trim()));
  }

  function countOf(typed: string): string {
    const [first] = offered;
    if (typed === "") return texts.goToHelp;
    if (first === undefined) return texts.goToNone;
    const slide = `${first.number + 1}, ${slideTitle(first, texts)}`;
    return say(offered.length === 1 ? texts.goToFoundOne : texts.goToFound, { n: offered.length, slide });
  }

  function option(slide: TrackSlide): HTMLLIElement {
    const row = document.createElement("li");
    row.id = `go-to-${slide.number}`;
    row.setAttribute("role", "option");
    const era = index.columns[slide.column];
    for (const [name, text] of [
      ["go-to-number", String(slide.number + 1)],
      ["go-to-name", slideTitle(slide, texts)],
      ["go-to-era", era?.title ?? ""],
    ] as const) {
      const part = document.createElement("span");
      part.className = name;
      part.textContent = text;
      row.append(part, " ");
    }
    row.addEventListener("click", () => arrive(slide));
    return row;
  }

  function choose(number: number): void {
    chosen = number;
    for (const [n, row] of [...list.children].entries()) {
      row.setAttribute("aria-selected", String(n === number));
      if (n === number) row.scrollIntoView({ block: "nearest" });
    }
    const slide = offered[number];
    if (slide === undefined) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `go-to-${slide.number}`);
  }

  function arrive(slide: TrackSlide | undefined): void {
    if (slide === undefined) return;
    dialog.close();
    go(slide);
  }

  field.addEventListener("input", () => {
    offered = [];
    draw();
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") arrive(offered[chosen]);
    else if (event.key === "ArrowDown") choose(Math.min(chosen + 1, offered.length - 1));
    else if (event.key === "ArrowUp") choose(Math.max(chosen - 1, 0));
    else return;
    event.preventDefault();
  });
  return open;
}
