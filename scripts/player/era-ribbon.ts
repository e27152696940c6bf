/** The ribbon of eras: history from left to right, with the era on show and the dates that the voice names. */
import type { Columns } from "./columns.ts";
import type { LectureIndex, YearRange } from "./data.ts";
import { byId, maybeById, setText } from "./dom.ts";
import { drawEras, drawYears, placeYears } from "./era-axis.ts";
import type { Player } from "./player.ts";
import type { OnRenew } from "./renewal.ts";
import { slideTitle } from "./slide-name.ts";
import { slideNear } from "./slide-near.ts";
import type { Texts } from "./texts.ts";
import type { Track } from "./track.ts";
import type { Draw } from "./view.ts";
import { yearsText, yearText } from "./years-text.ts";

/** What the ribbon shows and asks for. */
export interface RibbonWorld {
  readonly index: LectureIndex;
  readonly track: Track;
  readonly columns: Columns;
  readonly texts: Texts;
  readonly onRenew: OnRenew;
}

/** Draws the ribbon where at least two eras have years, and binds it; returns what follows the voice. */
export function createEraRibbon(
  player: Player,
  { index, track, columns, texts, onRenew }: RibbonWorld,
): Draw {
  const ribbon = maybeById("eras");
  if (ribbon === undefined) return () => undefined;
  const axis = byId("eras-axis", HTMLDivElement);
  const date = byId("eras-date", HTMLParagraphElement);
  const marker = document.createElement("span");
  marker.className = "eras-marker";
  marker.hidden = true;
  let whole: YearRange = [0, 1];
  let buttons: ReadonlyMap<number, HTMLButtonElement> = new Map();
  let current: HTMLButtonElement | undefined;
  let marked: YearRange | undefined;

  function draw(): void {
    // An era that a selection comes back to counts once.
    const ofEras = new Map(index.columns.map(({ id, years }) => [id, years]));
    const spans = [...ofEras.values()].filter((years) => years !== undefined);
    if (ribbon !== undefined) ribbon.hidden = spans.length < 2;
    if (spans.length < 2) return;
    whole = [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
    buttons = drawEras(index, whole, texts);
    current = undefined;
    marked = undefined;
    marker.hidden = true;
    axis.replaceChildren(...drawYears(whole, texts), ...new Set(buttons.values()), marker);
    for (const button of new Set(buttons.values())) {
      button.addEventListener("click", () => {
        const first = track.slides.find((slide) => buttons.get(slide.column) === button);
        if (first !== undefined) player.goTo(first);
      });
    }
  }
  draw();
  onRenew(draw);

  axis.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = [...new Set(buttons.values())];
    const at = all.findIndex((button) => button === document.activeElement);
    const goals = new Map([
      ["ArrowLeft", all[at - 1]],
      ["ArrowRight", all[at + 1]],
      ["Home", all[0]],
      ["End", all.at(-1)],
    ]);
    if (!goals.has(event.key)) return;
    event.preventDefault();
    const goal = goals.get(event.key);
    if (goal === undefined) return;
    moveTabStop(goal);
    goal.focus();
  });

  // Beside the eras, each year leads to the slide that speaks of it.
  const slideUnder = ({ clientX }: MouseEvent) => {
    const box = axis.getBoundingClientRect();
    const year = whole[0] + ((clientX - box.left) / box.width) * (whole[1] - whole[0]);
    const slide = slideNear(index, track, year);
    return slide && { slide, year: Math.floor(year) };
  };
  axis.addEventListener("pointermove", (event) => {
    const under = event.target === axis ? slideUnder(event) : undefined;
    if (under !== undefined) axis.title = `${yearText(under.year, texts)}: ${slideTitle(under.slide, texts)}`;
  });
  axis.addEventListener("pointerleave", () => axis.removeAttribute("title"));
  axis.addEventListener("click", (event) => {
    const under = event.target === axis ? slideUnder(event) : undefined;
    if (under !== undefined) player.goTo(under.slide);
  });

  /** Of all eras one is reached by Tab: the one on show, or where the reader was. */
  function moveTabStop(to: HTMLButtonElement): void {
    if (to.tabIndex === 0) return;
    for (const button of buttons.values()) button.tabIndex = button === to ? 0 : -1;
  }

  function showEra(column: number): void {
    const button = buttons.get(column);
    if (button !== current) {
      current?.removeAttribute("aria-current");
      button?.setAttribute("aria-current", "true");
      current = button;
    }
    if (button !== undefined && !axis.contains(document.activeElement)) moveTabStop(button);
  }

  return ({ slide, sentence }) => {
    showEra(slide.column);
    const named = columns.get(slide.column)?.slides[slide.row]?.sentences[sentence ?? -1]?.years;
    const years = named ?? index.columns[slide.column]?.years;
    setText(date, years === undefined ? "" : yearsText(years, texts, index.texts));
    if (named === marked) return;
    marked = named;
    marker.hidden = named === undefined;
    if (named !== undefined) placeYears(marker, named, whole);
  };
}
