/** A deck that somebody else wrote, who means no good: it builds, or is refused with a message, and does nothing else. */
import { mkdir, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "../../scripts/io/browser.ts";
import { makeHome, SMALL_DECK, type Ended, type Home } from "../cli/helper.ts";

const ATTACK = "window.attacked=true";
const HOSTILE = `## <script>${ATTACK}</script>Title {#one data-background-iframe="https://evil.example/" data-background-image="https://evil.example/a.png"}

<script>${ATTACK}</script>
<img src="x.png" onerror="${ATTACK}">
<svg onload="${ATTACK}"><script>${ATTACK}</script><a xlink:href="javascript:${ATTACK}"><text>x</text></a><foreignObject><iframe srcdoc="<script>${ATTACK}</script>"></iframe></foreignObject></svg>
<iframe src="https://evil.example/"></iframe>
<style>@import url(https://evil.example/a.css); .slide{background:url(https://evil.example/b.png)}</style>
<link rel="stylesheet" href="https://evil.example/c.css"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<object data="https://evil.example/"></object><embed src="https://evil.example/"><base href="https://evil.example/">
<form action="https://evil.example/"><button formaction="javascript:${ATTACK}">go</button></form>
<video autoplay src="https://evil.example/v.mp4"></video>

<a href="javascript:${ATTACK}">raw</a> [click me](javascript:${ATTACK}) [and me](vbscript:x) [data](data:text/html,<script>${ATTACK}</script>) ![remote](https://evil.example/r.png)

Words{onclick="${ATTACK}" style="background:url(https://evil.example/s.png)"}

![drawing](evil.svg)

Narration:
Words with <img src=y onerror="${ATTACK}"> and [a link](javascript:${ATTACK}) and <b onmouseover="${ATTACK}">bold</b>.

Note:
SECRET-NOTE-OF-THE-LECTURER <script>${ATTACK}</script>
`;
const EVIL_SVG = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="${ATTACK}"><script>${ATTACK}</script><image xlink:href="https://evil.example/i.png"/><use href="https://evil.example/u.svg#x"/><set attributeName="onclick" to="${ATTACK}"/><rect style="fill:url(https://evil.example/f.svg#x)" width="9" height="9"/></svg>`;

let home: Home;
let result: Ended;
beforeAll(async () => {
  home = await makeHome();
  await home.write("talk", {
    ...SMALL_DECK,
    "deck.yaml": `title: "</script><script>${ATTACK}</script>"\nsubtitle: "\\"><img src=x onerror=${ATTACK}>"\nlanguage: en\n`,
    "03-hostile.md": HOSTILE,
    "evil.svg": EVIL_SVG,
    "x.png": "not a picture",
    y: "nothing",
    "templates/layouts/text.hbs": "<script>window.attacked=true</script>",
    "templates/theme.css": "* { background: url(https://evil.example/t.png) }",
  });
  result = await home.run("build", "talk", "--no-audio");
}, 120_000);
afterAll(() => home.remove());

/** Every byte that is published, as text. */
async function published(): Promise<{ name: string; text: string }[]> {
  const entries = await readdir(join(home.folder, "dist"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => ({
      name,
      text: await readFile(join(parentPath, name), "latin1"),
    })),
  );
}

describe("a hostile deck", () => {
  it("is built, and what was taken out is said", () => {
    expect([result.code, result.stderr]).toEqual([0, expect.stringContaining("removed-markup")]);
    for (const code of ["bad-link", "remote-picture", "untrusted-code"])
      expect(result.stderr).toContain(code);
    expect(result.stderr).not.toMatch(/^ +at /m);
  });

  it("publishes no note of the lecturer", async () => {
    for (const { name, text } of await published())
      expect([name, text.includes("SECRET-NOTE"), text.includes("private thought")]).toEqual([
        name,
        false,
        false,
      ]);
  });

  it("runs nothing, asks for nothing and breaks no policy when it is opened", async () => {
    const browser: Browser = await openBrowser({ cacheFolder: join(home.folder, "cache") });
    try {
      for (const file of ["index.html", "read.html"]) {
        const page = await browser.newPage();
        const asked: string[] = [];
        page.on("request", (request) => void asked.push(request.url()));
        await page.evaluateOnNewDocument(() => {
          document.addEventListener("securitypolicyviolation", (event) => {
            (globalThis as unknown as { violations: string[] }).violations ??= [];
            (globalThis as unknown as { violations: string[] }).violations.push(
              `${event.violatedDirective} ${event.blockedURI}`,
            );
          });
        });
        await page.goto(`${pathToFileURL(join(home.folder, "dist", file)).href}#/hostile/one`);
        if (file === "index.html") {
          await page.locator("::-p-aria(Start silent, with captions)").click();
          await page.waitForFunction(
            () => document.querySelector('.slides [data-slide="hostile/one"] h2') !== null,
          );
        }
        const state = await page.evaluate(() => ({
          attacked: "attacked" in globalThis,
          violations: (globalThis as unknown as { violations?: string[] }).violations ?? [],
          handlers: [...document.querySelectorAll("*")].flatMap((e) =>
            e.getAttributeNames().filter((name) => name.startsWith("on")),
          ),
          frames: document.querySelectorAll(
            "iframe, object, embed, base, form, link[href^='http'], meta[http-equiv='refresh']",
          ).length,
          links: [...document.querySelectorAll("a[href]")]
            .map((a) => a.getAttribute("href") ?? "")
            .filter((href) => /^(javascript|data|vbscript):/i.test(href)),
        }));
        expect([file, state]).toEqual([
          file,
          { attacked: false, violations: [], handlers: [], frames: 0, links: [] },
        ]);
        expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:"))).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});

describe("a deck that is refused", () => {
  it.each([
    [
      "code as front matter",
      { "01-a.md": "---js\nmodule.exports = { title: process.exit(7) }\n---\n\n## A\n" },
      1,
      "01-a.md:1:4",
    ],
    ["a setting that is code", { "01-first.md": "## A {onclick=alert}\n" }, 1, "01-first.md:1:7"],
    [
      "a YAML bomb",
      {
        "deck.yaml": `title: A\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
      },
      1,
      "deck.yaml",
    ],
    ["sources outside the deck", { "deck.yaml": "title: A\nsources: ../secret.json\n" }, 1, "deck.yaml:2"],
    ["a picture outside the deck", { "01-first.md": "## A\n\n![x](../secret.png)\n" }, 1, "01-first.md"],
    [
      "bytes that are no text",
      { "01-first.md": new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0x41, 0x0a]) },
      1,
      "01-first.md:1",
    ],
    ["an empty folder", undefined, 1, "no"],
  ])("%s", async (_name, files, code, where) => {
    const own = await makeHome();
    try {
      await mkdir(join(own.folder, "talk"));
      await writeFile(join(own.folder, "secret.json"), "[]");
      if (files !== undefined) await own.write("talk", { ...SMALL_DECK, ...files });
      const ended = await own.run("build", "talk", "--no-audio", "--only", "site");
      expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(where)]);
      expect(ended.stderr).not.toMatch(/^ +at /m);
      expect(await readdir(own.folder)).not.toContain("dist");
    } finally {
      await own.remove();
    }
  });

  it("a link out of the folder", async () => {
    const own = await makeHome();
    try {
      await own.write("talk", SMALL_DECK);
      await writeFile(join(own.folder, "secret.md"), "## Secret\n");
      await rm(join(own.folder, "talk/02-second.md"));
      await symlink(join(own.folder, "secret.md"), join(own.folder, "talk/02-second.md"));
      const { code, stderr } = await own.run("build", "talk", "--no-audio", "--only", "site");
      expect([code, stderr]).toEqual([1, expect.stringContaining("02-second.md:1:1 error [outside-deck]")]);
    } finally {
      await own.remove();
    }
  });
});
