/** The dialog that lists what each key does. */
import { bindDialog } from "./dialog.ts";
import { byId } from "./dom.ts";
import type { KeyRow } from "./keys.ts";
import type { Texts } from "./texts.ts";

/** Binds the button *Keys*, and fills the table when it is first asked for. */
export function createKeysDialog(rows: readonly KeyRow[], texts: Texts): void {
  const dialog = bindDialog("keys");
  const list = byId("keys-list", HTMLTableSectionElement);
  byId("keys", HTMLButtonElement).addEventListener("click", () => {
    if (list.childElementCount === 0) list.append(...rows.map((row) => tableRow(row, texts)));
    dialog.showModal();
  });
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
