/** The script of `read.html`: a button that prints, in place of the line that says how to. */
import { byId } from "./dom.ts";

const button = byId("print", HTMLButtonElement);
button.addEventListener("click", () => window.print());
button.hidden = false;
byId("how-to-print", HTMLElement).hidden = true;
