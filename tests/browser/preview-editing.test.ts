import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { look } from "./helper.ts";
import { DECK, says, usePreview } from "./preview.ts";

const preview = usePreview(["--no-audio"]);
const war = (edit: (text: string) => string) => preview.write("01-war.md", edit(DECK["01-war.md"] ?? ""));

/** Opens the page, and goes to the first slide's first step. */
async function atFirstStep() {
  await preview.write("01-war.md", DECK["01-war.md"] ?? "");
  await preview.write("02-peace.md", DECK["02-peace.md"] ?? "");
  const looking = await preview.open();
  const { page } = looking;
  await page.waitForSelector("#start-silent", { visible: true });
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("#start-silent")?.click();
    document.querySelector<HTMLElement>("#play")?.click();
  });
  await page.keyboard.press("ArrowDown");
  await says(page, "Stone");
  await page.keyboard.press("ArrowRight");
  expect((await look(page)).items).toEqual(["One"]);
  return looking;
}

test("an edit of the slide on show is seen, and slide, step and time stay", async () => {
  const { page, loads, complaints } = await atFirstStep();
  const before = await look(page);
  await war((text) => text.replace("- One", "- The first"));
  await says(page, "The first");
  expect(await look(page)).toEqual({ ...before, items: ["The first"] });
  expect(loads()).toBe(1);
  expect(complaints).toEqual([]);
});

test("an edit of an earlier slide moves the time and nothing else", async () => {
  const { page, loads } = await atFirstStep();
  for (let n = 0; n < 2; n++) await page.keyboard.press("ArrowDown");
  const before = await look(page);
  expect(before.slide).toBe("Bread");
  await war((text) =>
    text.replace("Iron is cast.", "Iron is cast in long sentences, one after the other, all day long."),
  );
  await page.waitForFunction(
    (ms) => Number(document.querySelector<HTMLInputElement>("#seek")?.value) > ms,
    {},
    before.positionMs,
  );
  const after = await look(page);
  expect({ ...after, positionMs: 0, valueText: "" }).toEqual({ ...before, positionMs: 0, valueText: "" });
  expect(loads()).toBe(1);
});

test("the bar is drawn again when times are others, and left alone when they are the same", async () => {
  const { page } = await atFirstStep();
  const bar = () =>
    page.evaluate(() => ({
      widths: [...document.querySelectorAll<HTMLElement>(".seek-era")].map(({ style }) => style.flexGrow),
      kept: document.querySelectorAll(".seek-era[data-kept]").length,
      total: document.querySelector("#total")?.textContent,
      max: document.querySelector<HTMLInputElement>("#seek")?.max,
    }));
  await page.evaluate(() => {
    for (const piece of document.querySelectorAll<HTMLElement>(".seek-era")) piece.dataset["kept"] = "";
  });
  const before = await bar();
  expect(before.kept).toBeGreaterThan(1);
  await war((text) => text.replace("- One", "- The first"));
  await says(page, "The first");
  expect(await bar()).toEqual(before);

  await war((text) => text.replace("Iron is cast.", "Iron is cast, and it takes much longer than that."));
  await page.waitForFunction(
    (max) => document.querySelector<HTMLInputElement>("#seek")?.max !== max,
    {},
    before.max,
  );
  const after = await bar();
  expect(after.kept).toBe(0);
  expect(after.widths).toHaveLength(before.widths.length);
  expect(after.widths).not.toEqual(before.widths);
  expect(after.total).not.toBe(before.total);
});

test("slides and eras come and go around the one on show", async () => {
  const { page, loads } = await atFirstStep();
  await war((text) => text.replace("## Stone", "## Sand {#sand}\n\nSand.\n\n---\n\n## Stone"));
  // The slide on show is written six lines further down.
  await page.waitForFunction(() => document.querySelector(".preview-source")?.textContent === "01-war.md:11");
  expect(await look(page)).toMatchObject({ slide: "Stone", items: ["One"] });
  await page.keyboard.press("ArrowUp");
  await says(page, "Sand");

  await preview.write("03-after.md", "## Ash {#ash}\n\nAsh.\n");
  await page.click("#contents");
  await page.waitForFunction(() => document.querySelector("#contents-list")?.textContent?.includes("Ash"), {
    polling: "mutation",
  });
  await rename(join(preview.folder, "03-after.md"), join(preview.folder, "03-later.md"));
  await page.waitForFunction(
    () => document.querySelector("#contents-list")?.innerHTML.includes("later/ash"),
    { polling: "mutation" },
  );
  await rm(join(preview.folder, "03-later.md"));
  await page.waitForFunction(() => !document.querySelector("#contents-list")?.textContent?.includes("Ash"), {
    polling: "mutation",
  });
  await page.keyboard.press("Escape");

  // The slide on show is taken away itself: the one in its place is shown.
  await war((text) => text);
  await says(page, "Stone");
  expect(loads()).toBe(1);
});

test("a mistake stands over the page with file, line and source, and goes when it is mended", async () => {
  const { page, loads } = await atFirstStep();
  await war((text) => text.replace("[click] Another", "[show nobody] Another"));
  const sheet = await page.waitForSelector(".preview-problems", { visible: true });
  const text = await sheet?.evaluate((element) => element.textContent);
  expect(text).toContain("01-war.md:11:");
  expect(text).toContain('the slide has no element "nobody"');
  expect(text).toContain("[show nobody] Another one follows.");
  expect(await look(page)).toMatchObject({ slide: "Stone", items: ["One"] });

  await war((source) => source.replace("- One", "- Mended"));
  await page.waitForSelector(".preview-problems", { hidden: true });
  await says(page, "Mended");
  expect(await look(page)).toMatchObject({ slide: "Stone", items: ["Mended"] });
  expect(loads()).toBe(1);
});

test("editors that replace the file are followed, and files that they leave beside it are not", async () => {
  const { page } = await atFirstStep();
  for (const n of [1, 2, 3]) {
    const text = (DECK["01-war.md"] ?? "").replace("- One", `- Replaced ${n}`);
    await writeFile(join(preview.folder, ".01-war.md.swp"), "swap");
    await writeFile(join(preview.folder, "01-war.md.tmp"), text);
    await rename(join(preview.folder, "01-war.md.tmp"), join(preview.folder, "01-war.md"));
    await says(page, `Replaced ${n}`);
  }
  expect(await page.$(".preview-count[hidden]")).not.toBeNull();
});

test("a folder that is taken away and put back does no harm", async () => {
  const { page, loads } = await atFirstStep();
  await rename(preview.folder, `${preview.folder}-away`);
  await page.waitForFunction(
    () => document.querySelector(".preview-problems")?.textContent?.includes("folder is gone"),
    { polling: "mutation" },
  );
  expect((await look(page)).slide).toBe("Stone");
  await mkdir(preview.folder);
  for (const [path, text] of Object.entries(DECK))
    await preview.write(path, text.replace("- One", "- Back again"));
  await says(page, "Back again");
  await page.waitForSelector(".preview-problems", { hidden: true });
  expect(loads()).toBe(1);
});

test("the corner says where the slide is written", async () => {
  const { page } = await atFirstStep();
  const written = () => page.$eval(".preview-source", (source) => source.textContent);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector(".preview-source")?.textContent !== "01-war.md:5");
  expect(await written()).toBe("01-war.md:18");
});
