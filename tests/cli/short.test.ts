import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeHome, SMALL_DECK, type Home } from "./helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.remove());

const marked = {
  ...SMALL_DECK,
  "deck.yaml": `${SMALL_DECK["deck.yaml"]}pronunciations: { bread: bred }\n`,
  "02-second.md": (SMALL_DECK["02-second.md"] ?? "").replace("{#bread}", "{#bread .optional aliases=loaf}"),
};
const quietly = ["--no-audio", "--only", "site"] as const;
const text = (path: string) => readFile(join(home.folder, path), "utf8");

it("--short builds a shorter lecture into a folder of its own, and says what is left out", async () => {
  await home.write("talk", marked);
  expect((await home.run("build", "talk", ...quietly)).code).toBe(0);
  const { code, stdout, stderr } = await home.run("build", "talk", "--short", ...quietly);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("2 eras, 2 slides, 3 sentences; 1 optional slide left out");
  expect(stdout).toContain("→ dist-short/index.html");
  const [whole, short] = await Promise.all(["dist", "dist-short"].map((out) => text(`${out}/lecture.json`)));
  const read = (json = "") =>
    JSON.parse(json) as { short?: unknown; timeline: { durationMs: number; slides: { slide: string }[] } };
  expect([read(whole).short, read(short).short]).toEqual([undefined, { leftOut: 1 }]);
  expect(read(short).timeline.durationMs).toBeLessThan(read(whole).timeline.durationMs);
  expect(read(short).timeline.slides.map(({ slide }) => slide)).not.toContain("second/bread");
  expect(await text("dist-short/captions.vtt")).not.toContain("Bread is baked");
});

it("does not take what it leaves out for vanished, where a whole lecture was", async () => {
  await home.write("talk", marked);
  expect((await home.run("build", "talk", ...quietly)).code).toBe(0);
  const { code, stderr } = await home.run("build", "talk", "--short", "--out", "dist", ...quietly);
  expect([code, stderr]).toEqual([0, ""]);
});

it("warns when no slide is optional, and builds nothing when every one is", async () => {
  await home.write("talk", SMALL_DECK);
  const same = await home.run("build", "talk", "--short", ...quietly);
  expect([same.code, same.stderr]).toEqual([0, expect.stringContaining("[nothing-optional]")]);
  await home.write("none", { "01-a.md": "## A {.optional}\n" });
  const none = await home.run("build", "none", "--short", "--out", "none-short", ...quietly);
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining("[nothing-left]")]);
  expect(await readdir(home.folder)).not.toContain("none-short");
});
