/**
 * Links to slides outlive a build: when an id of the last build is gone, the author gets the line that keeps it alive.
 * No entry of the table of checks, since it looks at two decks.
 */
import * as z from "zod";
import { warning } from "../diagnostics.ts";
import type { Deck, Problem, Slide } from "../model.ts";

/** What the `lecture.json` of the last build says of its slides. */
const published = z.object({
  id: z.string(),
  eras: z.array(z.object({ slides: z.array(z.object({ fullId: z.string(), title: z.string() })) })),
});

/**
 * A warning for each slide of the last build to which links would now lead nowhere.
 * @param lastLecture text of the last `lecture.json`; undefined, damaged or of another deck: nothing vanished
 */
export function vanishedSlides(deck: Deck, lastLecture: string | undefined): Problem[] {
  const last = lastLecture === undefined ? undefined : published.safeParse(parsed(lastLecture)).data;
  if (last === undefined || last.id !== deck.id) return [];
  const slides = deck.eras.flatMap((era) => era.slides);
  const before = new Map(last.eras.flatMap((era) => era.slides).map((slide) => [slide.fullId, slide.title]));
  const fresh = slides.filter((slide) => !before.has(slide.fullId));
  const alive = addresses(slides);
  return [...before].flatMap(([fullId, title]) =>
    alive.has(fullId) || alive.has(partOf(fullId)) ? [] : [vanished(fullId, title, fresh, deck)],
  );
}

/** The times, which are most of the file, are left unread. They stand on their own lines after the eras. */
function parsed(text: string): unknown {
  const times = text.indexOf(',\n "timeline": {');
  try {
    return JSON.parse(times === -1 ? text : `${text.slice(0, times)}}`);
  } catch {
    return undefined;
  }
}

/** Every address that leads to a slide: full ids, aliases, and the slide's part alone where only one slide has it. */
function addresses(slides: readonly Slide[]): ReadonlySet<string> {
  const found = new Set<string>();
  const owners = new Map<string, number>();
  for (const { id, fullId, aliases } of slides) {
    const era = fullId.slice(0, -id.length - 1);
    found.add(fullId);
    for (const alias of aliases) found.add(alias.includes("/") ? alias : `${era}/${alias}`);
    owners.set(id, (owners.get(id) ?? 0) + 1);
  }
  for (const [id, count] of owners) if (count === 1) found.add(id);
  return found;
}

const partOf = (fullId: string): string => fullId.slice(fullId.indexOf("/") + 1);

/** The slide that probably took the place: the new one with the same heading, else the only new one of the era. */
function successor(fullId: string, title: string, fresh: readonly Slide[]): Slide | undefined {
  const era = fullId.slice(0, fullId.indexOf("/"));
  const ofEra = fresh.filter((slide) => slide.fullId.startsWith(`${era}/`));
  return (
    fresh.find((slide) => title !== "" && slide.title === title) ??
    (ofEra.length === 1 ? ofEra[0] : undefined)
  );
}

function vanished(fullId: string, title: string, fresh: readonly Slide[], deck: Deck): Problem {
  const slide = successor(fullId, title, fresh);
  const era = deck.eras.find(({ id }) => fullId.startsWith(`${id}/`)) ?? deck.eras[0];
  const at = slide?.at ?? era?.at ?? { file: "deck.yaml", line: 1, column: 1 };
  const sameEra = slide !== undefined && fullId.startsWith(slide.fullId.slice(0, -slide.id.length));
  const alias = sameEra ? partOf(fullId) : fullId;
  const aliases = [...(slide?.aliases ?? []), alias].join(" ");
  const braces = `{#${slide?.id ?? "its-id"} aliases=${aliases.includes(" ") ? `"${aliases}"` : aliases}}`;
  return warning("vanished-slide", at, `links to "${fullId}" of the last build lead nowhere now`, {
    hint:
      slide === undefined
        ? `give the slide that took its place ${braces}, or let the links go`
        : `if this slide took its place, write: ${`## ${slide.title}`.trimEnd()} ${braces}`,
  });
}
