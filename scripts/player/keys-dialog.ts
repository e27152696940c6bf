/** The sheet that lists what each key does, in the mode that is on first. */
import { bindDialog } from "./dialog.ts";
import { byId } from "./dom.ts";
import { isIn, type KeyRow } from "./keys.ts";
import type { Texts } from "./texts.ts";
import type { Mode } from "./view.ts";

/**
 * Binds the button *Keys*; returns what opens the sheet.
 * @param rows all of them, asked for when the sheet opens
 * @param modes those that the page has, the one that is on first
 */
export function createKeysDialog(
  rows: () => readonly KeyRow[],
  modes: () => readonly Mode[],
  texts: Texts,
): () => void {
  const dialog = bindDialog("keys");
  const tables = byId("keys-tables", HTMLDivElement);

  function open(): void {
    const shown = modes();
    tables.replaceChildren(...shown.map((mode) => table(mode, shown.length > 1)));
    dialog.showModal();
    tables.scrollTop = 0;
  }

  function table(mode: Mode, isOneOfMore: boolean): HTMLTableElement {
    const made = document.createElement("table");
    made.className = "keys";
    const name = mode === "present" ? texts.keysPresent : texts.keysWatch;
    if (isOneOfMore) made.createCaption().textContent = name;
    made.createTBody().append(
      ...rows()
        .filter((row) => isIn(row, mode))
        .map((row) => tableRow(row, texts)),
    );
    return made;
  }

  byId("keys", HTMLButtonElement).addEventListener("click", open);
  return open;
}

function tableRow({ shown, does }: KeyRow, texts: Texts): HTMLTableRowElement {
  const row = document.createElement("tr");
  const keys = document.createElement("th");
  keys.scope = "row";
  keys.append(
    ...shown.split(" ").map((one) => {
      const key = document.createElement(one === "–" ? "span" : "kbd");
      key.textContent = one;
      return key;
    }),
  );
  const what = document.createElement("td");
  what.textContent = texts[does];
  row.append(keys, what);
  return row;
}
