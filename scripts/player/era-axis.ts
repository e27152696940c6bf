/** What stands on the axis of the ribbon: a button for each era, and round years. */
import type { LectureIndex, YearRange } from "./data.ts";
import { say, type Texts } from "./texts.ts";
import { roundYears, yearsText, yearText } from "./years-text.ts";

/** As many round years as can be read beside one another. */
const LABELS = 10;
/** A label that begins further right, in per cent, would not fit. */
const LAST_LABEL = 96;

/**
 * The buttons of the columns that have years, by column; the first is reached by Tab. Columns of one era, of which a selection may have several, share
 * theirs.
 */
export function drawEras(
  index: LectureIndex,
  whole: YearRange,
  texts: Texts,
): ReadonlyMap<number, HTMLButtonElement> {
  const buttons = new Map<number, HTMLButtonElement>();
  const ofEra = new Map<string, HTMLButtonElement>();
  for (const [column, { id, title, eraIndex, years }] of index.columns.entries()) {
    if (years === undefined) continue;
    const same = ofEra.get(id);
    if (same !== undefined) {
      buttons.set(column, same);
      continue;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "eras-era";
    button.tabIndex = buttons.size === 0 ? 0 : -1;
    if (eraIndex !== undefined) button.dataset["eraIndex"] = String(eraIndex);
    const name = say(texts.eraYears, { era: title, years: yearsText(years, texts, index.texts) });
    button.title = name;
    button.setAttribute("aria-label", name);
    placeYears(button, years, whole);
    ofEra.set(id, button);
    buttons.set(column, button);
  }
  return buttons;
}

/** Labels of round years, for the eye only. */
export function drawYears(whole: YearRange, texts: Texts): HTMLSpanElement[] {
  return roundYears(whole, LABELS)
    .filter((year) => percent(year, whole) <= LAST_LABEL)
    .map((year) => {
      const label = document.createElement("span");
      label.className = "eras-year";
      label.ariaHidden = "true";
      label.textContent = yearText(year, texts);
      label.style.left = `${percent(year, whole)}%`;
      return label;
    });
}

/** Lays an element over its years on the axis. */
export function placeYears(element: HTMLElement, [from, to]: YearRange, whole: YearRange): void {
  element.style.left = `${percent(from, whole)}%`;
  element.style.width = `${percent(to, whole) - percent(from, whole)}%`;
}

const percent = (year: number, [from, to]: YearRange): number => (100 * (year - from)) / (to - from);
