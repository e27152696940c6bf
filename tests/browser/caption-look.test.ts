import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { useSite } from "./helper.ts";

const site = useSite();

const look = (page: Page) =>
  page.$eval("#caption", (caption) => {
    const { fontSize, backgroundColor, color } = getComputedStyle(caption);
    return { sizePx: Number.parseFloat(fontSize), backgroundColor, color };
  });
async function choose(page: Page, size: string, colours: string): Promise<void> {
  await page.click("#more");
  await page.click("#settings");
  await page.select("#caption-size", size);
  await page.select("#caption-colours", colours);
  await page.keyboard.press("Escape");
}

test("captions have the size and colours that were chosen, here and at the next visit", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  const plain = await look(page);
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-contrast", value: "more" }],
  });
  expect(await look(page)).toMatchObject({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)" });

  await choose(page, "large", "light-on-dark");
  const large = await look(page);
  expect(large).toMatchObject({ backgroundColor: "rgb(0, 0, 0)", color: "rgb(255, 255, 255)" });
  expect(large.sizePx).toBeCloseTo(1.35 * plain.sizePx);
  await choose(page, "largest", "dark-on-light");
  await page.reload();
  await page.waitForSelector("#start-silent", { visible: true });
  const kept = await look(page);
  expect(kept).toMatchObject({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)" });
  expect(kept.sizePx).toBeGreaterThan(large.sizePx);
});

test.each([
  [1280, 800],
  [390, 844],
])(
  "with text twice as large and the largest captions nothing lies over another at %d × %d",
  async (widthPx, heightPx) => {
    const { page } = await site.open({ widthPx, heightPx });
    await page.click("#start-silent");
    await page.click("#play");
    await choose(page, "largest", "light-on-dark");
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "212.5%";
    });
    for (const side of ["", "transcript", "find"]) {
      if (side !== "") await page.click(`#${side}`);
      const overlaps = await page.evaluate(() => {
        const parts = [
          ...document.querySelectorAll(".player > :is(.stage, .band, .side, .controls), .buttons > *"),
        ];
        const boxes = parts
          .filter((part) => part.checkVisibility())
          .map((part) => ({ part, box: part.getBoundingClientRect() }));
        const isOver = (a: DOMRect, b: DOMRect) =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        const over = boxes.flatMap((one, n) =>
          boxes
            .slice(n + 1)
            .filter((other) => !one.part.contains(other.part) && isOver(one.box, other.box))
            .map(
              (other) => `${one.part.id || one.part.className} over ${other.part.id || other.part.className}`,
            ),
        );
        const outside = boxes.filter(({ box }) => box.right > innerWidth + 1 || box.bottom > innerHeight + 1);
        return [...over, ...outside.map(({ part }) => `${part.id || part.className} outside`)];
      });
      expect(overlaps, `with ${side}`).toEqual([]);
      const stage = await page.$eval("#stage", (part) => part.clientHeight);
      expect(stage, `with ${side}`).toBeGreaterThan(200);
    }
  },
);
