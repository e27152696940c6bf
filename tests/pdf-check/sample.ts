/** A small page with one of everything, printed by Chromium and finished as the handout is. */
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openBrowser } from "../../scripts/io/browser.ts";
import { FOLDER_ORIGIN, openFolderPage } from "../../scripts/io/browser/folder-page.ts";
import { finishPdf, openPrinted, type Finished } from "../../scripts/outputs/handout/finish.ts";

const PAGE = `<!doctype html><html lang="en"><head><title>Two legs</title>
<style>@font-face { font-family: Own; src: url(own.woff2); } body { font-family: Own; }</style></head><body>
<h1 id="top">Two legs</h1>
<h2>Years</h2>
<p>A line with <em lang="de">Jahre</em>, a <a href="#top">link</a> and <ruby>base<rt>reading</rt></ruby>.</p>
<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>
<table><tr><th scope="col">Year</th><th scope="col">What</th></tr><tr><td>1950</td><td>War</td></tr></table>
<figure><img alt="A square" src="square.svg" width="80" height="80"><figcaption>A square</figcaption></figure>
<aside>A first note.</aside><aside>A second note.</aside>
</body></html>`;

/** @param html another page instead of the sample */
export async function finishedSample(html = PAGE): Promise<Finished> {
  const folder = await mkdtemp(join(tmpdir(), "lanternist-sample-"));
  const browser = await openBrowser({ cacheFolder: join(folder, "cache") });
  try {
    const files = dirname(createRequire(import.meta.url).resolve("@fontsource/source-serif-4/package.json"));
    await copyFile(join(files, "files/source-serif-4-latin-400-normal.woff2"), join(folder, "own.woff2"));
    await writeFile(
      join(folder, "square.svg"),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z"/></svg>',
    );
    await writeFile(join(folder, "read.html"), html);
    const { page } = await openFolderPage(browser, folder);
    await page.goto(`${FOLDER_ORIGIN}/read.html`);
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    const { document } = await openPrinted(await page.pdf({ tagged: true, outline: false }));
    return finishPdf(document, {
      title: "Two legs",
      authors: ["Ada Lecturer"],
      subject: "",
      language: "en",
      identifier: "",
      license: "",
      date: undefined,
      bookmarks: [{ title: "Two legs", target: "top", children: [] }],
      cover: "Two legs",
      describeLink: () => "Two legs",
      families: ["Source Serif 4"],
      attachments: [],
    });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
