import { expect, test } from "vitest";
import type { KeyedPart } from "../../scripts/preview/kept-plans.ts";
import { byUrgency } from "../../scripts/preview/urgency.ts";
import { silentVoice } from "../../scripts/narration/voices/silent.ts";
import { makeSlide } from "../model.ts";

const order = ["war/a", "war/b", "peace/c", "peace/d"];
const voice = silentVoice();
function part(fullId: string, kind: KeyedPart["kind"] = "narration"): KeyedPart {
  const plan = { slide: makeSlide(fullId), utterances: [] };
  return { plan, first: plan, voice, kind, key: `${kind} ${fullId}` };
}
const all = [...order.map((id) => part(id)), ...order.map((id) => part(id, "description"))];
const names = (parts: readonly KeyedPart[]) => parts.map(({ key }) => key);

test("what was just written is urgent, then comes what is looked at and what follows it", () => {
  const { urgent, rest } = byUrgency(all, order, new Set(["war/b"]), "peace/c");
  expect(names(urgent)).toEqual(["narration war/b"]);
  expect(names(rest)).toEqual([
    "narration peace/c",
    "narration peace/d",
    "narration war/a",
    "description peace/c",
    "description peace/d",
    "description war/a",
    "description war/b",
  ]);
});

test("before anybody looks, slides are said from the first on", () => {
  const { urgent, rest } = byUrgency(all.toReversed(), order, new Set(), undefined);
  expect(urgent).toEqual([]);
  expect(names(rest).slice(0, 4)).toEqual(order.map((id) => `narration ${id}`));
});
