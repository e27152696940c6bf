/** Opens `remix.html` and does in it what people do. */
import type { Page } from "puppeteer-core";
import type { Opened, Recorded } from "./helper.ts";

/** A site's `remix.html`, as a reader who was never here opens it. */
export async function openRemix(
  site: Opened,
  options: { search?: string; widthPx?: number; heightPx?: number } = {},
): Promise<Recorded> {
  const { search = "", ...size } = options;
  const recorded = await site.open(size);
  await goToRemix(recorded.page, search);
  return recorded;
}

/** Goes from any page of the site to `remix.html`. */
export async function goToRemix(page: Page, search = ""): Promise<void> {
  const address = page.url().replace(/[^/]*$/, `remix.html${search}`);
  await page.goto(address);
  await page.waitForSelector("#library:not([hidden])");
}

/** What the selection says of itself. */
export interface Selected {
  readonly titles: readonly string[];
  readonly time: string;
  readonly count: string;
  /** What screen readers were told last. */
  readonly said: string;
}

/** Reads the selection. */
export const selected = (page: Page): Promise<Selected> =>
  page.evaluate(() => {
    const text = (selector: string) => document.querySelector(selector)?.textContent?.trim() ?? "";
    return {
      titles: [...document.querySelectorAll("#items .item-title")].map((title) => title.textContent ?? ""),
      time: text("#total-time"),
      count: text("#total-count"),
      said: text("#announcement"),
    };
  });

/** Chooses slides by their titles, or takes them out. */
export async function tick(page: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) {
    await page.evaluate((wanted) => {
      const card = [...document.querySelectorAll(".card")].find(
        (one) => one.querySelector(".card-title")?.textContent === wanted,
      );
      card?.querySelector<HTMLElement>(".card-picture")?.scrollIntoView({ block: "center" });
      card?.querySelector<HTMLInputElement>("input")?.click();
    }, title);
  }
}

/** A button of a slide of the selection, by what it is called. */
export const rowButton = (label: string): string => `#items button[aria-label="${label}"]`;
