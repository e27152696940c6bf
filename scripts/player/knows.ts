/** *What this lecture knows of you*: what is kept in this browser, and the button that forgets it. */
import { bindDialog } from "./dialog.ts";
import { byId, setText } from "./dom.ts";
import type { DrawingStore } from "./drawing-store.ts";
import { emptyDrawer, openMemory } from "./memory.ts";
import type { NotesStore } from "./notes-store.ts";
import type { OfflineCopy } from "./offline.ts";
import type { Place } from "./place.ts";
import { DEFAULTS, type SettingsStore } from "./settings.ts";
import type { Texts } from "./texts.ts";

/** What is kept, by whom. */
export interface Known {
  /** The drawers of the browser's memory that are used here: this lecture's own, and the settings of all lectures of this host. */
  readonly drawers: readonly string[];
  readonly settings: SettingsStore;
  readonly place: Place;
  readonly notes: NotesStore;
  readonly drawings: DrawingStore;
  readonly exportNotes: () => Promise<void>;
  /** Undefined where a lecture cannot be saved for offline. */
  readonly offline: OfflineCopy | undefined;
}

/** Binds the button and the dialog. */
export function createKnows(known: Known, texts: Texts): void {
  const { settings, place, notes, drawings, offline } = known;
  const dialog = bindDialog("knows");
  const list = byId("knows-list", HTMLDListElement);
  const words = byId("knows-words", HTMLParagraphElement);
  const forget = byId("forget", HTMLButtonElement);
  const sure = byId("forget-sure", HTMLDivElement);
  const exporting = byId("forget-export", HTMLButtonElement);
  // Lecturers' alone: who only watches need not read of them.
  const isKept = (name: string) => known.drawers.some((drawer) => openMemory(drawer).get(name) !== undefined);
  const bookmarkCount = () => notes.all().filter(({ gone }) => gone === undefined).length;

  async function draw(): Promise<void> {
    const yes = (kept: boolean) => (kept ? texts.knowsYes : texts.knowsNo);
    const now = new Map<string, unknown>(Object.entries(settings.get()));
    const isSet = Object.entries(DEFAULTS).some(([name, value]) => now.get(name) !== value);
    const count = bookmarkCount();
    const drawn = drawings.ownCount();
    const isSaved = offline === undefined ? undefined : await offline.isSaved();
    const rows: [string, string][] = [
      [texts.knowsPlace, yes(place.isKept())],
      [texts.notes, count === 0 ? texts.knowsNo : String(count)],
      [texts.knowsDrawings, drawn === 0 ? texts.knowsNo : String(drawn)],
      [texts.knowsSettings, yes(isSet)],
      ...(isKept("rehearsal") ? [[texts.rehearsal, texts.knowsYes] as [string, string]] : []),
      ...(isKept("remix") ? [[texts.knowsRemix, texts.knowsYes] as [string, string]] : []),
      ...(isSaved === undefined ? [] : [[texts.knowsOffline, yes(isSaved)] as [string, string]]),
    ];
    list.replaceChildren(
      ...rows.flatMap(([name, value]) => {
        const term = document.createElement("dt");
        term.textContent = name;
        const what = document.createElement("dd");
        what.textContent = value;
        return [term, what];
      }),
    );
  }

  function ask(on: boolean): void {
    sure.hidden = !on;
    forget.hidden = on;
    exporting.hidden = bookmarkCount() === 0;
  }

  async function forgetAll(): Promise<void> {
    place.forget();
    notes.forget();
    drawings.forget();
    settings.set(DEFAULTS);
    for (const drawer of known.drawers) emptyDrawer(drawer);
    await offline?.remove();
    await draw();
    ask(false);
    setText(words, texts.forgotten);
    words.focus();
  }

  byId("knows", HTMLButtonElement).addEventListener("click", () => {
    setText(words, texts.knowsNothing);
    ask(false);
    dialog.showModal();
    void draw();
  });
  forget.addEventListener("click", () => {
    ask(true);
    byId("forget-no", HTMLButtonElement).focus();
  });
  byId("forget-no", HTMLButtonElement).addEventListener("click", () => {
    ask(false);
    forget.focus();
  });
  exporting.addEventListener("click", () => void known.exportNotes());
  byId("forget-yes", HTMLButtonElement).addEventListener("click", () => void forgetAll());
}
