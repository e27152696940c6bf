import { expect, test } from "vitest";
import type { TalkMessage } from "../../scripts/talk/messages.ts";
import { readMessage } from "../../scripts/talk/read-message.ts";
import { line } from "./lines.ts";

const slide = "war/telegram";
const stroke = line("l1");

const good: readonly TalkMessage[] = [
  { kind: "drawings-wanted" },
  { kind: "drawings", slide, marks: [{ id: "l1", version: 1, stroke }] },
  { kind: "draw", change: { slide, way: "undo", gesture: "g", marks: [{ id: "l1", version: 2 }] } },
  { kind: "drawing", slide, stroke },
  { kind: "drawing", slide },
];

test.each(good)("$kind is read as it was sent", (message) => {
  expect(readMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
});

test.each([
  { kind: "drawings", marks: [] },
  { kind: "drawings", slide: "s".repeat(401), marks: [] },
  { kind: "draw", change: { slide, way: "paint", gesture: "g", marks: [] } },
  { kind: "draw", change: { slide: 3, way: "do", gesture: "g", marks: [] } },
  { kind: "draw", change: { slide, way: "do", gesture: "g".repeat(41), marks: [] } },
  { kind: "drawing", slide, stroke: { ...stroke, points: ["<svg>", 1] } },
])("%j is no message", (message) => {
  expect(readMessage(message)).toBeUndefined();
});

test("of a hostile flood no more is read than a slide may hold", () => {
  const marks = Array.from({ length: 50_000 }, (_, n) => ({ id: `l${n}`, version: 1 }));
  const message = readMessage({ kind: "drawings", slide, marks });
  expect(message?.kind === "drawings" && message.marks.length).toBe(2_000);
});
