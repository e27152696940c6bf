/** *Find in the lecture*: titles, slides and sentences of all eras. The lecture waits while someone looks for words. */
import { byId, setText } from "./dom.ts";
import { countHits, listHits, markHits, positionOf } from "./find-hits.ts";
import type { Columns } from "./columns.ts";
import type { LectureIndex } from "./data.ts";
import { createLectureText } from "./lecture-text.ts";
import type { Player } from "./player.ts";
import type { OnRenew } from "./renewal.ts";
import { search, type Hit } from "./search.ts";
import { say, type Texts } from "./texts.ts";
import type { Track } from "./track.ts";

/** The number of hits is said when nothing was typed for this long. */
const TYPING_MS = 700;

/** What finding needs of the page. */
export interface FindWorld {
  readonly index: LectureIndex;
  readonly track: Track;
  readonly columns: Columns;
  readonly texts: Texts;
  readonly onRenew: OnRenew;
  /** Says it to screen readers, unless the voice speaks. */
  readonly sayAloud: (text: string) => void;
}

/** Binds the button and the panel; returns what opens it. Nothing is read before it is first opened. */
export function createFind(player: Player, world: FindWorld): () => void {
  const { index, track, texts } = world;
  const page = byId("player", HTMLElement);
  const panel = byId("find-panel", HTMLElement);
  const button = byId("find", HTMLButtonElement);
  const field = byId("find-field", HTMLInputElement);
  const count = byId("find-count", HTMLParagraphElement);
  const note = byId("find-note", HTMLParagraphElement);
  const list = byId("find-list", HTMLDivElement);
  const text = createLectureText(index, track, world.columns);
  world.onRenew(() => {
    text.forget();
    if (panel.hidden) return;
    void load();
    draw(true);
  });
  const buttons = () => [...list.querySelectorAll("button")];
  let hits: readonly Hit[] = [];
  /** The hit that was gone to last. */
  let last: number | undefined;
  let opener: Element | null = null;
  /** The lecture played when someone began to look, and goes on afterwards. */
  let hasPlayed = false;
  let typed: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    if (!panel.hidden) return field.focus();
    opener = document.activeElement;
    show(true);
    wait();
    field.focus();
    field.select();
    void load();
    draw(true);
  }

  function close(): void {
    const hadFocus = panel.contains(document.activeElement);
    clearTimeout(typed);
    show(false);
    markHits([], track);
    if (hadFocus) (opener instanceof HTMLElement && opener.isConnected ? opener : button).focus();
    goOn();
  }

  function show(on: boolean): void {
    panel.hidden = !on;
    page.classList.toggle("is-finding", on);
    button.setAttribute("aria-expanded", String(on));
  }

  function wait(): void {
    if (!player.view().playing) return;
    hasPlayed = true;
    player.stop();
  }

  function goOn(): void {
    if (hasPlayed && !player.view().playing) player.toggle();
    hasPlayed = false;
  }

  async function load(): Promise<void> {
    setText(note, texts.findLoading);
    const missing = await text.load(() => draw());
    setText(note, missing.length === 0 ? "" : say(texts.findMissing, { titles: missing.join(", ") }));
    if (missing.length > 0 && !panel.hidden) world.sayAloud(note.textContent ?? "");
  }

  function draw(fresh?: boolean): void {
    if (panel.hidden) return;
    const focused = list.contains(document.activeElement);
    const found = search(text.places(), field.value);
    // Where a part that came has nothing, what is being read stays as it is.
    if (fresh !== true && found.length === hits.length) return;
    hits = found;
    last = undefined;
    setText(count, field.value.trim() === "" ? "" : countHits(hits.length, texts));
    listHits(list, hits, world);
    markHits(hits, track);
    // What had the focus is drawn anew.
    if (focused) (buttons()[0] ?? field).focus();
  }

  function goTo(number: number): void {
    const hit = hits[number];
    if (hit === undefined) return;
    last = number;
    for (const [n, row] of buttons().entries()) {
      row.tabIndex = n === number ? 0 : -1;
      if (n === number) row.setAttribute("aria-current", "true");
      else row.removeAttribute("aria-current");
    }
    buttons()[number]?.scrollIntoView({ block: "nearest" });
    player.seek(positionOf(hit, track));
    goOn();
  }

  button.addEventListener("click", () => (panel.hidden ? open() : close()));
  byId("find-close", HTMLButtonElement).addEventListener("click", close);
  field.addEventListener("input", () => {
    wait();
    draw(true);
    clearTimeout(typed);
    typed = setTimeout(() => world.sayAloud(count.textContent ?? ""), TYPING_MS);
  });
  list.addEventListener("click", (event) => {
    const row = event.target instanceof Element ? event.target.closest("button") : null;
    if (row !== null) goTo(Number(row.dataset["hit"]));
  });
  panel.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      return close();
    }
    const inList = list.contains(event.target instanceof Node ? event.target : null);
    // These move the list here, not the lecture.
    if (inList && ["PageUp", "PageDown"].includes(event.key)) return event.stopPropagation();
    if (inList) return listKey(event);
    if (event.target !== field) return;
    if (event.key === "Enter") goTo(event.shiftKey ? (last ?? 1) - 1 : (last ?? -1) + 1);
    else if (event.key === "ArrowDown") list.querySelector<HTMLElement>("button[tabindex='0']")?.focus();
    else return;
    event.preventDefault();
  });

  function listKey(event: KeyboardEvent): void {
    const rows = buttons();
    const at = rows.findIndex((row) => row === document.activeElement);
    const goal = {
      ArrowDown: rows[at + 1] ?? rows[at],
      ArrowUp: rows[at - 1] ?? field,
      Home: rows[0],
      End: rows.at(-1),
    }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    if (goal !== field) for (const row of rows) row.tabIndex = row === goal ? 0 : -1;
    goal.focus();
  }

  // Also from the slide or a button; dialogs have a use of their own for it.
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === "Escape" && !panel.hidden && target.closest("dialog") === null) close();
  });

  return open;
}
