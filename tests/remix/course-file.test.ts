import { expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { makeTrack } from "../../scripts/player/track.ts";
import { courseName, courseOf } from "../../scripts/remix-page/course-file.ts";
import { choose, EMPTY, entitle, move, write } from "../../scripts/remix-page/draft.ts";

const column = (id: string, ...ids: string[]) => ({
  id,
  title: id,
  data: "",
  sizeBytes: 0,
  slides: ids.map((slide) => ({ id: slide, title: slide, durationMs: 1_000 })),
});
const index = {
  title: "A war",
  columns: [
    column("war", "a", "b", "c"),
    column("1950", "d", "e"),
    column("no", "f", "g"),
    column("전쟁", "시작"),
  ],
  aliases: {},
};
const track = makeTrack(index);
const own = { id: "own-1", title: "Whose war?", text: "Discuss.", narration: "" };
const read = (draft: Parameters<typeof courseOf>[0]): unknown =>
  parseYaml(courseOf(draft, track, index).files[0]?.text ?? "");

test("neighbours are joined, and whole eras named", () => {
  const draft = choose(EMPTY, ["war/b", "war/c", "1950/d", "1950/e", "no/f", "no/g", "war/a", "전쟁/시작"]);
  expect(read(draft)).toEqual({
    title: "A war",
    slides: [{ use: "war/b..war/c" }, { use: "1950" }, { use: "no" }, { use: "war/a" }, { use: "전쟁" }],
  });
});

test("the file can be read by people, and says where it belongs", () => {
  const draft = entitle(choose(EMPTY, ["war/a", "no/f"]), 'Kim: "why?"');
  expect(courseOf(draft, track, index).files).toEqual([
    {
      path: "kim-why.yaml",
      text: `# Into the folder courses/ of the deck; then: lanternist build --course kim-why
title: "Kim: \\"why?\\""
slides:
  - use: war/a
  - use: no/f
`,
    },
  ]);
});

test("slides of one's own are files beside it, and part what they stand between", () => {
  const draft = entitle(move(write(choose(EMPTY, ["war/a", "war/b"]), own), "own-1", 1), "Mine");
  const course = courseOf(draft, track, index);
  expect(read(draft)).toEqual({
    title: "Mine",
    slides: [{ use: "war/a" }, { file: "mine/own-1.md" }, { use: "war/b" }],
  });
  expect(course.files.map(({ path }) => path)).toEqual(["mine.yaml", "mine/own-1.md"]);
});

test("one that begins with a slide of one's own opens an era for it", () => {
  const draft = move(write(choose(EMPTY, ["war/a"]), own), "own-1", 0);
  expect(read(draft)).toEqual({
    title: "A war",
    slides: [{ era: "A war" }, { file: "selection/own-1.md" }, { use: "war/a" }],
  });
});

test.each([
  ["", "selection"],
  ["전쟁", "selection"],
  ["A week of telegrams!", "a-week-of-telegrams"],
  ["Größe & Élan", "grosse-elan"],
  ["../../etc/passwd", "etc-passwd"],
])("%j is called %s", (title, name) => {
  expect(courseName(title)).toBe(name);
});
