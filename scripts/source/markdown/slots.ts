/**
 * `::: name` opens a slot of the layout, `::: {.class}` a plain group; a line of colons closes either.
 */
import container from "markdown-it-container";
import type { MarkdownIt } from "markdown-it";

/** Adds tokens `container_slot_open` and `container_slot_close`; the opener's `info` is what follows the colons. */
export function slots(md: MarkdownIt): void {
  md.use(container, "slot", { validate: (params: string) => params.trim() !== "" });
}
