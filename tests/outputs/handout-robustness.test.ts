import type { Browser } from "puppeteer-core";
import { appendFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { assets } from "../../scripts/outputs/assets.ts";
import { openPrinted } from "../../scripts/outputs/handout/finish.ts";
import { printDocument } from "../../scripts/outputs/handout/print.ts";
import { handout, makeHandouts } from "../../scripts/outputs/handout.ts";
import type { Tools } from "../../scripts/outputs/tools.ts";
import { sampleLecture } from "./sample-lecture.ts";
import { readPdf } from "./read-pdf.ts";
import { openStaging, type Staging } from "./staging.ts";

const lecture = sampleLecture();
let staging: Staging;
beforeAll(async () => {
  staging = await openStaging();
});
beforeEach(async () => {
  await staging.make(assets, lecture);
});
afterAll(async () => {
  await staging.close();
});

/** Tools whose browser is killed before the first page is printed, as often as `times` says. */
function dying(times: number): { tools: Tools; started: () => number } {
  let started = 0;
  let current: Browser | undefined;
  const tools: Tools = {
    ...staging.tools,
    openBrowser: async () => {
      current = await staging.tools.openBrowser();
      started += 1;
      return current;
    },
    progress: (_, done) => {
      if (done === 0 && started <= times) current?.process()?.kill("SIGKILL");
    },
  };
  return { tools, started: () => started };
}

test("a browser that dies while printing is replaced once", async () => {
  const { tools, started } = dying(1);
  const { files } = await handout.make(lecture, tools);
  expect(files.map(({ path }) => path)).toEqual(["handout.pdf"]);
  expect(started()).toBe(2);
});

test("a browser that dies twice is a clear error, and there is no PDF", async () => {
  const { tools, started } = dying(2);
  const { files, missing } = await handout.make(lecture, tools);
  expect(files).toEqual([]);
  expect(missing).toEqual([
    expect.stringMatching(/^handout\.pdf is missing: the browser died twice while printing handout\.pdf: /),
  ]);
  expect(started()).toBe(2);
});

test("one handout that cannot be printed leaves the others, and is named", async () => {
  const both = { ...lecture.deck.meta, handout: [{ profile: "study" }, { profile: "slides" }] as const };
  // The first profile meets a browser that dies twice, the second a good one.
  const { tools } = dying(2);
  const { files, missing } = await handout.make({ ...lecture, deck: { ...lecture.deck, meta: both } }, tools);
  expect(files.map(({ path }) => path)).toEqual(["handout-slides.pdf"]);
  expect(missing).toEqual([expect.stringMatching(/^handout\.pdf is missing: /)]);
});

test("stopping the build stops the printing", async () => {
  const browser = await staging.tools.openBrowser();
  const before = await browser.pages();
  const stop = new AbortController();
  const tools: Tools = {
    ...staging.tools,
    signal: stop.signal,
    progress: () => stop.abort(new Error("stopped by hand")),
  };
  await expect(handout.make(lecture, tools)).rejects.toThrow("stopped by hand");
  expect(await browser.pages()).toHaveLength(before.length);
});

test("printing that takes too long ends in a clear error", async () => {
  const { files, missing } = await makeHandouts(lecture, staging.tools, 1);
  expect([files, missing]).toEqual([
    [],
    ["handout.pdf is missing: printing handout.pdf took longer than 0.001 s"],
  ]);
});

test("a file that the page needs and that is not there is told, not left blank", async () => {
  await rm(join(staging.folder, "assets/theme.css"));
  const { missing } = await handout.make(lecture, staging.tools);
  expect(missing).toEqual([
    "handout.pdf is missing: the handout needs files that are not there: assets/theme.css",
  ]);
});

test("nothing outside the build's folder and no other host is read", async () => {
  const page =
    '<!doctype html><title>x</title><img src="file:///etc/hostname"><img src="https://example.org/x.png"><a href="#x">x</a><p id="x">x';
  const printing = printDocument({
    browser: await staging.tools.openBrowser(),
    document: { html: page, css: "" },
    folder: staging.folder,
    hyphenates: false,
    open: openPrinted,
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  await expect(printing).rejects.toThrow("https://example.org/x.png");
});

test("pictures that styles alone name are on paper", async () => {
  const seal = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15">Sealed</text></svg>`;
  await writeFile(join(staging.folder, "assets/seal.svg"), seal);
  const { pdf } = await printDocument({
    browser: await staging.tools.openBrowser(),
    document: {
      html: '<!doctype html><title>x</title><link rel="stylesheet" href="assets/handout.css"><p class="seal">x<p class="stamp">y',
      css: `.seal { background: no-repeat url(seal.svg); }
        .stamp { background: no-repeat url("data:image/svg+xml,${encodeURIComponent(seal.replace("Sealed", "Stamped"))}"); }`,
    },
    folder: staging.folder,
    hyphenates: false,
    open: openPrinted,
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  const { pages } = await readPdf(await pdf.document.save());
  expect(pages.map(({ text }) => text)).toEqual([expect.stringMatching(/Sealed\s+Stamped/)]);
});

test("a character that no shipped font has fails the handout, with its place", async () => {
  const era = lecture.deck.eras[0];
  if (era === undefined) throw new Error("the sample has eras");
  const unprintable = {
    ...lecture,
    deck: { ...lecture.deck, eras: [{ ...era, summary: "A letter ꙮ nobody ships." }] },
  };
  const { files, problems } = await handout.make(unprintable, staging.tools);
  expect(files).toEqual([]);
  expect(problems.map(({ severity, file }) => [severity, file])).toEqual([["error", "01-beginnings.md"]]);
});

test("a font that is not shipped fails the handout on every machine", async () => {
  await appendFile(
    join(staging.folder, "assets/theme.css"),
    ".opening-summary { font-family: 'DejaVu Serif', serif; }",
  );
  const { files, problems } = await handout.make(lecture, staging.tools);
  expect(files).toEqual([]);
  const [first] = lecture.deck.eras;
  const message = 'the handout asks for the font "DejaVu Serif", which is not shipped with it, for 1 text';
  expect(problems.map(({ code, message, file, line }) => ({ code, message, file, line }))).toEqual([
    { code: "font-not-shipped", message, file: "01-beginnings.md", line: first?.at.line },
  ]);
});

test("a character that another font would have to show is named, with its place", async () => {
  const [era, ...others] = lecture.deck.eras;
  if (era === undefined) throw new Error("the sample has eras");
  await appendFile(
    join(staging.folder, "assets/theme.css"),
    ".opening-summary { font-family: 'Source Sans 3'; }",
  );
  const korean = { ...era, summary: "Kim Il Sung (김일성) writes." };
  const changed = { ...lecture, deck: { ...lecture.deck, eras: [korean, ...others] } };
  const { files, problems } = await handout.make(changed, staging.tools);
  expect(files).toEqual([]);
  // A machine with a Korean font lends it, character by character; one without shows empty boxes.
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(["01-beginnings.md"]));
  for (const { code, message } of problems)
    expect([code, message].join(": ")).toMatch(
      /^font-not-shipped: the handout shows "[김일성]" \(U\+[0-9A-F]{4}\) in the font|^glyph-not-printed: a character on page \d+ /,
    );
});
