/** The size of the script and the notes: kept in this browser. */
import { byId } from "../player/dom.ts";
import type { Memory } from "../player/memory.ts";

/** In rem. */
const SIZES = [0.9, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.4, 2.8];
const NORMAL = 3;

/** Binds the two buttons. */
export function createTextSize(memory: Memory): void {
  const smaller = byId("text-smaller", HTMLButtonElement);
  const larger = byId("text-larger", HTMLButtonElement);
  const kept = memory.get("script-size");
  let at = typeof kept === "number" && SIZES[kept] !== undefined ? kept : NORMAL;

  function set(next: number): void {
    at = Math.max(0, Math.min(next, SIZES.length - 1));
    document.documentElement.style.setProperty("--script-size", `${SIZES[at] ?? 1}rem`);
    // Disabled, a button would lose the focus.
    smaller.setAttribute("aria-disabled", String(at === 0));
    larger.setAttribute("aria-disabled", String(at === SIZES.length - 1));
  }

  function change(by: 1 | -1): void {
    set(at + by);
    memory.set("script-size", at);
  }

  smaller.addEventListener("click", () => change(-1));
  larger.addEventListener("click", () => change(1));
  set(at);
}
