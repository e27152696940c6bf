import { expect, test } from "vitest";
import { lectureDrawer } from "../../scripts/player/lecture-drawer.ts";

test("a lecture is the same at every address of its page", () => {
  expect(lectureDrawer("slides", "/korea/index.html")).toBe("slides@/korea/");
  expect(lectureDrawer("slides", "/korea/")).toBe("slides@/korea/");
});

test("decks of one name in two folders are two lectures, and so are two decks that had one folder in turn", () => {
  const drawers = [
    lectureDrawer("slides", "/korea/index.html"),
    lectureDrawer("slides", "/vietnam/index.html"),
    lectureDrawer("talk", "/korea/index.html"),
    lectureDrawer("slides", "/C:/Users/Ada/korea/dist/index.html"),
  ];
  expect(new Set(drawers).size).toBe(4);
});

test("a newer version in Moodle is the same lecture, and another resource is not", () => {
  const at = (context: number, version: number) =>
    lectureDrawer("slides", `/pluginfile.php/${context}/mod_resource/content/${version}/index.html`);
  expect(at(1234, 2)).toBe(at(1234, 1));
  expect(at(1235, 1)).not.toBe(at(1234, 1));
});
