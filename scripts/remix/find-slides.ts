/** Finds the slides that `use:` names: an era, a slide, or a range. Pure. */
import { error, nearest } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import type { SourceEra, SourceSlide } from "./source-deck.ts";

/** Stretches of slides, each of one era, that `use:` names. */
export function findSlides(
  use: string,
  sources: ReadonlyMap<string, readonly SourceEra[]>,
  at: At,
  problems: Problem[],
): { era: SourceEra; slides: readonly SourceSlide[] }[] {
  const [, name = "", path = ""] = /^(?:([^:]*):)?(.*)$/.exec(use) ?? [];
  const eras = sources.get(name);
  if (eras === undefined) {
    const names = [...sources.keys()].filter((key) => key !== "");
    const near = nearest(name, names);
    const hint = near === undefined ? `add it: decks: { ${name}: its/folder }` : `did you mean "${near}"?`;
    problems.push(
      error("unknown-deck", at, `the course has no deck "${name}"`, { hint, length: use.length }),
    );
    return [];
  }
  const ends = path.split("..");
  const spans = ends.map((end) => findEnd(end.trim(), eras));
  const wrong = spans.findIndex((span) => span === undefined);
  if (wrong !== -1 || ends.length > 2) {
    problems.push(unknownSlide(use, name, ends[wrong] ?? path, eras, at));
    return [];
  }
  const all = eras.flatMap((era) => era.slides);
  const from = all.findIndex(({ fullId }) => fullId === spans[0]?.first);
  const to = all.findIndex(({ fullId }) => fullId === spans.at(-1)?.last);
  if (to < from) {
    problems.push(
      error("bad-entry", at, `"${use}" ends before it begins`, {
        hint: `write it the other way round: ${ends.toReversed().join("..")}`,
        length: use.length,
      }),
    );
    return [];
  }
  const wanted = new Set(all.slice(from, to + 1));
  return eras
    .map((era) => ({ era, slides: era.slides.filter((slide) => wanted.has(slide)) }))
    .filter(({ slides }) => slides.length > 0);
}

/** The first and the last slide of what a name names: an era, a slide, an alias, or the slide's part where it is the only one. */
function findEnd(name: string, eras: readonly SourceEra[]): { first: string; last: string } | undefined {
  const whole = eras.find(({ era }) => era.id === name);
  const [first, last] = [whole?.slides[0], whole?.slides.at(-1)];
  if (first !== undefined && last !== undefined) return { first: first.fullId, last: last.fullId };
  const slides = eras.flatMap((era) => era.slides);
  const part = name.slice(name.indexOf("/") + 1);
  const alike = slides.filter(({ id }) => id === part);
  const found =
    slides.find(({ fullId }) => fullId === name) ??
    slides.find(({ slide, fullId }) =>
      slide?.aliases.some(
        (alias) => (alias.includes("/") ? alias : fullId.replace(/[^/]*$/, alias)) === name,
      ),
    ) ??
    (alike.length === 1 ? alike[0] : undefined);
  return found === undefined ? undefined : { first: found.fullId, last: found.fullId };
}

function unknownSlide(use: string, name: string, end: string, eras: readonly SourceEra[], at: At): Problem {
  const ids = eras.map(({ era }) => era.id);
  const slides = eras.flatMap((era) => era.slides.map(({ fullId }) => fullId));
  const meant = end.includes("/")
    ? (nearest(end, slides) ??
      nearest(
        end.slice(end.indexOf("/") + 1),
        slides.map((id) => id.slice(id.indexOf("/") + 1)),
      ))
    : (nearest(end, ids) ??
      nearest(
        end,
        slides.map((id) => id.slice(id.indexOf("/") + 1)),
      ));
  const full = slides.find((id) => id === meant || id.endsWith(`/${meant ?? ""}`)) ?? meant;
  const shown = end.includes("/") ? full : ids.includes(meant ?? "") ? meant : full;
  const prefix = name === "" ? "" : `${name}:`;
  const hint =
    shown === undefined
      ? `eras: ${ids.slice(0, 12).join(", ")}${ids.length > 12 ? ", …" : ""}`
      : `did you mean "${prefix}${shown}"?`;
  const what = end.includes("/") ? "slide" : "era";
  const where = name === "" ? "the deck" : `the deck "${name}"`;
  return error("unknown-slide", at, `${where} has no ${what} "${end}"`, { hint, length: use.length });
}
