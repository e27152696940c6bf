/** The list of eras and slides, made when it is first opened. */
import { addressOf } from "./address.ts";
import type { LectureIndex } from "./data.ts";
import { bindDialog } from "./dialog.ts";
import { byId } from "./dom.ts";
import { eraFacts } from "./era-facts.ts";
import type { Player } from "./player.ts";
import type { OnRenew } from "./renewal.ts";
import { showTime } from "./show-time.ts";
import { slideTitle } from "./slide-name.ts";
import type { Texts } from "./texts.ts";
import type { Track, TrackSlide } from "./track.ts";

/** What the contents show. */
export interface ContentsWorld {
  readonly index: LectureIndex;
  readonly track: Track;
  readonly texts: Texts;
  readonly onRenew: OnRenew;
}

/** Binds the contents button and dialog. */
export function createContents(player: Player, { index, track, texts, onRenew }: ContentsWorld): void {
  const dialog = bindDialog("contents");
  const list = byId("contents-list", HTMLDivElement);

  const draw = () => list.replaceChildren(...index.columns.map((_, column) => drawColumn(column)));
  onRenew(() => (dialog.open ? draw() : list.replaceChildren()));

  byId("contents", HTMLButtonElement).addEventListener("click", () => {
    if (list.childElementCount === 0) draw();
    list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const here = list.querySelector(`[data-number="${player.view().slide.number}"]`);
    here?.setAttribute("aria-current", "true");
    dialog.showModal();
    here?.scrollIntoView({ block: "center" });
  });
  dialog.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-number]") : null;
    const slide = link instanceof HTMLElement ? track.slides[Number(link.dataset["number"])] : undefined;
    if (slide === undefined) return;
    event.preventDefault();
    dialog.close();
    player.goTo(slide);
  });

  function drawColumn(column: number): HTMLElement {
    const era = index.columns[column];
    const { title = "", eraIndex } = era ?? {};
    const section = document.createElement("div");
    section.className = "contents-era";
    if (eraIndex !== undefined) section.dataset["eraIndex"] = String(eraIndex);
    if (era !== undefined && title !== "") {
      const heading = document.createElement("h3");
      const size = document.createElement("span");
      size.className = "contents-size";
      size.textContent = eraFacts(era, texts);
      heading.append(title, " ", size);
      section.append(heading);
    }
    const rows = document.createElement("ol");
    rows.append(...(track.columns[column] ?? []).map(drawSlide));
    section.append(rows);
    return section;
  }

  function drawSlide(slide: TrackSlide): HTMLElement {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = addressOf(slide.fullId);
    link.dataset["number"] = String(slide.number);
    const title = document.createElement("span");
    title.textContent = slideTitle(slide, texts);
    const time = document.createElement("span");
    time.className = "contents-time";
    time.textContent = showTime(slide.startMs);
    link.append(title, " ", time);
    row.append(link);
    return row;
  }
}
