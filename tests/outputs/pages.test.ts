/** What handouts look like: every page of a small lecture, beside the pictures that somebody has looked at. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handoutFile, profileNames } from "../../scripts/handout-profiles.ts";
import { assets } from "../../scripts/outputs/assets.ts";
import { handout } from "../../scripts/outputs/handout.ts";
import { contactSheet, difference, readPicture, writePicture, type Picture } from "./page-pictures.ts";
import { sampleLecture } from "./sample-lecture.ts";
import { openStaging, type Staging } from "./staging.ts";

const folder = join(import.meta.dirname, "pages");
/** Who printed the pages that were looked at. */
const PRINTED_BY = join(folder, "printed-by.txt");
/** As much of a sheet may differ: under the same browser, and under another, whose lines may break a little later. */
const TOLERANCE = { same: 0.0002, other: 0.05 } as const;
/** Set to take what is made for right. */
const renew = process.env["RENEW_PAGES"] === "1";

const sample = sampleLecture();
const lecture = {
  ...sample,
  deck: {
    ...sample.deck,
    meta: { ...sample.deck.meta, handout: profileNames.map((profile) => ({ profile })) },
  },
};

let staging: Staging;
beforeAll(async () => {
  staging = await openStaging({ speaker: true });
  await staging.make(assets, lecture);
  await staging.make(handout, lecture);
}, 180_000);
afterAll(async () => {
  await staging.close();
});

test.each(profileNames)("the pages of %s look as they did", async (name) => {
  const { picture, producer } = await contactSheet(await readFile(join(staging.folder, handoutFile(name))));
  const [golden, changed, differing] = ["", "-changed", "-difference"].map((what) =>
    join(folder, `${name}${what}.png`),
  );
  if (golden === undefined || changed === undefined || differing === undefined)
    throw new Error("three paths");
  if (renew) {
    await mkdir(folder, { recursive: true });
    await writeFile(golden, writePicture(picture));
    await writeFile(PRINTED_BY, `${producer}\n`);
  }
  const known = await readFile(golden).catch(() => undefined);
  const { share, picture: marked } =
    known === undefined ? { share: 1, picture } : difference(await readPicture(known), picture);
  const printedBy = (await readFile(PRINTED_BY, "utf8").catch(() => "")).trim();
  const allowed = printedBy === producer ? TOLERANCE.same : TOLERANCE.other;
  if (share <= allowed) {
    await rm(changed, { force: true });
    await rm(differing, { force: true });
    return;
  }
  await writeFile(changed, writePicture(picture));
  await writeFile(differing, writePicture(marked));
  const words = `${(share * 100).toFixed(2)} % of the pages differ; look at ${changed} and ${differing}, beside ${golden}`;
  expect.fail(`${words}. If they are right: RENEW_PAGES=1 npx vitest run tests/outputs/pages.test.ts`);
});

test("what differs is seen, and the edges of letters are not", () => {
  /** A white picture with a black square. */
  const square = (x: number, edge = 0): Picture => {
    const pixels = new Uint8ClampedArray(4 * 100 * 100).fill(255);
    for (let row = 40; row < 60; row++)
      for (let column = x; column < x + 20; column++)
        for (let c = 0; c < 3; c++) pixels[4 * (row * 100 + column) + c] = column === x ? edge : 0;
    return { widthPx: 100, heightPx: 100, pixels };
  };
  expect(difference(square(40), square(40)).share).toBe(0);
  expect(difference(square(40), square(41)).share).toBe(0);
  expect(difference(square(40), square(40, 50)).share).toBe(0);
  const moved = difference(square(40), square(45));
  expect(moved.share).toBeCloseTo(0.0196, 4);
  const inside = 4 * (50 * 100 + 41);
  expect(Array.from(moved.picture.pixels.subarray(inside, inside + 3))).toEqual([220, 0, 0]);
  expect(difference(square(40), { ...square(40), widthPx: 50, heightPx: 200 }).share).toBe(1);
});
