/** The ids of an era's slides: written ones stay, derived ones give way and are warned of. */
import { error, warning } from "../diagnostics.ts";
import type { Problem } from "../model.ts";
import { makeFreeIds, slug } from "./ids.ts";
import type { SlideDraft } from "./slide.ts";

interface Vague {
  readonly id: string;
  readonly draft: SlideDraft;
}

/**
 * Gives every slide its id: first the written ones, then those made from titles.
 * @param strict the deck has a `deck.yaml`: every vague id is named, not only counted
 */
export function slideIds(drafts: readonly SlideDraft[], strict: boolean, problems: Problem[]): string[] {
  const ids = makeFreeIds("slide");
  const written = new Map<string, SlideDraft>();
  for (const draft of drafts) {
    const { id } = draft.settings;
    if (id === undefined) continue;
    const other = written.get(id);
    if (other !== undefined) {
      const hint = `the other is in line ${other.at.line}; give each its own`;
      problems.push(
        error("duplicate-slide", draft.idAt, `two slides of this era have the id "${id}"`, {
          hint,
          length: id.length + 1,
        }),
      );
    } else {
      written.set(id, draft);
      ids.take(id);
    }
  }
  const vague: Vague[] = [];
  const all = drafts.map((draft) => {
    const own = draft.settings.id;
    if (own !== undefined && written.get(own) === draft) return own;
    const base = own ?? slug(draft.title);
    const id = ids.free(base);
    if (own === undefined && id !== base) vague.push({ id, draft });
    return id;
  });
  warnOfVagueIds(vague, strict, problems);
  return all;
}

/** Ids that come from a slide's position change when it moves, and links to it with them. */
function warnOfVagueIds(vague: readonly Vague[], strict: boolean, problems: Problem[]): void {
  const [first] = vague;
  if (first === undefined) return;
  if (!strict && vague.length > 1) {
    const lines = vague.map(({ draft }) => draft.at.line);
    const listed = lines.slice(0, 8).join(", ") + (lines.length > 8 ? " …" : "");
    const hint = "links to a slide last if it has an id: ## Title {#telegram}";
    problems.push(
      warning(
        "derived-id",
        first.draft.at,
        `${vague.length} slides have no id of their own (lines ${listed})`,
        { hint },
      ),
    );
    return;
  }
  for (const { id, draft } of vague) {
    const untitled = draft.title === "";
    const why = untitled ? "this slide has no title to make an id from" : "another slide has the same title";
    const hint = `links to it last if it has an id: ## ${untitled ? "" : `${draft.title} `}{#a-name-that-stays}`;
    problems.push(warning("derived-id", draft.at, `${why}; its id is "${id}"`, { hint }));
  }
}
