/**
 * Puts a course together: an ordinary deck, with `deck.yaml`, a file per era, media and sources, out of the decks that the course takes its
 * slides from. What comes after, from parsing to paper, knows nothing of courses. Every line remembers where it was written. Pure.
 */
import { stringify } from "yaml";
import type { DeckFile, DeckFiles, Problem, Reference } from "../model.ts";
import { drawingFile, type SlideStrokes } from "../talk/drawing-file.ts";
import { recordedWordsPath, recordingPath } from "../narration/recording-path.ts";
import { makePlaces, type PlacedFile, type Places } from "./carry.ts";
import { composeCredits } from "./compose-credits.ts";
import { composeDeckYaml } from "./compose-deck-yaml.ts";
import { composeSources } from "./compose-sources.ts";
import { composeSlide, type SlideContext } from "./compose-slide.ts";
import { gatherDefinitions } from "./labels.ts";
import { joined, linesAt, type Line, type Origin, type Origins } from "./lines.ts";
import { pick, type PickedEra, type PickedSlide } from "./pick.ts";
import { kindOf } from "./course-schema.ts";
import type { Course } from "./read-course.ts";
import type { SourceDeck } from "./source-deck.ts";

/** A course as a deck. */
export interface Composed {
  readonly files: DeckFiles;
  readonly origins: Origins;
  /** Path → the file of one of the decks; texts that were put together are not here. */
  readonly placed: ReadonlyMap<string, PlacedFile>;
  readonly problems: readonly Problem[];
}

/** A bibliography of the course's own. */
export interface OwnSources {
  readonly references: readonly Reference[];
}

/** Files of the deck's folder that are not for every course: eras, data, and what belongs to slides. */
const NOT_CARRIED = /^(?:courses\/|recordings\/|deck\.yaml$|drawings\.json$|[^/]+\.(?:md|markdown)$)/i;

/**
 * Puts it together.
 * @param decks the deck that the course lies in, then its `decks:`
 * @param own the bibliographies that the course adds
 */
export function compose(course: Course, decks: readonly SourceDeck[], own: OwnSources): Composed {
  const [home] = decks;
  const homeFiles: DeckFiles = home?.files ?? { name: course.name, files: new Map() };
  const { eras, problems } = pick(course, decks, homeFiles);
  const places = makePlaces(
    new Map(
      [...homeFiles.files]
        .filter(([path]) => !NOT_CARRIED.test(path))
        .map(([path, file]) => [path, { deck: 0, path, file }]),
    ),
  );
  const used = decks.filter(
    (deck, index) => index === 0 || eras.some((era) => era.slides.some(({ source }) => source.deck === deck)),
  );
  const sources = composeSources(used, own.references, home?.deck.meta.sources);
  const ids = fullIds(eras);
  const texts = new Map<string, readonly Line[]>();
  const first = startNumber(eras);
  for (const [index, era] of eras.entries()) {
    const context = { course, decks, places, ids, renamedSources: sources.renamed, problems };
    const path = `${String(index + first).padStart(2, "0")}-${era.id}.md`;
    texts.set(path, composeEra(era, index === 0, context));
  }
  placeRecordings(decks, places, ids);
  const yaml = composeDeckYaml(course, used, {
    sources: sources.path,
    credits: composeCredits(course, { decks, ids, placed: places.placed }),
  });
  problems.push(...yaml.problems);
  texts.set("deck.yaml", yaml.lines);
  if (sources.text !== undefined && sources.path !== undefined)
    texts.set(sources.path, linesAt(sources.text, course.at(["sources"])));
  const drawn = drawnSlides(ids);
  if (drawn !== undefined) {
    const text = drawingFile(course.name, drawn);
    texts.set("drawings.json", linesAt(text, { file: "drawings.json", line: 1, column: 1 }));
  }
  return { ...asDeck(course, texts, places, decks), problems };
}

/** The file of an era. */
function composeEra(era: PickedEra, isFirst: boolean, context: SlideContext): Line[] {
  const front = linesAt(["---", stringify(era.front, { lineWidth: 0 }).trimEnd(), "---"].join("\n"), era.at);
  const { slides, definitions } = gatherDefinitions(
    era.slides.map((slide, index) => composeSlide(slide, isFirst && index === 0, context)),
  );
  const lines = [...front];
  const add = (text: string): void => {
    lines.push({ text, from: lines.at(-1)?.from ?? { ...era.at } });
  };
  for (const slide of slides) {
    add("");
    lines.push(...slide);
    add("");
    // After the last one too: a file without a break would be split at its headings.
    add("---");
  }
  add("");
  lines.push(...joined(...definitions));
  return lines;
}

/** The full ids that the slides have in the course. */
const fullIds = (eras: readonly PickedEra[]): ReadonlyMap<PickedSlide, string> =>
  new Map(eras.flatMap((era) => era.slides.map((slide) => [slide, `${era.id}/${slide.id}`] as const)));

/** An opening that its deck numbers 0 is no first era here either. */
const startNumber = ([first]: readonly PickedEra[]): number =>
  first?.slides[0]?.source.path.startsWith("00") === true ? 0 : 1;

/** A person's reading goes with the words that were read. */
function placeRecordings(
  decks: readonly SourceDeck[],
  places: Places,
  ids: ReadonlyMap<PickedSlide, string>,
): void {
  for (const [{ source, entry }, fullId] of ids) {
    if (kindOf(entry) === "slide" && entry.narration !== undefined) continue;
    const deck = source.deck ?? decks[0];
    const own = source.path.replace(/([^/]+)\.[^.]+$/, `recordings/$1/${source.id}`);
    for (const [from, to] of [
      [source.deck === undefined ? `${own}.wav` : recordingPath(source.fullId), recordingPath(fullId)],
      [
        source.deck === undefined ? `${own}.txt` : recordedWordsPath(source.fullId),
        recordedWordsPath(fullId),
      ],
    ] as const) {
      const file = deck?.files.files.get(from);
      if (deck !== undefined && file !== undefined)
        places.place({ deck: decks.indexOf(deck), path: from, file }, to, "recordings");
    }
  }
}

/** What the lecturer drew, under the ids of the course. */
function drawnSlides(ids: ReadonlyMap<PickedSlide, string>): SlideStrokes | undefined {
  const drawn = [...ids].flatMap(([{ source }, fullId]) => {
    const strokes = source.deck?.name === undefined ? source.deck?.deck.drawn?.[source.fullId] : undefined;
    return strokes === undefined ? [] : [[fullId, strokes] as const];
  });
  return drawn.length === 0 ? undefined : Object.fromEntries(drawn);
}

function asDeck(
  course: Course,
  texts: ReadonlyMap<string, readonly Line[]>,
  places: Places,
  decks: readonly SourceDeck[],
): Omit<Composed, "problems"> {
  const files = new Map<string, DeckFile>();
  const shown = new Map<string, string>();
  for (const [path, { deck, path: from, file }] of places.placed) {
    files.set(path, { ...file, path });
    const name = decks[deck]?.placeOf({ file: from, line: 1, column: 1 }).file ?? from;
    if (name !== path) shown.set(path, name);
  }
  const origins = new Map<string, readonly Origin[]>();
  for (const [path, lines] of texts) {
    const bytes = new TextEncoder().encode(lines.map(({ text }) => `${text}\n`).join(""));
    files.set(path, { path, sizeBytes: bytes.length, bytes });
    origins.set(
      path,
      lines.map(({ from }) => from),
    );
  }
  return {
    files: { name: course.name, files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))) },
    origins: { lines: origins, files: shown },
    placed: new Map([...places.placed].filter(([path]) => !texts.has(path))),
  };
}
