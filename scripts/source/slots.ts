/** Slots of a layout: `::: name` to a line of `:::`. */
import type { Token } from "markdown-it";
import { error } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import { readAttributes } from "./markdown/attributes.ts";
import type { Places } from "./places.ts";

/** A slot while it is filled. */
export interface FilledSlot {
  readonly tokens: Token[];
  /** Where it was opened; undefined for the main slot. */
  readonly at: At | undefined;
}

/** The name after the colons; undefined for a plain group, `::: {.class}`. */
export const slotName = (token: Token): string | undefined => /^\s*([^\s{]+)/.exec(token.info)?.[1];

/** Words on the line of the colons would be lost. */
export function warnOfWords(token: Token, at: At, problems: Problem[]): void {
  const [, written = ""] = /^\s*[^\s{]*\s*(.*)$/.exec(token.info) ?? [];
  const words = written.slice(readAttributes(written, 0)?.to ?? 0).trim();
  if (words === "" || /^:+$/.test(words)) return;
  const hint = "put them under it, after an empty line";
  problems.push(
    error("words-after-slot", at, `"${words}" stands on the line of the colons`, { hint, length: 3 }),
  );
}

/** Opens a slot, and says what is wrong with how it is opened. Gives its name. */
export function openSlot(
  token: Token,
  slots: Map<string, FilledSlot>,
  at: At,
  { problems, places }: { readonly problems: Problem[]; readonly places: Places },
): string {
  const name = slotName(token) ?? "main";
  const length = 4 + name.length;
  warnOfWords(token, at, problems);
  const last = places.lines[token.map?.[1] ?? 0] ?? "";
  if (!/^\s{0,3}:{3,}\s*$/.test(last)) {
    problems.push(
      error("unclosed-slot", at, `the slot "${name}" is never closed`, {
        hint: "end it with a line of :::",
        length,
      }),
    );
  }
  const open = slots.get(name);
  if (open === undefined) slots.set(name, { tokens: [], at });
  else if (name !== "main")
    problems.push(
      error("duplicate-slot", at, `the slot "${name}" is opened twice`, {
        hint: "put both parts into one",
        length,
      }),
    );
  return name;
}

/** A slot inside a list, quotation or other slot is none. */
export function warnOfNesting(name: string, at: At, problems: Problem[]): void {
  const hint = "close what is open above it; a plain group is ::: {.class}";
  problems.push(
    error("nested-slot", at, `the slot "${name}" is opened inside something else`, {
      hint,
      length: 4 + name.length,
    }),
  );
}
