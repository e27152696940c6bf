import { expect, test } from "vitest";
import { playedTo, useSite } from "./helper.ts";

const site = useSite();

/** What always comes late comes later than this; the bench measures it on a quiet machine. */
const LATE_MS = 100;
/** One step may come while the machine is busy with something else, but before the next one. */
const ONE_LATE_MS = 450;

test.each([["1"], ["2"]])("at speed %s every step comes when the sound comes to it", async (speed) => {
  const { page } = await site.open();
  await page.evaluate(() => {
    const seen: Record<string, number> = {};
    Object.assign(window, { seen });
    new MutationObserver((changes) => {
      const soundMs = (document.querySelector("audio")?.currentTime ?? 0) * 1000 - 69;
      for (const { target } of changes) {
        if (!(target instanceof HTMLLIElement) || soundMs < 100) continue;
        const state = target.classList.contains("is-focused") ? "focus" : "show";
        if (!target.classList.contains("is-hidden")) seen[`${state} ${target.textContent}`] ??= soundMs;
      }
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["class"] });
  });
  await page.click("#start-with-sound");
  await page.select("#speed", speed);
  await playedTo(page, 2_400);
  const seen = await page.evaluate(() => (window as unknown as { seen: Record<string, number> }).seen);
  const expected = {
    "show Months of pleading": 1_000,
    "focus Months of pleading": 1_500,
    "show Consent": 2_000,
  };
  expect(Object.keys(seen)).toEqual(Object.keys(expected));
  for (const [name, ms] of Object.entries(expected)) {
    expect(seen[name]).toBeGreaterThanOrEqual(ms);
    expect(seen[name]).toBeLessThan(ms + ONE_LATE_MS);
  }
  const late = Object.entries(expected).map(([name, ms]) => (seen[name] ?? Infinity) - ms);
  expect(Math.min(...late)).toBeLessThan(LATE_MS * Number(speed));
});
