/** The script of `read.html`: a button that prints, in place of the line that says how to, and the part that the address asks for. */
import { byId } from "./dom.ts";
import { onlyIn, titleIn } from "./only.ts";
import { showOnly } from "./read-only.ts";

const only = onlyIn(location.search);
if (only !== undefined) showOnly(document, only, titleIn(location.search));

const button = byId("print", HTMLButtonElement);
button.addEventListener("click", () => window.print());
button.hidden = false;
byId("how-to-print", HTMLElement).hidden = true;
