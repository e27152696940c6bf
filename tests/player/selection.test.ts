import { expect, test } from "vitest";
import { partAddress } from "../../scripts/player/part-address.ts";
import { selectionOf, selectSlides } from "../../scripts/player/selection.ts";
import { makeTrack } from "../../scripts/player/track.ts";
import { makeIndex } from "./make-index.ts";

const column = (id: string, ...ids: string[]) => ({
  id,
  title: id,
  data: "",
  sizeBytes: 0,
  slides: ids.map((slide) => ({ id: slide, title: slide, durationMs: 1_000 })),
});
const index = makeIndex([
  column("war", "a", "b", "c"),
  column("truce", "d"),
  column("peace", "e", "f"),
  column("전쟁", "시작", "끝"),
]);
const track = makeTrack(index);
const written = (...fullIds: string[]) =>
  selectionOf(
    track,
    index,
    fullIds.flatMap((id) => track.slides.find(({ fullId }) => fullId === id) ?? []),
  );

test.each([
  [["war/a"], "war/a"],
  [["war/a", "war/b"], "war/a..war/b"],
  [["war/a", "war/b", "war/c"], "war"],
  [["war/c", "war/b"], "war/c,war/b"],
  [["truce/d"], "truce"],
  [["war/b", "war/c", "truce/d", "peace/e"], "war/b..war/c,truce,peace/e"],
  [["peace/f", "전쟁/시작"], "peace/f..전쟁/시작"],
  [["peace/e", "peace/f", "war/a", "war/b", "war/c", "전쟁/끝"], "peace,war,전쟁/끝"],
  [[], ""],
])("%j is written %s, and read again as it was", (ids, only) => {
  expect(written(...ids)).toBe(only);
  const read = selectSlides(track, index, only).slides.map(({ fullId }) => fullId);
  expect(read).toEqual(ids);
});

test("an address can be read by people", () => {
  expect(partAddress("index.html", "war/a..war/b,peace", "A & B")).toBe(
    "index.html?only=war/a..war/b,peace&title=A%20%26%20B",
  );
  expect(partAddress("read.html", "", "A")).toBe("read.html");
});
