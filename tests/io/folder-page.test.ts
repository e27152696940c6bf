/** Every way in which a page could reach out while it is printed: none reads a file of the machine or meets another host. */
import { createServer, type Server } from "node:http";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../../scripts/io/browser.ts";
import { FOLDER_ORIGIN, openFolderPage } from "../../scripts/io/browser/folder-page.ts";

const SECRET = "Zyzzyvapor";
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" id="all" width="300" height="40"><text y="20">${SECRET}</text></svg>`;

let folder: string;
let browser: Browser;
let server: Server;
let host: string;
/** What the other host was asked for. */
const asked: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lanternist-reach-"));
  await mkdir(join(folder, "site"));
  await writeFile(join(folder, "secret.svg"), DRAWING);
  await writeFile(join(folder, "secret.html"), `<p>${SECRET}</p>`);
  await writeFile(join(folder, "secret.css"), `h1::after { content: "${SECRET}" }`);
  await symlink(join(folder, "secret.svg"), join(folder, "site/link.svg"));
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("content-type", "image/svg+xml").end(DRAWING);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser({ cacheFolder: folder });
});
afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** The text of the page on paper, and what it asked for in vain. */
async function print(html: string, css = ""): Promise<{ text: string; refused: readonly string[] }> {
  const head = `<!doctype html><html lang="en"><title>x</title><link rel="stylesheet" href="own.css">`;
  const texts = new Map([
    ["page.html", `${head}<h1 id="title">Title</h1>${html}`],
    ["own.css", css],
  ]);
  const { page, refused } = await openFolderPage(browser, join(folder, "site"), texts);
  try {
    await page.goto(`${FOLDER_ORIGIN}/page.html`, { waitUntil: "load" });
    await page.evaluate("Promise.all([...document.fonts].map((face) => face.load().catch(() => undefined)))");
    return { text: await textOf(await page.pdf({ tagged: true })), refused };
  } finally {
    await page.close();
  }
}

async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const { items } = await (await document.getPage(1)).getTextContent();
  await document.destroy();
  return items.map((item) => ("str" in item ? item.str : "")).join("");
}

test("what is in the folder is shown", async () => {
  await writeFile(join(folder, "site/own.svg"), DRAWING);
  const { text, refused } = await print('<img src="own.svg" alt="">');
  expect([text, refused]).toEqual([expect.stringContaining(SECRET), []]);
});

test("what a page asks for late is waited for", async () => {
  const names = Array.from({ length: 20 }, (_, n) => `late-${n}.svg`);
  for (const name of names) await writeFile(join(folder, "site", name), DRAWING);
  const css = `.late { background: ${names.map((name) => `url(${name})`).join(", ")} }`;
  const texts = new Map([
    ["page.html", `<!doctype html><link rel="stylesheet" href="own.css"><p>x`],
    ["own.css", css],
  ]);
  const { page, refused, answered } = await openFolderPage(browser, join(folder, "site"), texts);
  try {
    await page.goto(`${FOLDER_ORIGIN}/page.html`, { waitUntil: "load" });
    const loaded = `performance.getEntriesByType("resource").filter(({ name }) => /late/.test(name)).length`;
    const ask = `document.querySelector("p").className = "late"; document.body.offsetHeight; ${loaded}`;
    const before = await page.evaluate(ask);
    await answered();
    expect([before, await page.evaluate(loaded), refused]).toEqual([0, names.length, []]);
  } finally {
    await page.close();
  }
});

describe("no file outside the folder is read", () => {
  const file = (): string => `file://${folder}/secret`;
  test.each([
    ["a path up", () => ['<img src="../secret.svg">', ""]],
    ["a path up, written in numbers", () => ['<img src="%2e%2e%2fsecret.svg">', ""]],
    ["a path up with other slashes", () => ['<img src="..%5csecret.svg"><img src="..\\secret.svg">', ""]],
    ["a link on the disk", () => ['<img src="link.svg">', ""]],
    ["the machine's own root", () => [`<img src="//localhost${folder}/secret.svg">`, ""]],
    ["an address of a file", () => [`<img src="${file()}.svg"><img srcset="${file()}.svg 1x">`, ""]],
    ["a style sheet", () => [`<link rel="stylesheet" href="${file()}.css">`, ""]],
    ["an imported style sheet", () => ["", `@import "${file()}.css"; @import url(../secret.css);`]],
    ["a background", () => ["", `h1 { background: url("${file()}.svg"); mask: url(../secret.svg) }`]],
    ["a picture as text", () => ["", `h1::after { content: url("${file()}.svg") url(../secret.svg) }`]],
    [
      "a drawing's picture",
      () => [`<svg><image href="${file()}.svg"/><image href="../secret.svg"/></svg>`, ""],
    ],
    [
      "a drawing's part",
      () => [`<svg><use href="${file()}.svg#all"/><use href="../secret.svg#all"/></svg>`, ""],
    ],
    ["a frame", () => [`<iframe src="${file()}.html"></iframe><iframe src="../secret.html"></iframe>`, ""]],
    ["a frame's own text", () => [`<iframe srcdoc='<img src="${file()}.svg">'></iframe>`, ""]],
    ["an object", () => [`<object data="${file()}.html"></object><embed src="../secret.svg">`, ""]],
    ["a page that moves on", () => [`<meta http-equiv="refresh" content="0;url=${file()}.html">`, ""]],
    ["another base", () => [`<base href="file://${folder}/"><img src="secret.svg">`, ""]],
    ["a font", () => ["", `@font-face { font-family: X; src: url("${file()}.svg") } h1 { font-family: X }`]],
  ])("%s", async (_, page) => {
    const [html = "", css = ""] = page();
    const { text } = await print(html, css);
    expect(text).toContain("Title");
    expect(text).not.toContain(SECRET);
  });
});

describe("no other host is met, and what was asked for is told", () => {
  test.each([
    ["a picture", () => [`<img src="${host}/a">`, ""]],
    ["a style sheet", () => [`<link rel="stylesheet" href="${host}/a">`, ""]],
    ["an imported style sheet", () => ["", `@import "${host}/a";`]],
    ["a background", () => ["", `h1 { background: url(${host}/a) }`]],
    ["a drawing's picture", () => [`<svg><image href="${host}/a"/></svg>`, ""]],
    ["a frame", () => [`<iframe src="${host}/a"></iframe>`, ""]],
    ["an object", () => [`<object data="${host}/a"></object>`, ""]],
    ["a film", () => [`<video src="${host}/a" poster="${host}/a" preload="auto"></video>`, ""]],
    ["a page that moves on", () => [`<meta http-equiv="refresh" content="0;url=${host}/a">`, ""]],
    ["a font", () => ["", `@font-face { font-family: X; src: url(${host}/a) } h1 { font-family: X }`]],
    ["an address behind the folder's own", () => [`<img src="${FOLDER_ORIGIN}/../${host}/a">`, ""]],
  ])("%s", async (_, page) => {
    const [html = "", css = ""] = page();
    const { text, refused } = await print(html, css);
    expect(asked).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
    expect(text).toContain("Title");
  });

  test.each([
    [
      "what may be wanted later",
      () => `<link rel="prefetch" href="${host}/a"><link rel="preconnect" href="${host}">`,
    ],
    ["a part of another drawing", () => `<svg><use href="${host}/a#all"/></svg>`],
    [
      "a script, which is not run",
      () => `<script src="${host}/a"></script><script>fetch("${host}/a")</script>`,
    ],
    ["a link that tells of itself", () => `<a href="#title" ping="${host}/a">x</a>`],
  ])("%s is not even asked for", async (_, page) => {
    const { text } = await print(page());
    expect(asked).toEqual([]);
    expect(text).toContain("Title");
  });
});
