import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { showing, useSite } from "./helper.ts";

const site = useSite();

test("a part that does not load is said so, and can be tried again", async () => {
  const path = join(site.folder, "assets/eras/01-peace.js");
  await rename(path, `${path}.away`);
  const { page } = await site.open({ fragment: "#/peace/ceasefire" });
  await page.click("#start-silent");
  await page.waitForSelector("#retry", { visible: true });
  expect(await page.$eval("#notice", (notice) => notice.textContent)).toContain("does not load");
  expect(await page.$eval("input#seek", (seek) => seek.value)).toBe("8000");

  await rename(`${path}.away`, path);
  await page.click("#retry");
  await showing(page, "The ceasefire");
  expect(await page.$eval("#notice", (notice) => notice.textContent)).toBe("");
});
