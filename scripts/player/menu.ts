/** The menu of what is needed less often. Its buttons belong to other parts; it opens, closes and gives the focus back. */
import { byId } from "./dom.ts";

/** Binds a button and its menu, which both have an id: those of *More* where none are given. */
export function createMenu(buttonId = "more", menuId = "menu"): void {
  const button = byId(buttonId, HTMLButtonElement);
  const menu = byId(menuId, HTMLDivElement);
  const isOpen = () => !menu.hidden;

  function show(on: boolean): void {
    menu.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
  }

  button.addEventListener("click", () => show(!isOpen()));
  menu.addEventListener(
    "click",
    (event) => {
      const pressed = event.target instanceof Element && event.target.closest("button, a[href]") !== null;
      if (!pressed) return;
      // Before the pressed one acts: a dialog that it opens gives the focus back to what has it now.
      button.focus();
      show(false);
    },
    { capture: true },
  );
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    event.preventDefault();
    show(false);
    button.focus();
  });
  // On its way down: a slide that is drawn on lets no press through.
  document.addEventListener(
    "pointerdown",
    ({ target }) => {
      if (target instanceof Node && !menu.contains(target) && !button.contains(target)) show(false);
    },
    { capture: true },
  );
  menu.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (next instanceof Node && !menu.contains(next) && next !== button) show(false);
  });
}
