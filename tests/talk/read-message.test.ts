import { expect, test } from "vitest";
import type { TalkMessage } from "../../scripts/talk/messages.ts";
import { readMessage } from "../../scripts/talk/read-message.ts";

const state = {
  slide: "war/telegram",
  step: 2,
  positionMs: 1_500.5,
  mode: "present",
  black: false,
  overview: false,
  started: true,
} as const;

const good: readonly TalkMessage[] = [
  { kind: "hello" },
  { kind: "state", state },
  { kind: "ask", ask: { to: "move", by: -1 } },
  { kind: "ask", ask: { to: "move-slide", by: 1 } },
  { kind: "ask", ask: { to: "go", slide: "war/telegram", step: 0 } },
  { kind: "ask", ask: { to: "present", on: true } },
  { kind: "ask", ask: { to: "black", on: true } },
  { kind: "ask", ask: { to: "overview", on: false } },
  { kind: "pointer", slide: "war/telegram", at: { x: 0, y: 1 } },
  { kind: "pointer", slide: "war/telegram" },
];

test.each(good)("%j is read as it was sent", (message) => {
  expect(readMessage(message)).toEqual(message);
});

test("what does not belong to a message is dropped", () => {
  expect(readMessage({ kind: "state", state: { ...state, html: "<b>" }, more: 1 })).toEqual({
    kind: "state",
    state,
  });
});

test.each([
  undefined,
  null,
  "hello",
  {},
  { kind: "no-such" },
  { kind: "state" },
  { kind: "state", state: { ...state, step: -1 } },
  { kind: "state", state: { ...state, step: 1.5 } },
  { kind: "state", state: { ...state, step: "2" } },
  { kind: "state", state: { ...state, positionMs: Number.NaN } },
  { kind: "state", state: { ...state, mode: "play" } },
  { kind: "state", state: { ...state, black: 1 } },
  { kind: "state", state: { ...state, slide: "" } },
  { kind: "state", state: { ...state, slide: "x".repeat(500) } },
  { kind: "ask", ask: { to: "move", by: 2 } },
  { kind: "ask", ask: { to: "go", slide: "war/telegram" } },
  { kind: "ask", ask: { to: "black" } },
  { kind: "ask", ask: "black" },
  { kind: "pointer", slide: "war/telegram", at: { x: 1.01, y: 0 } },
  { kind: "pointer", slide: "war/telegram", at: { x: 0 } },
  { kind: "pointer", at: { x: 0, y: 0 } },
])("%j is no message", (value) => {
  expect(readMessage(value)).toBeUndefined();
});
