/** One deck, two machines: what is built does not depend on folder, time zone, language or day. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPdf } from "../outputs/read-pdf.ts";
import { makeHome, SMALL_DECK, type Home } from "./helper.ts";

let here: Home;
let there: Home;
beforeAll(async () => {
  here = await makeHome({ TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" });
  there = await makeHome({ TZ: "America/New_York", LC_ALL: "C", LANG: "C", SOURCE_DATE_EPOCH: "" });
});
afterAll(async () => {
  await here.remove();
  await there.remove();
});

const build = async (home: Home, deck: string, out: string): Promise<void> => {
  await home.write(deck, SMALL_DECK);
  const { code, stderr } = await home.run(
    "build",
    deck,
    "--out",
    out,
    "--no-audio",
    "--handout",
    "study,slides",
  );
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("warning")]);
};

test("handouts are the same, byte for byte", async () => {
  await build(here, "talk", "dist");
  await build(there, "elsewhere/talk", "a folder/of another name");
  for (const file of ["handout.pdf", "handout-slides.pdf", "read.html"]) {
    const one = await readFile(join(here.folder, "dist", file));
    const other = await readFile(join(there.folder, "a folder/of another name", file));
    expect([file, one.equals(other)]).toEqual([file, true]);
  }
}, 240_000);

test("the day is the deck's, or the one that SOURCE_DATE_EPOCH names", async () => {
  const dateIn = async (home: Home, path: string): Promise<unknown> =>
    (await readPdf(await readFile(join(home.folder, path)))).info["CreationDate"];
  expect(await dateIn(here, "dist/handout.pdf")).toBe("D:20260102000000Z");
  const fixed = await makeHome({ SOURCE_DATE_EPOCH: "86400" });
  try {
    await build(fixed, "talk", "dist");
    expect(await dateIn(fixed, "dist/handout.pdf")).toBe("D:19700102000000Z");
  } finally {
    await fixed.remove();
  }
}, 240_000);
