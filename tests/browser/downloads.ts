/** Gives what the browser saves when something is pressed. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";

/**
 * Presses, waits until the file is saved, and takes it away again.
 * @param folder where the browser shall save it
 * @param name of the file that is expected
 */
export async function downloaded(
  page: Page,
  folder: string,
  name: string,
  press: () => Promise<void>,
): Promise<string> {
  const session = await page.browser().target().createCDPSession();
  const { targetInfo } = await (await page.createCDPSession()).send("Target.getTargetInfo");
  await session.send("Browser.setDownloadBehavior", {
    behavior: "allow",
    downloadPath: folder,
    eventsEnabled: true,
    ...(targetInfo.browserContextId !== undefined && { browserContextId: targetInfo.browserContextId }),
  });
  const done = new Promise<void>((resolve) => {
    session.on("Browser.downloadProgress", ({ state }) => {
      if (state === "completed") resolve();
    });
  });
  await press();
  await done;
  const path = join(folder, name);
  const text = await readFile(path, "utf8");
  await rm(path);
  return text;
}
