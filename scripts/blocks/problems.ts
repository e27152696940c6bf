/** Problems that several kinds of blocks share. */
import { error } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import type { BlockContext } from "./index.ts";

/** The place of a value, or of the block when its YAML's places are not known. */
export function placeOf(context: BlockContext, path: readonly PropertyKey[]): At {
  return context.locate?.(path) ?? context.at;
}

/** Ids that stand twice in a block: each part must be nameable by a cue. `what` is `map` or `timeline`. */
export function doubleIds(
  what: string,
  lists: Readonly<Record<string, readonly { readonly id: string }[]>>,
  context: BlockContext,
): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [key, items] of Object.entries(lists)) {
    items.forEach(({ id }, i) => {
      if (seen.has(id)) {
        problems.push(
          error(
            "duplicate-part",
            placeOf(context, [key, i, "id"]),
            `the id "${id}" is given twice in this ${what}`,
            {
              hint: `call one of them ${freeId(id, seen)}`,
              length: id.length,
            },
          ),
        );
      }
      seen.add(id);
    });
  }
  return problems;
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let n = 2;
  while (taken.has(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}
