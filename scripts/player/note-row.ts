/** One bookmark in the dialog: its place, its note, and the button that deletes it. */
import { maybeById } from "./dom.ts";
import type { Note } from "./notes.ts";
import { say, type Texts } from "./texts.ts";

/** A bookmark as the dialog lists it. */
export interface Listed {
  readonly note: Note;
  readonly title: string;
  /** Empty when its slide is not in the lecture. */
  readonly time: string;
  /** The part of the list that it stands in. */
  readonly heading: string;
  readonly eraIndex: number | undefined;
}

/** What can be done with a row. */
export interface RowActions {
  readonly write: (note: Note, text: string) => void;
  readonly remove: (note: Note) => void;
  readonly restore: (note: Note) => void;
}

/** The row of a bookmark, or of one that was just deleted. */
export function noteRow(listed: Listed, isDeleted: boolean, texts: Texts, actions: RowActions): HTMLElement {
  const row = document.createElement("li");
  row.className = "note";
  row.dataset["note"] = listed.note.id;
  row.append(...(isDeleted ? deletedRow(listed, texts, actions) : liveRow(listed, texts, actions)));
  return row;
}

function deletedRow({ note, title }: Listed, texts: Texts, actions: RowActions): HTMLElement[] {
  const line = document.createElement("p");
  line.textContent = say(texts.noteDeleted, { title });
  const undo = button("offline-quiet", texts.undo);
  undo.addEventListener("click", () => actions.restore(note));
  const head = document.createElement("div");
  head.className = "note-head";
  head.append(line, undo);
  return [head];
}

function liveRow({ note, title, time }: Listed, texts: Texts, actions: RowActions): HTMLElement[] {
  const head = document.createElement("div");
  head.className = "note-head";
  const place = document.createElement(time === "" ? "p" : "a");
  place.className = "note-place";
  if (place instanceof HTMLAnchorElement) place.href = note.at;
  const when = document.createElement("span");
  when.className = "contents-time";
  when.textContent = time;
  const what = document.createElement("span");
  what.textContent = title;
  place.append(when, " ", what);
  const remove = button("button", "");
  const label = say(texts.noteDelete, { title, time });
  remove.setAttribute("aria-label", label);
  remove.title = label;
  const icon = maybeById("notes-icon-remove");
  if (icon instanceof HTMLTemplateElement) remove.append(icon.content.cloneNode(true));
  remove.addEventListener("click", () => actions.remove(note));
  head.append(place, remove);

  const field = document.createElement("textarea");
  field.rows = 2;
  field.value = note.text;
  field.placeholder = texts.noteHere;
  field.setAttribute("aria-label", say(texts.noteOn, { title, time }));
  field.addEventListener("input", () => actions.write(note, field.value));
  return [head, field];
}

function button(className: string, text: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  return made;
}
