/** Gives what the browser saves when something is pressed. */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";

/**
 * Presses, waits until the file is saved, and takes it away again.
 * @param folder where the browser shall save it
 * @param name of the file that is expected
 */
export async function downloadedBytes(
  page: Page,
  folder: string,
  name: string,
  press: () => Promise<void>,
): Promise<Uint8Array> {
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
  const bytes = await readFile(path);
  await rm(path);
  return bytes;
}

/** The same of a text. */
export const downloaded = async (...asked: Parameters<typeof downloadedBytes>): Promise<string> =>
  new TextDecoder().decode(await downloadedBytes(...asked));
