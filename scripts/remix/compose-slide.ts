/** Writes one slide of a course for the place where it stands now. Pure. */
import { posix } from "node:path";
import { warning } from "../diagnostics.ts";
import type { DeckFile, Problem } from "../model.ts";
import { carryPaths, type Places } from "./carry.ts";
import { kindOf } from "./course-schema.ts";
import type { Labelled } from "./labels.ts";
import type { Line } from "./lines.ts";
import { redirectLinks } from "./redirect-links.ts";
import { overrideSlide } from "./override-slide.ts";
import type { PickedSlide } from "./pick.ts";
import type { Course } from "./read-course.ts";
import { renameKeys } from "./rename-keys.ts";
import type { SourceDeck } from "./source-deck.ts";

/** What the slides of a course share. */
export interface SlideContext {
  readonly course: Course;
  readonly decks: readonly SourceDeck[];
  readonly places: Places;
  /** Slide of the course → its full id. */
  readonly ids: ReadonlyMap<PickedSlide, string>;
  readonly renamedSources: ReadonlyMap<SourceDeck, ReadonlyMap<string, string>>;
  readonly problems: Problem[];
}

/** The Markdown of a slide, and the definitions that it may use. */
export function composeSlide(picked: PickedSlide, isFirst: boolean, context: SlideContext): Labelled {
  const { course, ids } = context;
  const { source, entry, index } = picked;
  const fullId = ids.get(picked) ?? picked.id;
  const isFile = kindOf(entry) === "file";
  // Keys beside a whole era or a file are not the slide's.
  const overrides = kindOf(entry) === "slide" ? entry : entry.steps === false ? { steps: entry.steps } : {};
  const { slide, pieces } = source;
  const movedFirst =
    slide !== undefined && (isFirst || slide.layout === "title" || pieces.heading === undefined);
  const lines = overrideSlide(
    pieces,
    overrides,
    {
      id: picked.id,
      layout: movedFirst ? slide.layout : undefined,
      aliases: isFile ? [] : oldNames(picked, fullId, ids),
    },
    { at: (key) => course.at(["slides", index, key]), lines: course.lines },
  );
  const write = writer(picked, context);
  return {
    lines: write(lines),
    definitions: source.definitions.map(({ label, lines: written }) => ({ label, lines: write(written) })),
  };
}

/** The full id in the deck that it lies in, so that links to it last; for the first slide that is made of it. */
function oldNames(picked: PickedSlide, fullId: string, ids: ReadonlyMap<PickedSlide, string>): string[] {
  const old = picked.source.fullId;
  if (picked.source.deck?.name !== undefined || old === fullId) return [];
  const all = [...ids];
  const isTaken = all.some(([, id]) => id === old);
  const first = all.find(
    ([{ source }, id]) => source.fullId === old && source.deck === picked.source.deck && id !== old,
  );
  return isTaken || first?.[0] !== picked ? [] : [old];
}

/** Writes a text of a slide's file for its new place: paths, links to slides, and keys of sources. */
function writer(picked: PickedSlide, context: SlideContext): (lines: readonly Line[]) => readonly Line[] {
  const { course, decks, places, ids, renamedSources, problems } = context;
  const { source } = picked;
  const deck = source.deck;
  const keys = deck === undefined ? undefined : renamedSources.get(deck);
  return (lines) => {
    const linked = redirectLinks(lines, picked, ids, (target) => problems.push(leftOut(picked, target)));
    const cited = keys === undefined ? linked : renameKeys(linked, keys);
    if (deck?.name === undefined && deck !== undefined) return cited;
    const number = deck === undefined ? 0 : decks.indexOf(deck);
    const files = (deck ?? decks[0])?.files.files ?? new Map<string, DeckFile>();
    const beside = new Map(
      [...files].map(([path, file]) => [
        deck === undefined ? posix.relative(posix.dirname(source.path), path) : path,
        file,
      ]),
    );
    const folder = deck?.name ?? course.name;
    return carryPaths(cited, beside.keys(), (written) => {
      const file = beside.get(written);
      if (file === undefined) return written;
      // What lies with the course's own slides is theirs; what lies elsewhere in the deck is there already.
      const isShared = deck === undefined && places.placed.get(file.path)?.path === file.path;
      if (isShared) return file.path;
      const path = places.place(
        { deck: number, path: file.path, file },
        written.replace(/^(?:\.\.\/)+/, ""),
        folder,
      );
      const credit = files.get(`${file.path}.credit.yaml`);
      if (credit !== undefined)
        places.place({ deck: number, path: credit.path, file: credit }, `${path}.credit.yaml`, folder);
      return path;
    }).lines;
  };
}

const leftOut = ({ source, at }: PickedSlide, target: string): Problem =>
  warning(
    "link-left-out",
    at,
    `"${source.fullId}" links to "${target}", which is not in this course; its words stay, the link is left out`,
    {
      hint: `take the slide in too, or write the slide's words anew`,
    },
  );
