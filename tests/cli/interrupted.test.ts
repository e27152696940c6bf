/** Whatever stops a build, the last good result is there and the next build works. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ended, makeHome, SMALL_DECK, type Home, type Running } from "./helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
  await home.write("talk", SMALL_DECK);
});
afterEach(() => home.remove());

/** Resolves when the program has printed this. */
function printed(child: Running, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = "";
    const look = (chunk: Buffer): void => {
      seen += chunk.toString();
      if (seen.includes(text)) resolve();
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.once("close", () => reject(new Error(`ended before it printed ${text}: ${seen}`)));
  });
}

const title = async () =>
  /<title>([^<]*)/.exec(await readFile(join(home.folder, "dist/index.html"), "utf8"))?.[1];
const hidden = async () => (await readdir(home.folder)).filter((name) => name.startsWith("."));

describe("a build that is killed", () => {
  /** A home with the last good result. */
  let good: Home;
  beforeAll(async () => {
    good = await makeHome();
    await good.write("talk", SMALL_DECK);
    const { code, stderr } = await good.run("build", "talk", "--only", "site");
    if (code !== 0) throw new Error(stderr);
  });
  afterAll(() => good.remove());

  it.each([
    "read  ",
    "sentence 1 of",
    "speak  ",
    "assets  ",
    "site  ",
    "as an article",
    "captions  ",
    "handout, study: page 0 of",
  ])("after it printed %j", async (stage) => {
    await cp(good.folder, home.folder, { recursive: true });
    await home.write("talk", { "deck.yaml": "title: Changed\n" });
    const child = home.start("build", "talk", "--cache", join(home.folder, "fresh-cache"));
    const gone = ended(child).catch(() => undefined);
    await printed(child, stage);
    child.kill("SIGKILL");
    await gone;
    expect(await title()).toContain("A small lecture");
    expect((await home.run("build", "talk", "--only", "site")).code).toBe(0);
    expect(await title()).toContain("Changed");
    expect(await hidden()).toEqual([]);
  });

  it("by Ctrl-C leaves nothing behind and says so", async () => {
    const child = home.start("build", "talk");
    const end = ended(child);
    await printed(child, "speak ");
    child.kill("SIGINT");
    const { code, stderr } = await end;
    expect([code, stderr]).toEqual([130, expect.stringContaining("the last finished build is untouched")]);
    expect((await readdir(home.folder)).sort()).toEqual(["cache", "talk"]);
  });
});

describe("two builds at once into one folder", () => {
  it("end with the whole result of one of them", async () => {
    await home.write("other", {
      "deck.yaml": "title: The other\nlanguage: en\n",
      "01-a.md": "## Alone {#alone}\n\nNarration:\nNobody is here.\n",
    });
    const [a, b] = await Promise.all([
      home.run("build", "talk", "--only", "site"),
      home.run("build", "other", "--only", "site"),
    ]);
    expect([a.code, b.code]).toEqual([0, 0]);
    const lecture = JSON.parse(await readFile(join(home.folder, "dist/lecture.json"), "utf8")) as {
      title: string;
    };
    expect(await title()).toContain(lecture.title);
    const text = await readFile(join(home.folder, "dist/read.html"), "utf8");
    expect(text.includes("Alone")).toBe(lecture.title === "The other");
    expect(await hidden()).toEqual([]);
  });
});

/** A disk of 300 kB. Only root can make one, and not in every container; elsewhere a disk that refuses is tested (`tests/io/publish.test.ts`). */
const mountSmallDisk = (folder: string): boolean =>
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=300k", "none", folder]).status === 0;

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "mount-"));
  const mounted = mountSmallDisk(folder);
  if (mounted) spawnSync("umount", [folder]);
  rmdirSync(folder);
  return mounted;
}

describe.runIf(canMount())("a full disk", () => {
  afterEach(() => void spawnSync("umount", [join(home.folder, "small")]));

  it("ends with exit code 3, the old result and nothing half-made", async () => {
    await mkdir(join(home.folder, "small"));
    expect(mountSmallDisk(join(home.folder, "small"))).toBe(true);
    await mkdir(join(home.folder, "small/dist"));
    await writeFile(
      join(home.folder, "small/dist/.lanternist.json"),
      '{"lanternist":"0","files":["index.html"]}',
    );
    await writeFile(join(home.folder, "small/dist/index.html"), "<title>Good</title>");
    const { code, stderr } = await home.run("build", "talk", "--out", "small/dist", "--only", "site");
    expect([code, stderr]).toEqual([3, expect.stringContaining("the disk is full")]);
    expect(await readdir(join(home.folder, "small"))).toEqual(["dist"]);
    expect(await readFile(join(home.folder, "small/dist/index.html"), "utf8")).toBe("<title>Good</title>");
  });
});
