import { expect, test } from "vitest";
import { tonesLecture } from "./fixture.ts";
import { look, seekTo, useSite } from "./helper.ts";

const site = useSite(() => tonesLecture({ language: "de-AT", silent: true }));

test("the interface speaks the deck's language; a lecture without sound offers none", async () => {
  const { page } = await site.open();
  expect(await page.$$eval(".start-button", (buttons) => buttons.map((b) => b.textContent?.trim()))).toEqual([
    "Stumm starten, mit Untertiteln",
  ]);
  expect(await page.$eval(".start-voice", (line) => line.textContent)).toBe("Dieser Vortrag hat keinen Ton.");
  await page.click("#start-silent");
  await page.click("#play");
  await seekTo(page, 3_500);
  expect(await page.$eval("#seek", (slider) => slider.getAttribute("aria-label"))).toBe("Springen");
  expect((await look(page)).valueText).toBe("00:03 von 00:16, Whose war?");
  expect(await page.$("#mute")).toBeNull();
});
