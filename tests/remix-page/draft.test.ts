import { expect, test } from "vitest";
import {
  choose,
  EMPTY,
  entitle,
  keyOf,
  move,
  newOwnId,
  remove,
  write,
  type Draft,
} from "../../scripts/remix-page/draft.ts";
import { begin, change, redo, undo } from "../../scripts/remix-page/history.ts";

const draft = choose(EMPTY, ["war/a", "war/b", "peace/c"]);
const keys = ({ items }: Draft) => items.map(keyOf);
const question = { id: "own-1", title: "Whose war?", text: "Discuss.", narration: "" };

test("slides come at the end, and each once", () => {
  expect(keys(draft)).toEqual(["war/a", "war/b", "peace/c"]);
  expect(keys(choose(draft, ["peace/d", "war/a"]))).toEqual(["war/a", "war/b", "peace/c", "peace/d"]);
  expect(choose(draft, ["war/b"])).toBe(draft);
});

test.each([
  ["war/a", 1, ["war/b", "war/a", "peace/c"]],
  ["war/a", 99, ["war/b", "peace/c", "war/a"]],
  ["peace/c", 0, ["peace/c", "war/a", "war/b"]],
])("%s goes to place %i", (key, to, order) => {
  expect(keys(move(draft, key, to))).toEqual(order);
});

test("what changes nothing is the same selection", () => {
  expect(move(draft, "war/a", -1)).toBe(draft);
  expect(move(draft, "war/x", 2)).toBe(draft);
  expect(remove(draft, ["war/x"])).toBe(draft);
  expect(entitle(draft, "")).toBe(draft);
});

test("a slide of one's own stands among the others, and is rewritten in its place", () => {
  const written = move(write(draft, question), "own-1", 1);
  expect(keys(written)).toEqual(["war/a", "own-1", "war/b", "peace/c"]);
  const again = write(written, { ...question, title: "Whose peace?" });
  expect(keys(again)).toEqual(keys(written));
  expect(again.items[1]).toEqual({ own: { ...question, title: "Whose peace?" } });
  expect([newOwnId(draft), newOwnId(written)]).toEqual(["own-1", "own-2"]);
});

test("what was done is taken back and done again, until something else is done", () => {
  const first = change(begin(EMPTY), draft);
  const second = change(first, remove(draft, ["war/a"]));
  expect(keys(undo(second).now)).toEqual(["war/a", "war/b", "peace/c"]);
  expect(redo(undo(second)).now).toBe(second.now);
  expect(undo(undo(undo(second))).now).toBe(EMPTY);
  const other = change(undo(second), entitle(draft, "Backwards"));
  expect(redo(other)).toBe(other);
  expect(change(second, second.now)).toBe(second);
});
