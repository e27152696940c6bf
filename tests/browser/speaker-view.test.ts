import { expect, test } from "vitest";
import { useSite } from "./helper.ts";
import { inStep, openTalk } from "./talk.ts";

const site = useSite();

const passage = (element: Element) =>
  [...element.querySelectorAll(".script-now")].map((part) => part.textContent).join(" ");

test("the passage for this press is marked in the script, and what was said is quiet", async () => {
  const { speaker } = await openTalk(site);
  const passages: string[] = [];
  for (const step of [0, 1, 2, 3]) {
    if (step > 0) await speaker.click("#forward");
    await inStep(speaker, "1 / 5", step);
    passages.push(await speaker.$eval("#script-text", passage));
  }
  expect(passages).toEqual(["For months", "Kim had asked.", "The answer", "came on 30 January."]);
  expect(await speaker.$eval(".script-said", ({ textContent }) => textContent)).toBe(
    "For months Kim had asked.",
  );
  // A sign stands where each press comes, and how the next slide begins is there to be read.
  expect(await speaker.$$eval(".cue-mark", (marks) => marks.length)).toBe(3);
  expect(await speaker.$eval("#script-text", ({ textContent }) => textContent)).toContain(
    "Next: Whose war?Whose war was it?",
  );
});

test("a long script is scrolled to its passage", async () => {
  const { speaker } = await openTalk(site, { widthPx: 390, heightPx: 844 });
  await speaker.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  for (let n = 0; n < 8; n += 1) await speaker.click("#text-larger");
  for (const step of [1, 2, 3]) {
    await speaker.click("#forward");
    await inStep(speaker, "1 / 5", step);
  }
  const far = await speaker.$eval("#script", (room) => {
    const now = room.querySelector(".script-now")?.getBoundingClientRect().top ?? 0;
    return (now - room.getBoundingClientRect().top) / room.clientHeight;
  });
  expect(far).toBeGreaterThanOrEqual(0);
  expect(far).toBeLessThan(0.4);
});

test("the clock starts, pauses and goes back to zero", async () => {
  const { speaker } = await openTalk(site);
  await speaker.evaluate(() => {
    const real = Date.now.bind(Date);
    let ahead = 0;
    Date.now = () => real() + ahead;
    Object.assign(window, { skip: (ms: number) => (ahead += ms) });
  });
  const skip = () => speaker.evaluate("skip(65000)");
  await speaker.click("#stopwatch-run");
  await skip();
  await speaker.waitForFunction(() => /^01:0\d$/.test(document.querySelector("#elapsed")?.textContent ?? ""));
  await speaker.click("#stopwatch-run");
  const paused = await speaker.$eval("#elapsed", ({ textContent }) => textContent);
  await skip();
  await speaker.waitForFunction(
    (before) => document.querySelector("#elapsed")?.textContent === before,
    {},
    paused,
  );
  await speaker.click("#stopwatch-reset");
  expect(await speaker.$eval("#elapsed", ({ textContent }) => textContent)).toBe("00:00");
  expect(await speaker.evaluate(() => document.activeElement?.id)).toBe("stopwatch-run");
});

test("the size of the text is kept", async () => {
  const { speaker } = await openTalk(site);
  const size = () =>
    speaker.$eval("#script-text", (text) => Number.parseFloat(getComputedStyle(text).fontSize));
  const before = await size();
  await speaker.click("#text-larger");
  await speaker.click("#text-larger");
  const larger = await size();
  expect(larger).toBeGreaterThan(before * 1.2);
  await speaker.reload();
  await inStep(speaker, "1 / 5", 0);
  expect(await size()).toBe(larger);
});

test("letters turned off in the player are off here too; arrows still move", async () => {
  const { slides, speaker } = await openTalk(site);
  await speaker.evaluate(() =>
    localStorage.setItem("lanternist:player:settings", JSON.stringify({ letterKeys: false })),
  );
  await speaker.keyboard.type("bog?");
  await speaker.keyboard.press("ArrowRight");
  await inStep(speaker, "1 / 5", 1);
  expect(await speaker.$("dialog[open]")).toBeNull();
  expect(await slides.$eval("#black-screen", (screen) => screen.getClientRects().length)).toBe(0);
});

test("nothing is said of notes in a public build, nor of times that nobody planned", async () => {
  const { speaker } = await openTalk(site);
  const page = await speaker.content();
  expect(page).not.toContain("For the lecturer only");
  expect(page).not.toMatch(/notes/i);
  expect(await speaker.$eval("#pace", (line) => line.getClientRects().length)).toBe(0);
});

test.each([
  [1280, 800],
  [1024, 768],
  [768, 1024],
  [390, 844],
  [844, 390],
])("at %d × %d all that is needed is in sight, and the moves can be hit", async (widthPx, heightPx) => {
  const { speaker } = await openTalk(site, { widthPx, heightPx });
  const boxes = await speaker.evaluate(() =>
    ["now-frame", "script", "back", "forward", "elapsed", "black", "go-to"].map((id) => {
      const { left, top, right, bottom, width, height } =
        document.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
      const isIn = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && width > 0;
      return { id, isIn, height };
    }),
  );
  expect(boxes.filter(({ isIn }) => !isIn)).toEqual([]);
  const small = boxes.filter(({ id, height }) => id !== "elapsed" && height < 44);
  expect(small).toEqual([]);
  expect(await speaker.evaluate(() => document.documentElement.scrollWidth)).toBe(widthPx);
  const script = boxes.find(({ id }) => id === "script");
  expect(script?.height).toBeGreaterThan(heightPx / 4);
});
