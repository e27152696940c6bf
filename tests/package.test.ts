import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const clone = join(dirname(fileURLToPath(import.meta.url)), "..");

/** A folder with the packed program in `node_modules`, and the clone's other packages beside it: what `npm install lanternist` gives. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "package-"));
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], {
    cwd: clone,
  });
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "lanternist"), { recursive: true });
  const tarball = stdout.trim().split("\n").at(-1) ?? "";
  await run("tar", [
    "-xzf",
    join(folder, tarball),
    "-C",
    join(modules, "lanternist"),
    "--strip-components=1",
  ]);
  await linkPackages(join(clone, "node_modules"), modules);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function linkPackages(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    if (name.startsWith(".")) continue;
    if (name.startsWith("@")) {
      await mkdir(join(to, name), { recursive: true });
      await linkPackages(join(from, name), join(to, name));
    } else if (!existsSync(join(to, name))) await symlink(join(from, name), join(to, name));
  }
}

const lanternist = (...args: string[]) =>
  run(process.execPath, [join(folder, "node_modules/lanternist/lib/cli.js"), ...args], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: join(folder, "cache"), XDG_CONFIG_HOME: join(folder, "config") },
  });

describe("the packed program in an empty folder", () => {
  it("starts a deck and builds it with sound and handout", async () => {
    const started = await lanternist("new", "talk");
    expect(started.stdout).toContain("lanternist build talk/slides");
    const { stdout, stderr } = await lanternist("build", "talk/slides");
    expect(stderr).not.toMatch(/ (?:error|warning) \[/);
    expect(stdout).toContain("handout.pdf");
    expect((await readFile(join(folder, "dist/handout.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await readdir(join(folder, "dist/audio"))).every((name) => name.endsWith(".mp3"))).toBe(true);
    expect(await readFile(join(folder, "dist/index.html"), "utf8")).toContain("The first lighthouse");
  }, 180_000);

  it("carries its guides and licences, and none of its tests", async () => {
    const files = await readdir(join(folder, "node_modules/lanternist"));
    expect(files).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "THIRD-PARTY.md",
        "README.md",
        "CHANGELOG.md",
        "docs",
        "lib",
        "licenses",
        "templates",
      ]),
    );
    expect(files).not.toContain("tests");
  });

  it("carries no messages of zod in languages that it never speaks", async () => {
    // `import { z } from "zod"` brings them, half a megabyte at every start; `import * as z` does not.
    const lib = join(folder, "node_modules/lanternist/lib");
    const entry = await readFile(join(lib, "cli.js"), "utf8");
    const loaded = [...entry.matchAll(/"\.\/(chunk-[^"]+\.js)"/g)].map((match) => match[1] ?? "");
    expect(loaded.length).toBeGreaterThan(0);
    for (const name of loaded)
      expect([name, (await readFile(join(lib, name), "utf8")).includes("Неверный ввод")]).toEqual([
        name,
        false,
      ]);
  });
});
