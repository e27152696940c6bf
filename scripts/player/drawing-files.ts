/** *Save drawings* and *Open drawings*: all that is drawn on the lecture's slides, as one file. */
import { drawingFile, MAX_FILE_LENGTH, readDrawingFile } from "../talk/drawing-file.ts";
import { strokesOf } from "../talk/drawing.ts";
import type { Wrong } from "../talk/stroke.ts";
import type { Columns } from "./columns.ts";
import type { LectureIndex } from "./data.ts";
import { download } from "./download.ts";
import { newId } from "./drawing-hand.ts";
import type { DrawingStore } from "./drawing-store.ts";
import { say, type Texts } from "./texts.ts";
import { findSlide, type Track } from "./track.ts";

/** What files are made of and read into. */
export interface DrawingFilesWorld {
  readonly store: DrawingStore;
  /** The whole lecture, whatever part of it is open. */
  readonly index: LectureIndex;
  readonly track: Track;
  readonly columns: Columns;
  readonly texts: Texts;
  readonly toast: (text: string) => void;
}

/** Saving and opening. */
export interface DrawingFiles {
  readonly save: () => Promise<void>;
  readonly open: (file: File) => Promise<void>;
  /** Takes in what the deck carries on all slides, as far as it loads. */
  readonly carryAll: () => Promise<void>;
}

/** Makes the two. */
export function createDrawingFiles(world: DrawingFilesWorld): DrawingFiles {
  const { store, index, track, columns, texts, toast } = world;

  async function carryAll(): Promise<void> {
    await Promise.allSettled(
      index.columns.map(async ({ drawn }, column) => {
        if (drawn !== true) return;
        const { slides } = await columns.load(column);
        for (const { fullId, row } of track.columns[column] ?? []) {
          const strokes = slides[row]?.drawn;
          if (strokes !== undefined) store.carry(fullId, strokes);
        }
      }),
    );
  }

  async function save(): Promise<void> {
    await carryAll();
    const drawn = new Set(store.slides());
    if (drawn.size === 0) return toast(texts.noDrawings);
    const inOrder = track.slides.map(({ fullId }) => fullId).filter((id) => drawn.delete(id));
    // What was drawn on a slide that is gone from the lecture is not lost.
    const slides = [...inOrder, ...drawn].map((id) => [id, strokesOf(store.of(id))] as const);
    const text = drawingFile(index.id, Object.fromEntries(slides));
    download(`${index.id}-drawings.json`, text, "application/json");
  }

  async function open(file: File): Promise<void> {
    // Its size is known before it is read; a character has at most three bytes here.
    const read = file.size > 3 * MAX_FILE_LENGTH ? TOO_LARGE : readDrawingFile(await file.text());
    if (!("slides" in read)) return toast(whatIsWrong(read, texts));
    const gesture = newId();
    let opened = 0;
    let elsewhere = 0;
    for (const [id, strokes] of Object.entries(read.slides)) {
      const slide = findSlide(track, index, id);
      if (slide === undefined) elsewhere += 1;
      else if (store.add(slide.fullId, gesture, strokes)) opened += 1;
      else toast(texts.slideFull);
    }
    const lost = elsewhere === 0 ? "" : ` ${say(texts.drawingsElsewhere, { n: elsewhere })}`;
    toast(say(texts.drawingsOpened, { n: opened }) + lost);
  }

  return { save, open, carryAll };
}

const TOO_LARGE: Wrong = { path: [], message: "" };

/** In the words of the interface; a build says it to the letter. */
function whatIsWrong({ path }: Wrong, texts: Texts): string {
  if (path.length === 0 || path[0] === "format") return texts.drawingsNoFile;
  if (path[0] === "version") return texts.drawingsNewer;
  return say(texts.drawingsDamaged, { place: path.join(" · ") });
}
