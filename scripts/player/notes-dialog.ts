/** *Bookmark this moment*, and the dialog of bookmarks and notes. */
import type { LectureIndex } from "./data.ts";
import { bindDialog } from "./dialog.ts";
import { byId, setText } from "./dom.ts";
import { download } from "./download.ts";
import { fragmentOf, momentIn } from "./moment.ts";
import type { Moments } from "./moments.ts";
import { noteRow, type Listed, type RowActions } from "./note-row.ts";
import { notesMarkdown } from "./notes-markdown.ts";
import type { NotesStore } from "./notes-store.ts";
import { placeNotes, type Note } from "./notes.ts";
import type { Player } from "./player.ts";
import { pageAddress } from "./share.ts";
import { showTime } from "./show-time.ts";
import { slideTitle } from "./slide-name.ts";
import { say, type Texts } from "./texts.ts";
import type { Toast } from "./toast.ts";
import type { Track } from "./track.ts";

/** Binds the two buttons and the dialog; returns what saves all notes as a file. */
export function createNotesDialog(
  world: {
    readonly player: Player;
    readonly moments: Moments;
    readonly index: LectureIndex;
    readonly track: Track;
    readonly texts: Texts;
    readonly toast: Toast;
  },
  notes: NotesStore,
): () => Promise<void> {
  const { player, moments, index, track, texts, toast } = world;
  const dialog = bindDialog("notes");
  const list = byId("notes-list", HTMLDivElement);
  const words = byId("notes-words", HTMLParagraphElement);
  const exporting = byId("notes-export", HTMLButtonElement);
  /** Deleted while the dialog is open: each can still be put back. */
  const deleted = new Map<string, Note>();
  /** Written since the last export, and kept nowhere else. */
  let atRisk = false;
  const titleOf = (number: number) => slideTitle({ title: track.slides[number]?.title ?? "", number }, texts);

  /** The bookmarks in their order, with their times. */
  async function listed(shown: readonly Note[]): Promise<Listed[]> {
    return Promise.all(
      placeNotes(shown, moments.find).map(async ({ note, slide: number }) => {
        const moment = momentIn(note.at);
        const slide = number === undefined ? undefined : track.slides[number];
        if (slide === undefined || moment === undefined) {
          return { note, title: note.title, time: "", heading: texts.notesElsewhere, eraIndex: undefined };
        }
        const time = showTime(await moments.positionMs(moment));
        const { title = "", eraIndex } = index.columns[slide.column] ?? {};
        return { note, title: titleOf(slide.number), time, heading: title, eraIndex };
      }),
    );
  }

  const actions: RowActions = {
    write: ({ id, at, title }, text) => {
      notes.put({ id, at, title, text });
      atRisk = !notes.areKept();
      drawState();
    },
    remove: ({ id }) => {
      const note = notes.all().find((other) => other.id === id);
      if (note !== undefined) deleted.set(id, note);
      notes.remove(id);
      void draw().then(() => rowOf(id)?.querySelector("button")?.focus());
    },
    restore: (note) => {
      deleted.delete(note.id);
      notes.put({ id: note.id, at: note.at, title: note.title, text: note.text });
      void draw().then(() => rowOf(note.id)?.querySelector("textarea")?.focus());
    },
  };
  const rowOf = (id: string) => list.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);

  let drawings = 0;
  async function draw(): Promise<void> {
    drawings += 1;
    const drawing = drawings;
    const rows = await listed(notes.all().map((note) => deleted.get(note.id) ?? note));
    if (drawing !== drawings) return;
    const parts = partsOf(rows).map(({ heading, eraIndex, rows: own }) => {
      const part = document.createElement("div");
      part.className = "notes-era";
      if (eraIndex !== undefined) part.dataset["eraIndex"] = String(eraIndex);
      const items = document.createElement("ol");
      items.append(...own.map((row) => noteRow(row, deleted.has(row.note.id), texts, actions)));
      if (heading !== "") {
        const title = document.createElement("h3");
        title.textContent = heading;
        part.append(title);
      }
      part.append(items);
      return part;
    });
    list.replaceChildren(...parts);
    drawState();
  }

  function drawState(): void {
    const count = notes.all().filter(({ gone }) => gone === undefined).length;
    const kept = notes.areKept() ? texts.notesPrivate : texts.notesNotKept;
    setText(words, count === 0 && notes.areKept() ? `${texts.notesNone} ${kept}` : kept);
    words.classList.toggle("is-warning", !notes.areKept());
    exporting.disabled = count === 0;
  }

  async function exportAll(): Promise<void> {
    const rows = await listed(notes.all());
    const isHosted = location.protocol.startsWith("http");
    const base = isHosted ? pageAddress() : (pageAddress().split("/").at(-1) ?? "");
    const parts = partsOf(rows).map(({ heading, rows: own }) => ({
      heading,
      notes: own.map(({ note, title, time }) => ({
        place: time === "" ? title : `${time}, ${title}`,
        link: `${base}${note.at}`,
        text: note.text,
      })),
    }));
    const origin = say(texts.notesExported, { link: base });
    download(`${index.id}-notes.md`, notesMarkdown({ title: index.title, origin, parts }));
    atRisk = false;
  }

  byId("bookmark", HTMLButtonElement).addEventListener("click", () => {
    const { slide, positionMs } = player.view();
    const at = fragmentOf(moments.here());
    if (!notes.all().some((note) => note.at === at)) {
      const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
      notes.put({ id, at, title: titleOf(slide.number), text: "" });
    }
    const said = say(texts.bookmarked, { time: showTime(positionMs) });
    toast(notes.areKept() ? said : `${said} ${texts.notesNotKept}`);
  });
  byId("notes", HTMLButtonElement).addEventListener("click", () => {
    deleted.clear();
    dialog.showModal();
    void draw();
  });
  exporting.addEventListener("click", () => void exportAll());
  dialog.addEventListener("click", (event) => {
    // A click on the dialog itself is one beside its content, on the backdrop.
    if (event.target === dialog) dialog.close();
    const link = event.target instanceof Element ? event.target.closest("a.note-place") : null;
    const moment = momentIn(link?.getAttribute("href") ?? "");
    if (moment === undefined) return;
    event.preventDefault();
    dialog.close();
    moments.go(moment);
  });
  // The browser asks whether to leave, in its own words.
  window.addEventListener("beforeunload", (event) => {
    if (atRisk) event.preventDefault();
  });
  notes.follow(() => {
    // A reader who is writing is not disturbed; the list is drawn anew when it is opened again.
    if (dialog.open && !list.contains(document.activeElement)) void draw();
  });
  return exportAll;
}

/** The rows under their headings, in their order. */
function partsOf(rows: readonly Listed[]) {
  const parts: { heading: string; eraIndex: number | undefined; rows: Listed[] }[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last !== undefined && last.heading === row.heading) last.rows.push(row);
    else parts.push({ heading: row.heading, eraIndex: row.eraIndex, rows: [row] });
  }
  return parts;
}
