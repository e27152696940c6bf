import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { useSite } from "./helper.ts";
import { openTalk } from "./talk.ts";

const site = useSite(undefined, { speaker: true });

test("a build for the lecturer shows the private notes of each slide, and asks for nothing from elsewhere", async () => {
  const { slides, speaker, complaints } = await openTalk(site);
  const hasNotes = () =>
    speaker.waitForFunction(
      () => document.querySelector("#private-notes")?.textContent === "For the lecturer only.",
    );
  await hasNotes();
  await slides.keyboard.press("End");
  await speaker.waitForFunction(() => document.querySelector("#now-place")?.textContent === "5 / 5");
  await hasNotes();
  expect(complaints()).toEqual([]);
});

test("even there the page of the slides holds none", async () => {
  const page = await readFile(join(site.folder, "index.html"), "utf8");
  expect(page).not.toContain("assets/notes");
  expect(await readFile(join(site.folder, "assets/notes/00-war.js"), "utf8")).toContain("lecturer only");
});
