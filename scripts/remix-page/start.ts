/** Puts the parts of the page together: the index is read out of the page. */
import "../../templates/site/base.css";
import "../../templates/site/remix.css";
import "../../templates/site/remix-library.css";
import "../../templates/site/remix-tray.css";
import "../../templates/site/remix-dialogs.css";
import { createColumns } from "../player/columns.ts";
import { byId, setText } from "../player/dom.ts";
import { lectureDrawer } from "../player/lecture-drawer.ts";
import { followMemory, openMemory } from "../player/memory.ts";
import { say, textsOf, type Texts } from "../player/texts.ts";
import { makeTrack, type TrackSlide } from "../player/track.ts";
import { createCloser } from "./closer.ts";
import type { RemixIndex } from "./data.ts";
import { createDraftStore, KEPT_AS, type DraftStore } from "./draft-store.ts";
import { EMPTY, sameDraft } from "./draft.ts";
import { createFolderDialog } from "./folder/dialog.ts";
import { draftIn, readDraft } from "./kept-draft.ts";
import { createLibraryFilter } from "./library-filter.ts";
import { createLibrary } from "./library.ts";
import { createOwnDialog } from "./own-dialog.ts";
import { createResults } from "./results.ts";
import { announceDone } from "./say.ts";
import { createTray } from "./tray.ts";
import type { World } from "./world.ts";

/** Starts the page. */
export function startRemix(): void {
  const index: RemixIndex = JSON.parse(byId("lecture", HTMLScriptElement).textContent ?? "");
  const texts = textsOf(index.texts);
  const track = makeTrack(index);
  const columns = createColumns(index);
  const drawer = lectureDrawer(index.id, location.pathname);
  const memory = openMemory(drawer);
  const kept = memory.get(KEPT_AS);
  const before = readDraft(track, index, kept);
  const brought = cameFrom(kept) === location.search ? undefined : draftIn(track, index, location.search);
  const store = createDraftStore(before?.draft ?? EMPTY, memory, location.search);
  // What a link brings can be undone: what stood here before is not lost.
  if (brought !== undefined) store.set(brought.draft);
  followMemory(drawer, KEPT_AS, () => {
    const theirs = readDraft(track, index, memory.get(KEPT_AS))?.draft;
    // Another tab changed it; each then writes the same, and none answers.
    if (theirs !== undefined && !sameDraft(theirs, store.get())) store.set(theirs);
  });
  const announcement = byId("announcement", HTMLParagraphElement);
  const announce = (text: string) => {
    // Said again where it is the same.
    announcement.textContent = announcement.textContent === text ? `${text}\u00a0` : text;
  };
  const world: World = { index, track, columns, texts, store, announce };

  byId("library", HTMLElement).hidden = false;
  byId("tray", HTMLElement).hidden = false;
  byId("tabs", HTMLElement).hidden = false;
  let shown: () => readonly TrackSlide[] = () => [];
  const lookCloser = createCloser(world, () => shown());
  const library = createLibrary(world, lookCloser);
  shown = library.shown;
  createLibraryFilter(world, library);
  createTray(world, createOwnDialog(world));
  createResults(world);
  createFolderDialog(world);
  bindUndo(world);
  bindTabs();
  sayGone((brought ?? before)?.gone ?? [], texts);
}

/** The address that brought what is kept. */
function cameFrom(kept: unknown): unknown {
  return typeof kept === "object" && kept !== null && "from" in kept ? kept.from : undefined;
}

/** Names what is no longer in the lecture, and stands in nobody's way. */
function sayGone(gone: readonly string[], texts: Texts): void {
  if (gone.length === 0) return;
  const line = byId("gone", HTMLParagraphElement);
  line.hidden = false;
  const words = gone.length === 1 ? texts.onlyGoneOne : texts.onlyGone;
  setText(line, say(words, { n: gone.length, slides: gone.join(", ") }));
}

/** The two buttons, and the keys that undo everywhere; in a field they undo what was typed. */
function bindUndo(world: World): void {
  const { store, texts } = world;
  const undo = byId("undo", HTMLButtonElement);
  const redo = byId("redo", HTMLButtonElement);
  const act = (does: (store: DraftStore) => boolean, words: string) => {
    if (does(store)) announceDone(world, words);
  };
  const back = () => act((its) => its.undo(), texts.remixUndone);
  const again = () => act((its) => its.redo(), texts.remixRedone);
  undo.addEventListener("click", back);
  redo.addEventListener("click", again);
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const isTyping = target.closest("input:not([type='checkbox']), textarea, dialog") !== null;
    if (isTyping || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key === "z") (event.shiftKey ? again : back)();
    else if (key === "y") again();
    else return;
    event.preventDefault();
  });
  store.follow(() => {
    // Disabled in sight and by name, and still there: a button that goes out would lose the focus.
    undo.setAttribute("aria-disabled", String(!store.canUndo()));
    redo.setAttribute("aria-disabled", String(!store.canRedo()));
  });
}

/** On narrow screens either the slides are shown or the selection. */
function bindTabs(): void {
  const tabs = [byId("show-library", HTMLButtonElement), byId("show-tray", HTMLButtonElement)];
  for (const tab of tabs) {
    tab.addEventListener("click", () => {
      document.body.classList.toggle("shows-tray", tab.id === "show-tray");
      for (const other of tabs) other.setAttribute("aria-pressed", String(other === tab));
    });
  }
}
