import { expect, test } from "vitest";
import { tonesLecture } from "./fixture.ts";
import { useSite } from "./helper.ts";

const site = useSite(() => tonesLecture({ language: "de" }));

test("a German lecture is presented in German, in both windows", async () => {
  const { page } = await site.open();
  expect(await page.$eval("#start-present", (button) => button.textContent?.trim())).toBe("Selbst vortragen");
  await page.click("#start-present");
  await page.waitForFunction(() =>
    document.querySelector("#toast")?.textContent?.startsWith("Sie tragen vor."),
  );
  const opened = new Promise<void>((resolve) => page.once("popup", () => resolve()));
  await page.keyboard.press("s");
  await opened;
  const speaker = (await page.browserContext().pages()).find((one) => one !== page);
  if (speaker === undefined) throw new Error("no window");
  await speaker.waitForFunction(() => document.querySelector("#now-step")?.textContent === "Schritt 0 von 3");
  expect(await speaker.title()).toBe("Referentenansicht: Tones & <silences>");
  const names = await speaker.$$eval("button", (buttons) =>
    buttons.map((button) => button.getAttribute("aria-label") ?? button.textContent?.trim()),
  );
  expect(names).toEqual(
    expect.arrayContaining(["Uhr starten", "Schwarzer Bildschirm", "Zu einer Folie springen", "Weiter"]),
  );
});
