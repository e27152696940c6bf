/** A talk in two windows: the slides and the speaker view. */
import type { Page } from "puppeteer-core";
import type { Opened } from "./helper.ts";

/** Both windows. */
export interface Talk {
  /** The window with the slides, which presents. */
  readonly slides: Page;
  readonly speaker: Page;
  /** What the consoles of both said as errors. */
  readonly complaints: () => readonly string[];
}

/** Opens the slides, presents and opens the speaker view, as a lecturer would. */
export async function openTalk(
  site: Opened,
  size: { readonly widthPx: number; readonly heightPx: number } = { widthPx: 1280, heightPx: 800 },
): Promise<Talk> {
  const opened = await site.open();
  const { page: slides } = opened;
  await slides.click("#start-present");
  const speaker = await popupOf(slides, () => slides.keyboard.press("s"));
  const complaints: string[] = [];
  speaker.on("pageerror", (error) => complaints.push(String(error)));
  await speaker.setViewport({ width: size.widthPx, height: size.heightPx });
  await inStep(speaker, "1 / 5", 0);
  return { slides, speaker, complaints: () => [...opened.complaints, ...complaints] };
}

/** The window that an action opens. */
export async function popupOf(page: Page, act: () => Promise<unknown>): Promise<Page> {
  const opened = new Promise<Page | null>((resolve) => page.once("popup", resolve));
  await act();
  const popup = await opened;
  if (popup === null) throw new Error("no window was opened");
  // Two windows side by side both draw.
  await popup.emulateFocusedPage(true);
  await popup.waitForSelector("#now-frame li, #now-frame p");
  return popup;
}

/** Waits until the speaker view is at a place and step, connected. */
export async function inStep(speaker: Page, place: string, step: number): Promise<void> {
  await speaker.waitForFunction(
    (wantedPlace, wantedStep) => {
      const text = (id: string) => document.getElementById(id)?.textContent?.trim() ?? "";
      const shown = /^step (\d+)|^$/.exec(text("now-step"));
      return (
        text("now-place") === wantedPlace &&
        shown !== null &&
        Number(shown[1] ?? 0) === wantedStep &&
        document.getElementById("alone")?.hidden === true
      );
    },
    {},
    place,
    step,
  );
}

/** Waits until the slides are at a slide and step, as the address says. */
export async function presents(slides: Page, fullId: string, step: number): Promise<void> {
  await slides.waitForFunction(
    (address) => decodeURIComponent(location.hash) === address,
    {},
    `#/${fullId}${step > 0 ? `/${step}` : ""}?present`,
  );
}

/** Texts of the list items that can be seen in a part of the page. */
export const itemsIn = (page: Page, part: string): Promise<string[]> =>
  page.$$eval(`${part} li`, (items) =>
    items
      .filter((item) => getComputedStyle(item).visibility === "visible")
      .map((item) => item.textContent?.trim() ?? ""),
  );

/** Every moment of the fixture: the place, the slide, the step. */
export const MOMENTS = [
  ["1 / 5", "war/telegram", 0],
  ["1 / 5", "war/telegram", 1],
  ["1 / 5", "war/telegram", 2],
  ["1 / 5", "war/telegram", 3],
  ["2 / 5", "war/whose-war", 0],
  ["3 / 5", "war/silence", 0],
  ["4 / 5", "peace/ceasefire", 0],
  ["5 / 5", "peace/who", 0],
] as const;
