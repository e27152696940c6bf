import { expect, test } from "vitest";
import { look, playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

test.each([["#start-with-sound"], ["#start-silent"]])(
  "at a wait the lecture stops until the listener goes on (%s)",
  async (start) => {
    const { page } = await site.open();
    await page.click(start);
    await seekTo(page, 9_400);
    await page.waitForSelector("#go-on", { visible: true });
    expect(await look(page)).toMatchObject({ slide: "The ceasefire", positionMs: 9_999, playing: false });
    // What comes with the next word comes after the wait.
    expect((await look(page)).caption).toBe(start === "#start-silent" ? "What would you have signed?" : "");
    expect(await page.$eval("#announcement", (line) => line.textContent)).toBe(
      "The lecture waits for you. Press Go on.",
    );
    expect(await page.$eval("audio", (audio) => audio.paused)).toBe(true);
    await page.click("#go-on");
    await playedTo(page, 10_300);
    expect(await page.$eval("#go-on", (button) => button.hasAttribute("hidden"))).toBe(true);
  },
);
