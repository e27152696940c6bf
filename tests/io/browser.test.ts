import { execFileSync } from "node:child_process";
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findBrowser, openBrowser } from "../../scripts/io/browser.ts";
import { MissingBrowser } from "../../scripts/io/missing-browser.ts";
import { listCandidates } from "../../scripts/io/browser/candidates.ts";
import { FOLDER_ORIGIN, openFolderPage } from "../../scripts/io/browser/folder-page.ts";
import { unpackBrowser, unpackFonts } from "../../scripts/io/browser/packaged.ts";
import { tarFiles } from "../../scripts/io/browser/tar.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lanternist-browser-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The package's browser is there on 64-bit Linux only. */
const onLinux = process.platform === "linux" && process.arch === "x64";

async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe("listCandidates", () => {
  test("tries the chosen one, then the system's, then Puppeteer's, then the packaged one", async () => {
    const system = await program("bin/chromium", "exit 1");
    const puppeteers = await program(
      "cache/chrome-headless-shell/linux-140.0.1.2/chrome-headless-shell-linux64/chrome-headless-shell",
      "exit 1",
    );
    const env = { PATH: dirname(system), PUPPETEER_CACHE_DIR: join(folder, "cache") };
    const candidates = await listCandidates({ env, chosen: "/my/chrome" });
    const expected = [
      { source: "chosen", path: "/my/chrome" },
      { source: "system", path: system },
      { source: "puppeteer", path: puppeteers },
    ];
    expect(candidates.slice(0, 3)).toEqual(expected);
    expect(candidates.slice(3).map(({ source }) => source)).toEqual(onLinux ? ["packaged"] : []);
  });

  test("takes the environment's browser as the chosen one, and no program from a relative PATH", async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: "/env/chrome", PATH: ".:bin", HOME: folder };
    const candidates = await listCandidates({ env, sources: ["chosen", "system"] });
    expect(candidates).toEqual([{ source: "chosen", path: "/env/chrome" }]);
  });
});

describe("findBrowser", () => {
  test("says why each place was rejected, and the error says how to get a browser", async () => {
    const broken = await program(
      "broken/chromium",
      "echo 'libnss3.so: cannot open shared object file' >&2; exit 127",
    );
    const env = { PATH: dirname(broken), HOME: folder };
    const { found, trials } = await findBrowser({ cacheFolder: folder, env, sources: ["system"] });
    expect(found).toBeUndefined();
    expect(trials).toEqual([
      { source: "system", path: broken, rejected: "libnss3.so: cannot open shared object file" },
    ]);
    const error = await openBrowser({ cacheFolder: folder, env, sources: ["system"] }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(MissingBrowser);
    expect(String(error)).toContain(`${broken}: libnss3.so`);
    expect(String(error)).toContain("apt-get install chromium");
  });

  test("never replaces a chosen browser that does not start", async () => {
    const { trials } = await findBrowser({ cacheFolder: folder, chosen: join(folder, "nowhere") });
    expect(trials.map(({ source }) => source)).toEqual(["chosen"]);
  });

  test("finds one here, with its version", async () => {
    const { found } = await findBrowser({ cacheFolder: join(folder, "found") });
    expect(found?.version).toMatch(/Chrome\/\d+/);
  });
});

/** A package of the same make as the real one, with a shell script for a browser. */
async function smallPackage(): Promise<string> {
  const bin = join(folder, "package/bin");
  await mkdir(bin, { recursive: true });
  await writeFile(join(folder, "package/package.json"), '{ "version": "1.2.3" }');
  await writeFile(join(bin, "chromium.br"), brotliCompressSync("#!/bin/sh\nexit 1\n"));
  await writeFile(join(folder, "libmissing.so.1"), "library");
  await writeFile(join(folder, "Only-Regular.ttf"), "font");
  const fonts = execFileSync("tar", ["-cf", "-", "-C", folder, "Only-Regular.ttf"]);
  await writeFile(join(bin, "fonts.tar.br"), brotliCompressSync(fonts));
  const libraries = execFileSync("tar", ["-cf", "-", "-C", folder, "libmissing.so.1"]);
  await writeFile(join(bin, "al2023.tar.br"), brotliCompressSync(libraries));
  return bin;
}

describe("unpackBrowser", () => {
  test("unpacks once for two at a time, with the libraries that the system lacks", async () => {
    const cacheFolder = join(folder, "unpack-two");
    const bin = await smallPackage();
    const [one, two] = await Promise.all([unpackBrowser(bin, cacheFolder), unpackBrowser(bin, cacheFolder)]);
    expect(one.path).toBe(two.path);
    expect(one.path).toContain("chromium-1.2.3-");
    expect(await readdir(one.libraries ?? "")).toEqual(["libmissing.so.1"]);
    // Nothing half-made and no lock stays behind.
    expect(await readdir(join(cacheFolder, "browser"))).toHaveLength(1);
  });

  test("sees a file that was cut off by its size, and other bytes by their digest", async () => {
    const cacheFolder = join(folder, "unpack-damaged");
    const bin = await smallPackage();
    const first = await unpackBrowser(bin, cacheFolder);
    expect(await first.isIntact()).toBe(true);
    await truncate(first.path, 3);
    expect(await readFile((await unpackBrowser(bin, cacheFolder)).path, "utf8")).toBe("#!/bin/sh\nexit 1\n");
    await writeFile(first.path, "#!/bin/sh\nexit 7\n");
    expect(await first.isIntact()).toBe(false);
  });

  test("leaves nothing behind when the package itself is cut off", async () => {
    const cacheFolder = join(folder, "unpack-cut");
    const bin = await smallPackage();
    await truncate(join(bin, "chromium.br"), 5);
    await expect(unpackBrowser(bin, cacheFolder)).rejects.toThrow("unexpected end of file");
    expect(await readdir(join(cacheFolder, "browser"))).toEqual([]);
  });
});

test("unpackFonts writes a font configuration that names the unpacked fonts only", async () => {
  const config = await unpackFonts(await smallPackage(), join(folder, "unpack-fonts"));
  const text = await readFile(config, "utf8");
  expect([...text.matchAll(/<dir>(.*)<\/dir>/g)].map(([, dir]) => dir)).toEqual([
    join(dirname(config), "fonts"),
  ]);
  expect(await readdir(join(dirname(config), "fonts"))).toEqual(["Only-Regular.ttf"]);
});

test.runIf(onLinux)("no browser sees the machine's fonts", async () => {
  const browser = await openBrowser({ cacheFolder: join(folder, "fonts") });
  const page = await browser.newPage();
  await page.setContent("<p style='font-family: DejaVu Serif, serif'>Text");
  const session = await page.createCDPSession();
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "p" });
  await session.send("CSS.enable");
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  await browser.close();
  expect(fonts.map(({ familyName }) => familyName)).toEqual(["Open Sans"]);
});

test.runIf(onLinux)("the packaged browser prints, even when its unpacked copy was damaged", async () => {
  const cacheFolder = join(folder, "packaged");
  const [packaged] = await listCandidates({ env: {}, sources: ["packaged"] });
  const { path } = await unpackBrowser(packaged?.path ?? "", cacheFolder);
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(4096), 0, 4096, 0);
  await file.close();
  const browser = await openBrowser({ cacheFolder, sources: ["packaged"] });
  const page = await browser.newPage();
  await page.setContent("<h1>Printed</h1>");
  const pdf = await page.pdf();
  await browser.close();
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe("%PDF-");
});

test("tarFiles reads files and refuses an archive that is cut off", async () => {
  await mkdir(join(folder, "tar"), { recursive: true });
  await writeFile(join(folder, "tar/a.txt"), "first");
  await writeFile(join(folder, "tar/b.txt"), "x".repeat(1500));
  const archive = execFileSync("tar", [
    "-cf",
    "-",
    "--format=ustar",
    "-C",
    join(folder, "tar"),
    "a.txt",
    "b.txt",
  ]);
  const files = tarFiles(archive);
  expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ["a.txt", 5],
    ["b.txt", 1500],
  ]);
  expect(() => tarFiles(archive.subarray(0, 2000))).toThrow("cut off in b.txt");
});

describe("openFolderPage", () => {
  test("reads the folder's own files, runs no script, and refuses everything else", async () => {
    const site = join(folder, "site");
    const outside = join(folder, "outside.css");
    await mkdir(site, { recursive: true });
    await writeFile(outside, "h1 { color: rgb(9, 9, 9) }");
    await symlink(outside, join(site, "link.css"));
    await writeFile(
      join(site, "own.css"),
      'h1 { color: rgb(1, 2, 3); background: url("file:///etc/hostname") }',
    );
    const html = `<!doctype html><link rel=stylesheet href=own.css><link rel=stylesheet href=link.css>
      <link rel=stylesheet href="../outside.css"><link rel=stylesheet href="%2e%2e%2foutside.css">
      <img src="http://127.0.0.1:1/a.png"><img src="https://example.org/b.png"><iframe src="file:///etc/passwd"></iframe>
      <svg><image href="https://example.org/c.png"/></svg><script>document.title = "ran"</script><h1>Title</h1>`;
    await writeFile(join(site, "page.html"), html);
    const browser = await openBrowser({ cacheFolder: folder });
    try {
      const { page, refused } = await openFolderPage(browser, site);
      await page.goto(`${FOLDER_ORIGIN}/page.html`, { waitUntil: "load" });
      const seen = await page.evaluate(
        "[document.title, getComputedStyle(document.querySelector('h1')).color]",
      );
      expect(seen).toEqual(["", "rgb(1, 2, 3)"]);
      expect([...refused].sort()).toEqual(
        [
          "https://example.org/b.png",
          "https://example.org/c.png",
          "http://127.0.0.1:1/a.png",
          `${FOLDER_ORIGIN}/%2e%2e%2foutside.css`,
          `${FOLDER_ORIGIN}/link.css`,
          `${FOLDER_ORIGIN}/outside.css`,
        ].sort(),
      );
    } finally {
      await browser.close();
    }
  });
});
