/** A selection as a lecture that stands alone: its index, and its data scripts. */
import type { ColumnData, LectureIndex } from "../../player/data.ts";
import { cutColumns, cutIndex } from "../../player/only.ts";
import { makeTrack } from "../../player/track.ts";
import { scriptJson } from "../../outputs/site/json.ts";
import type { Person, RemixIndex } from "../data.ts";
import { isAuthors } from "../kept-draft.ts";
import { onlyOf } from "../results.ts";
import type { World } from "../world.ts";
import type { MadeFile } from "./protocol.ts";

/** A lecture of its own. */
export interface CutLecture {
  readonly index: RemixIndex;
  readonly columns: readonly ColumnData[];
  /** The author's slides of it, as an address names them. */
  readonly only: string;
}

/**
 * Cuts the selection out. The slides that the program makes at the end, sources and credits, come along.
 * @throws when a data script does not load
 */
export async function cutLecture({ index, track, store, columns }: World): Promise<CutLecture> {
  const only = onlyOf(store.get(), track, index);
  const back = index.columns.filter(({ id }, column) => id === "back" && !isAuthors(index, column));
  const part = cutIndex(index, [only, ...back.map(({ id }) => id)].join(","));
  if (part === undefined) throw new Error("nothing is selected");
  const cut = cutColumns(columns, part.pieces);
  const data = await Promise.all(part.pieces.map((_, column) => cut.load(column)));
  const { people, isPrivate: _, minutes: __, ...rest } = index;
  const named = part.index.columns.map((column, number) =>
    Object.assign({}, column, { data: `assets/eras/${String(number).padStart(2, "0")}.js` }),
  );
  const own: LectureIndex = { ...rest, columns: named };
  return { index: { ...own, people: peopleIn(index, own, people) }, columns: data, only };
}

/** The data scripts, under the names that the index gives them. */
export const dataScripts = ({ index, columns }: CutLecture): MadeFile[] =>
  columns.map((data, number) => ({
    path: index.columns[number]?.data ?? "",
    text: `lanternist.era(${number}, ${scriptJson(data)});\n`,
  }));

/** Who is left, by the numbers that slides have now. */
function peopleIn(whole: LectureIndex, own: LectureIndex, people: readonly Person[]): Person[] {
  const before = makeTrack(whole).slides;
  const numbers = new Map(makeTrack(own).slides.map(({ fullId, number }) => [fullId, number]));
  return people
    .map(({ name, slides }) => ({
      name,
      slides: slides.flatMap((slide) => numbers.get(before[slide]?.fullId ?? "") ?? []),
    }))
    .filter(({ slides }) => slides.length > 0);
}
