import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { DECK, says, usePreview } from "./preview.ts";

const program = fileURLToPath(new URL("../narration/voices/speaking-program.mjs", import.meta.url));
/** Says nothing as long as there is a file of this name beside the deck. */
const HELD = "../held";
const robot = { command: [process.execPath, program, "--held", "held"] };

const preview = usePreview(["--voice", "robot"], {
  ...DECK,
  "../config/lanternist/config.yaml": JSON.stringify({ voices: { robot } }),
});

test("who presses Play after a save hears the edited sentence from its start, with its caption", async () => {
  const { page, loads, complaints } = await preview.open();
  await page.waitForSelector("#start-with-sound", { visible: true });
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("#start-with-sound")?.click();
    document.querySelector<HTMLElement>("#play")?.click();
    document.querySelector<HTMLElement>("#captions")?.click();
    document.querySelector<HTMLElement>("#transcript")?.click();
  });
  await page.keyboard.press("ArrowDown");
  await says(page, "Stone");
  // Each sound, and from where it came on.
  await page.evaluate(() => {
    const audio = document.querySelector<HTMLAudioElement>("#narration");
    audio?.addEventListener("playing", () => {
      audio.dataset["heard"] = `${audio.dataset["heard"] ?? ""} ${audio.src}@${audio.currentTime}`;
    });
  });
  const heard = async (count: number): Promise<{ path: string; seconds: number }[]> => {
    await page.waitForFunction(
      (wanted) =>
        (document.querySelector<HTMLElement>("#narration")?.dataset["heard"]?.split(" ").length ?? 0) >
        wanted,
      { timeout: 60_000 },
      count,
    );
    const list = await page.$eval("#narration", (audio) => audio.getAttribute("data-heard") ?? "");
    return list
      .trim()
      .split(" ")
      .map((entry) => ({ path: entry.split("@")[0] ?? "", seconds: Number(entry.split("@")[1]) }));
  };
  await page.keyboard.press("k");
  const [first] = await heard(1);
  await page.keyboard.press("k");

  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await preview.write(HELD, "");
  await preview.write(
    "01-war.md",
    (DECK["01-war.md"] ?? "").replace("A stone is laid.", "Seven heavy stones were laid."),
  );
  await page.waitForFunction(
    () => document.querySelector("#transcript-list")?.textContent?.includes("Seven heavy stones"),
    { polling: "mutation" },
  );
  await page.keyboard.press("k");
  const said = () => page.$eval(".preview-said", (status) => status.textContent);
  await page.waitForFunction(() => document.querySelector(".preview-said")?.textContent !== "", {
    polling: "mutation",
  });
  expect(await said()).toBe("This slide is being said. It begins as soon as it is ready.");
  await rm(join(preview.folder, HELD));
  const [, second] = await heard(2);
  expect(await said()).toBe("");
  expect(second?.path).not.toBe(first?.path);
  expect(second?.seconds).toBeLessThan(0.2);
  await page.waitForFunction(
    () => document.querySelector("#caption")?.textContent?.includes("Seven heavy stones"),
    { polling: "mutation" },
  );
  expect(loads()).toBe(1);
  expect(complaints).toEqual([]);
});
