import { expect, test } from "vitest";
import { keyOf } from "../../scripts/remix-page/draft.ts";
import { draftIn, readDraft } from "../../scripts/remix-page/kept-draft.ts";
import { makeTrack } from "../../scripts/player/track.ts";
import { makeIndex } from "../player/make-index.ts";

const column = (id: string, title: string, ...ids: string[]) => ({
  id,
  title,
  data: "",
  sizeBytes: 0,
  slides: ids.map((slide) => ({ id: slide, title: slide, durationMs: 1_000 })),
});
const index = makeIndex(
  [column("war", "War", "telegram", "who"), column("peace", "Peace", "after"), column("back", "", "credits")],
  { "war/cable": "war/telegram" },
);
const track = makeTrack(index);
const read = (kept: unknown) => {
  const found = readDraft(track, index, kept);
  return found && { keys: found.draft.items.map(keyOf), gone: found.gone };
};

test("slides of an older build are found by their aliases; those that are gone are named", () => {
  const kept = {
    items: [{ slide: "old/after" }, { slide: "war/cable" }, { slide: "war/lost" }, { slide: "back/credits" }],
  };
  expect(read(kept)).toEqual({ keys: ["peace/after", "war/telegram"], gone: ["war/lost", "back/credits"] });
});

test("two old names of one slide are one slide", () => {
  expect(read({ items: [{ slide: "war/cable" }, { slide: "war/telegram" }] })?.keys).toEqual([
    "war/telegram",
  ]);
});

test("own slides are kept with all that was written", () => {
  const own = { id: "own-2", title: "Whose?", text: "A *war*", narration: "Ask." };
  expect(readDraft(track, index, { title: "Mine", items: [{ own }] })?.draft).toEqual({
    title: "Mine",
    items: [{ own }],
  });
});

test.each([undefined, null, 7, "x", {}, { items: 3 }])("%j is no selection", (kept) => {
  expect(readDraft(track, index, kept)).toBeUndefined();
});

test("what another version wrote is read as far as it can be", () => {
  const items = [null, 3, {}, { slide: 7 }, { own: {} }, { own: { id: "../x" } }, { slide: "war/who" }];
  expect(read({ title: 5, items })).toEqual({ keys: ["war/who"], gone: [] });
});

test("a link brings slides in its order, and no slides that the program makes", () => {
  const found = draftIn(track, index, "?only=peace,war/cable,back,famine&title=Mine");
  expect(found?.draft.items.map(keyOf)).toEqual(["peace/after", "war/telegram"]);
  expect([found?.draft.title, found?.gone]).toEqual(["Mine", ["famine"]]);
  expect(draftIn(track, index, "")).toBeUndefined();
});
