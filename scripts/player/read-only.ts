/**
 * A selection of slides in the text to read, in its own order: `read.html?only=war/telegram,famine&title=…`, as in the player. Without script the page
 * shows the whole lecture.
 */
import type { ColumnIndex } from "./data.ts";
import { piecesIn } from "./only.ts";
import { selectSlides } from "./selection.ts";
import { makeTrack } from "./track.ts";

/**
 * Takes what is not selected out of the page, and gives it the selection's own head.
 * @returns false where the page has none of it: then it is as it was
 */
export function showOnly(page: Document, only: string, title: string | undefined): boolean {
  const main = page.querySelector("main");
  const head = page.getElementById("selection");
  const heading = page.querySelector("h1");
  if (main === null || head === null || heading === null) return false;
  const eras = [...main.querySelectorAll<HTMLElement>(":scope > .era")].map(readEra);
  const index = { columns: eras.map(({ column }) => column), aliases: {} };
  const { slides, missing } = selectSlides(makeTrack(index), index, only);
  if (slides.length === 0) return false;
  const used = new Set<number>();
  const sections = piecesIn(slides).map(({ column, rows }) => {
    const era = eras[column];
    const section = era?.element.cloneNode(false);
    if (era === undefined || !(section instanceof HTMLElement)) throw new Error("the page has no such era");
    section.dataset["era"] = era.column.id;
    const isAgain = used.has(column);
    used.add(column);
    const isWhole = rows.length === era.parts.length;
    section.append(...headOf(era.element, isAgain, isWhole), ...rows.flatMap((row) => era.parts[row] ?? []));
    return section;
  });
  main.replaceChildren(...sections);
  for (const left of page.querySelectorAll(".contents, .closing:not(.is-credits)")) left.remove();
  if (title !== undefined) {
    heading.textContent = title;
    page.title = title;
  }
  // On paper it stands over the first era, on pages of that era's name.
  head.classList.add(...[...(sections[0]?.classList ?? [])].filter((name) => name.startsWith("page-")));
  head.prepend(heading);
  head.append(...page.querySelectorAll(".cover .to-print"));
  page.querySelector(".cover")?.remove();
  head.hidden = false;
  const gone = page.getElementById("selection-gone");
  gone?.append(missing.join(", "));
  if (gone !== null) gone.hidden = missing.length === 0;
  return true;
}

interface ReadEra {
  readonly element: HTMLElement;
  readonly parts: readonly HTMLElement[];
  readonly column: ColumnIndex;
}

/** An era of the page and its slides; anchors are `era` and `era--slide`. */
function readEra(element: HTMLElement): ReadEra {
  // In a selection that was cut out before, an era that it comes back to has its anchor only once.
  const id = element.dataset["era"] ?? element.querySelector(".opening-title")?.id ?? "";
  const parts = [...element.querySelectorAll<HTMLElement>(":scope > .part")];
  const slides = parts.map((part) => {
    const anchor = part.id || (part.querySelector(".part-title")?.id ?? "");
    return { id: anchor.slice(`${id}--`.length), title: "", durationMs: 0 };
  });
  return { element, parts, column: { id, title: "", data: "", sizeBytes: 0, slides } };
}

/** What opens an era; its terms and questions only where all of it is there. An anchor stands where the era comes first. */
function headOf(era: HTMLElement, isAgain: boolean, isWhole: boolean): Element[] {
  return [...era.children]
    .filter((child) => child.matches(isWhole ? ":not(.part)" : ".opening"))
    .map((child) => {
      if (!isAgain) return child;
      const copy = child.cloneNode(true);
      if (!(copy instanceof Element)) throw new Error("a copy of an element is one");
      for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
      return copy;
    });
}
