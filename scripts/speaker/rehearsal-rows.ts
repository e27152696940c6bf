/** The table of a rehearsal as people read it. */
import { showTime } from "../player/show-time.ts";
import { slideTitle } from "../player/slide-name.ts";
import type { Texts } from "../player/texts.ts";
import {
  isSlow,
  type EraRows,
  type RehearsalTable,
  type SlideRow,
  type Times,
} from "../talk/rehearsal-table.ts";

/** Makes the table: a group of rows for each era, with its sums; the whole last. */
export function rehearsalRows(table: RehearsalTable, texts: Texts): HTMLTableElement {
  const made = document.createElement("table");
  made.className = "rehearsal-table";
  const head = made.createTHead().insertRow();
  const columns = [
    texts.rehearsalSlide,
    ...(table.isPlanned ? [texts.rehearsalPlanned] : []),
    texts.rehearsalNarration,
    texts.rehearsalRehearsed,
    texts.rehearsalDifference,
  ];
  head.append(...columns.map((name) => header("col", name)));
  for (const era of table.eras) made.append(eraRows(era, table.isPlanned, texts));
  const foot = made.createTFoot().insertRow();
  foot.append(header("row", texts.rehearsalWhole), ...cells(table.total, table.isPlanned));
  return made;
}

function eraRows({ title, rows, total }: EraRows, isPlanned: boolean, texts: Texts): HTMLElement {
  const body = document.createElement("tbody");
  if (title !== "") {
    const row = document.createElement("tr");
    row.className = "rehearsal-era";
    const name = header("rowgroup", title);
    name.lang = document.documentElement.lang;
    row.append(name, ...cells(total, isPlanned));
    body.append(row);
  }
  body.append(...rows.map((row) => slideRow(row, isPlanned, texts)));
  return body;
}

function slideRow(slide: SlideRow, isPlanned: boolean, texts: Texts): HTMLTableRowElement {
  const row = document.createElement("tr");
  const name = header("row", slideTitle(slide, texts));
  if (slide.title !== "") name.lang = document.documentElement.lang;
  row.append(name, ...cells(slide, isPlanned));
  const { rehearsedMs, plannedMs, spokenMs } = slide;
  if (rehearsedMs !== undefined && isSlow(rehearsedMs, plannedMs ?? spokenMs)) {
    row.className = "is-slow";
    const sign = document.createElement("span");
    sign.className = "rehearsal-slow";
    sign.textContent = texts.rehearsalSlow;
    row.cells[row.cells.length - 1]?.prepend(sign, " ");
  }
  return row;
}

function cells({ plannedMs, spokenMs, rehearsedMs, differenceMs }: Times, isPlanned: boolean): HTMLElement[] {
  const times = [...(isPlanned ? [plannedMs] : []), spokenMs, rehearsedMs];
  const shown = [...times.map((ms) => (ms === undefined ? "" : inSeconds(ms))), signed(differenceMs)];
  return shown.map((text) => {
    const cell = document.createElement("td");
    cell.textContent = text;
    return cell;
  });
}

/** A time to the nearest second. */
export const inSeconds = (ms: number): string => showTime(Math.round(ms / 1000) * 1000);

/** `+00:40`, `−00:12`, `00:00`. */
function signed(ms: number | undefined): string {
  if (ms === undefined) return "";
  const seconds = Math.round(ms / 1000);
  return `${seconds > 0 ? "+" : seconds < 0 ? "−" : ""}${showTime(Math.abs(seconds) * 1000)}`;
}

function header(scope: "col" | "row" | "rowgroup", text: string): HTMLTableCellElement {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}
