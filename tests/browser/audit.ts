/** Asks axe what it finds on a page. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One line per rule that is broken, with the elements that break it. */
export async function audit(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (options: {
          preload: boolean;
        }) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    // Without preload axe does not fetch the style sheets, which the page's policy would refuse it.
    const { violations } = await axe.run({ preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  });
}
