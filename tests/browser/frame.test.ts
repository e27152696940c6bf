/** The lecture inside another site's page. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useSite } from "./helper.ts";
import { makeHost } from "./host.ts";

const host = makeHost(() => site.folder);
const site = useSite(undefined, { host: host.address });
beforeAll(host.start);
afterAll(host.stop);

test.each([
  ["", 'allow="clipboard-write"'],
  ["allow-scripts", 'sandbox="allow-scripts"'],
])(
  "in a frame with sandbox=%j it plays, keeps what it may, and lets the keyboard out",
  async (_, attribute) => {
    await writeFile(
      join(site.folder, "course.html"),
      `<!doctype html><title>Course</title><link rel="icon" href="data:,"><button id="before">Before</button>
<iframe src="index.html?only=war" title="Lecture" width="900" height="600" ${attribute}></iframe>
<button id="after">After</button>`,
    );
    const { page, complaints } = await site.open();
    const refused: string[] = [];
    page.on("requestfailed", (request) => refused.push(request.url()));
    await page.goto(`${host.address()}/course.html`);
    const element = await page.waitForSelector("iframe");
    const frame = await element?.contentFrame();
    if (frame == null) throw new Error("the page has no frame");
    const start = await frame.waitForSelector("#start-with-sound", { visible: true });
    await start?.click();
    await frame.waitForFunction(() => Number(document.querySelector<HTMLInputElement>("#seek")?.value) > 300);
    expect(await frame.$eval("audio", (audio) => audio.currentTime)).toBeGreaterThan(0);
    await (await frame.$("#play"))?.click();
    await frame.waitForSelector("#play:not(.is-playing)");

    // Storage throws in an opaque origin; notes can be written all the same.
    await (await frame.$("#more"))?.click();
    await (await frame.$("#bookmark"))?.click();
    await (await frame.$("#more"))?.click();
    await (await frame.$("#notes"))?.click();
    await frame.waitForSelector("#notes-list textarea");
    const words = await frame.$eval("#notes-words", (line) => line.textContent);
    expect(words?.includes("cannot be kept")).toBe(attribute.startsWith("sandbox"));
    await page.keyboard.press("Escape");

    await page.focus("#before");
    await page.keyboard.press("Tab");
    const outside = () => page.evaluate(() => document.activeElement?.id ?? "");
    for (let stop = 0; stop < 60 && (await outside()) !== "after"; stop += 1)
      await page.keyboard.press("Tab");
    expect(await outside()).toBe("after");
    for (let stop = 0; stop < 60 && (await outside()) !== "before"; stop += 1) {
      await page.keyboard.down("Shift");
      await page.keyboard.press("Tab");
      await page.keyboard.up("Shift");
    }
    expect(await outside()).toBe("before");
    // Fonts are for the site's own origin, and a sandboxed frame has none: the text shows in the reader's own.
    expect(refused.filter((address) => !address.endsWith(".woff2"))).toEqual([]);
    expect(complaints.filter((words) => !/font|ERR_FAILED/.test(words))).toEqual([]);
  },
);
