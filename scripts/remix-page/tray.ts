/** The selection itself: its slides in order, to be moved, changed and taken out, and its length. */
import { byId, setText } from "../player/dom.ts";
import { showTime } from "../player/show-time.ts";
import { say } from "../player/texts.ts";
import { bindDragging } from "./drag.ts";
import { entitle, keyOf, move, remove, type Draft, type Item, type OwnSlide } from "./draft.ts";
import { icon, make, makeButton } from "./elements.ts";
import { createPictures } from "./pictures.ts";
import { announceDone, factsOf, titleOf } from "./say.ts";
import type { World } from "./world.ts";

/** Draws the selection. */
export function createTray(world: World, writeOwn: (own: OwnSlide | undefined) => void): void {
  const { index, track, texts, store } = world;
  const list = byId("items", HTMLOListElement);
  const title = byId("title", HTMLInputElement);
  const pictures = createPictures(byId("tray", HTMLElement), world.columns);
  const rows = new Map<string, { readonly item: Item; readonly row: HTMLLIElement }>();

  function draw(draft: Draft): void {
    const focused = document.activeElement;
    const wanted = draft.items.map((item) => rowOf(item));
    const stays = new Set(wanted);
    const gone = [...rows].filter(([, { row }]) => !stays.has(row));
    for (const [key, { row }] of gone) {
      rows.delete(key);
      forget(row);
    }
    for (const [place, row] of wanted.entries()) {
      // A row that is where it belongs is left alone: moving it would take its focus.
      if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
    }
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
    byId("empty", HTMLParagraphElement).hidden = wanted.length > 0;
    const { count, time } = factsOf(draft, track, texts);
    setText(byId("total-time", HTMLSpanElement), time);
    setText(byId("total-count", HTMLSpanElement), count);
    setText(byId("tab-facts", HTMLSpanElement), wanted.length === 0 ? "" : ` · ${wanted.length} · ${time}`);
    if (title.value.trim() !== draft.title) title.value = draft.title;
  }

  function forget(row: HTMLLIElement): void {
    const picture = row.querySelector<HTMLElement>(".picture");
    if (picture !== null) pictures.forget(picture);
    row.remove();
  }

  /** The row of an item; that of an own slide which was rewritten is made anew. */
  function rowOf(item: Item): HTMLLIElement {
    const key = keyOf(item);
    const known = rows.get(key);
    if (known !== undefined && ("slide" in item || known.item === item)) return known.row;
    const row = drawRow(item);
    if (known !== undefined) {
      known.row.replaceWith(row);
      forget(known.row);
    }
    rows.set(key, { item, row });
    return row;
  }

  function drawRow(item: Item): HTMLLIElement {
    const name = titleOf(item, track, texts);
    const slide = "slide" in item ? track.slides.find(({ fullId }) => fullId === item.slide) : undefined;
    const picture = make("div", "picture item-picture");
    picture.inert = true;
    const era = slide === undefined ? undefined : index.columns[slide.column];
    const grip = make("span", "item-grip", icon("grip"));
    grip.title = texts.remixDrag;
    grip.setAttribute("aria-hidden", "true");
    const facts = make("p", "item-facts");
    if (slide === undefined) {
      facts.textContent = texts.remixOwnSlide;
      facts.lang = index.texts;
      picture.append(make("span", "own-picture", name));
    } else {
      facts.append(
        make("span", "item-time", showTime(slide.endMs - slide.startMs)),
        make("span", "item-era", era?.title ?? ""),
      );
      pictures.watch(picture, slide);
    }
    const buttons = make("div", "item-buttons");
    buttons.lang = index.texts;
    const add = (words: string, name_: string, press: () => void, key?: string) => {
      const button = makeButton("button", say(words, { title: name }), icon(name_));
      button.addEventListener("click", press);
      if (key !== undefined) button.dataset["does"] = key;
      buttons.append(button);
    };
    if ("own" in item) add(texts.remixChange, "pen", () => writeOwn(item.own));
    add(texts.remixEarlier, "earlier", () => moveBy(item, -1), "earlier");
    add(texts.remixLater, "later", () => moveBy(item, 1), "later");
    add(texts.remixTakeOut, "close", () => takeOut(item));
    const row = make(
      "li",
      "item",
      grip,
      picture,
      make("div", "item-words", make("p", "item-title", name), facts),
      buttons,
    );
    row.dataset["key"] = keyOf(item);
    if (era?.eraIndex !== undefined) row.dataset["eraIndex"] = String(era.eraIndex);
    row.addEventListener("keydown", (event) => keyOn(event, item));
    return row;
  }

  function keyOn(event: KeyboardEvent, item: Item): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined) moveBy(item, step);
    else if (event.key === "Delete") takeOut(item);
    else return;
    event.preventDefault();
  }

  const placeOf = (item: Item) => store.get().items.findIndex((its) => keyOf(its) === keyOf(item));

  function moveBy(item: Item, step: number): void {
    moveTo(keyOf(item), placeOf(item) + step);
    rows.get(keyOf(item))?.row.scrollIntoView({ block: "nearest" });
  }

  function moveTo(key: string, place: number): void {
    const { items } = store.get();
    const item = items.find((its) => keyOf(its) === key);
    if (item === undefined) return;
    const name = titleOf(item, track, texts);
    if (!store.set(move(store.get(), key, place)))
      return world.announce(say(texts.remixEnd, { title: name }));
    world.announce(say(texts.remixMoved, { title: name, n: placeOf(item) + 1, total: items.length }));
  }

  /** The focus goes to the row that takes its place, so that several can be taken out one after the other. */
  function takeOut(item: Item): void {
    const place = placeOf(item);
    store.set(remove(store.get(), [keyOf(item)]));
    announceDone(world, say(texts.remixDropped, { title: titleOf(item, track, texts) }));
    const next = list.children[Math.min(place, list.children.length - 1)];
    const button = next?.querySelector<HTMLElement>(".item-buttons button:last-child");
    (button ?? byId("add-own", HTMLButtonElement)).focus();
  }

  title.addEventListener("change", () => {
    store.set(entitle(store.get(), title.value.replace(/\s+/g, " ").trim()));
  });
  byId("add-own", HTMLButtonElement).addEventListener("click", () => writeOwn(undefined));
  bindDragging(list, { moved: moveTo, redraw: () => draw(store.get()) });
  store.follow(draw);
}
