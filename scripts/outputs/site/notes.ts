/** The private notes, for the speaker view of the lecturer's own build. Nothing else may write them. */
import { notesPath, type Column } from "./column.ts";
import { scriptJson } from "./json.ts";

/** A script that registers the notes of one column. */
export interface NotesScript {
  readonly path: string;
  readonly text: string;
  readonly column: number;
}

/** One script per column that has notes: each slide's as cleaned HTML, empty where it has none. */
export function notesScripts(columns: readonly Column[]): NotesScript[] {
  return columns.flatMap((column, number) => {
    const notes = column.slides.map((slide) => ("kind" in slide ? "" : slide.notes));
    if (notes.every((html) => html === "")) return [];
    const text = `lanternist.notes(${number}, ${scriptJson(notes)});\n`;
    return [{ path: notesPath(column, number), text, column: number }];
  });
}
