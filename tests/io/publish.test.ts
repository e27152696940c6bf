import * as disk from "node:fs/promises";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MARKER } from "../../scripts/io/marker.ts";
import { BadOutFolder, openStaging, type Disk, type StagingOptions } from "../../scripts/io/publish.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "publish-"));
  await mkdir(join(root, "slides/media"), { recursive: true });
  await writeFile(join(root, "slides/media/a.png"), "picture");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = (options: Partial<StagingOptions> = {}) =>
  openStaging({ out: join(root, "dist"), deck: join(root, "slides"), ...options });

async function build(files: Record<string, string>, options: Partial<StagingOptions> = {}): Promise<void> {
  const staging = await open(options);
  for (const [path, text] of Object.entries(files)) await staging.write([{ path, text }]);
  await staging.publish();
}

const read = (path: string) => readFile(join(root, path), "utf8");
/** Everything beside the deck, hidden leftovers included. */
const beside = async () => (await readdir(root)).filter((name) => name !== "slides").sort();

it("refuses a link that leads nowhere", async () => {
  await symlink(join(root, "nowhere"), join(root, "dist"));
  await expect(open()).rejects.toThrow(/leads nowhere/);
  expect(await beside()).toEqual(["dist"]);
});

describe("publishing", () => {
  it("replaces the old result whole", async () => {
    await build({ "index.html": "one", "audio/a.mp3": "old" });
    await build({ "index.html": "two" });
    expect(await read("dist/index.html")).toBe("two");
    expect((await readdir(join(root, "dist"))).sort()).toEqual([MARKER, "index.html"]);
    expect(await beside()).toEqual(["dist"]);
  });

  it("copies files of the deck", async () => {
    const staging = await open();
    await staging.write([{ path: "assets/media/a.png", deckPath: "media/a.png" }]);
    await staging.publish();
    expect(await read("dist/assets/media/a.png")).toBe("picture");
  });

  it("keeps a file that the user put beside ours", async () => {
    await build({ "index.html": "one" });
    await writeFile(join(root, "dist/CNAME"), "example.org");
    await build({ "index.html": "two" });
    expect(await read("dist/CNAME")).toBe("example.org");
  });

  it("keeps the other outputs when only one is made", async () => {
    await build({ "index.html": "one", "handout.pdf": "old" });
    await build({ "handout.pdf": "new" }, { keepOld: true });
    expect([await read("dist/index.html"), await read("dist/handout.pdf")]).toEqual(["one", "new"]);
    await build({ "index.html": "two" });
    expect((await readdir(join(root, "dist"))).sort()).toEqual([MARKER, "index.html"]);
  });

  it("does not mix two builds at once", async () => {
    const [a, b] = await Promise.all([open(), open()]);
    expect(a.folder).not.toBe(b.folder);
    await Promise.all([
      a.write([{ path: "index.html", text: "a" }]),
      b.write([{ path: "index.html", text: "b" }]),
    ]);
    await Promise.all([a.write([{ path: "a.txt", text: "a" }]), b.write([{ path: "b.txt", text: "b" }])]);
    await Promise.all([a.publish(), b.publish()]);
    const winner = await read("dist/index.html");
    expect((await readdir(join(root, "dist"))).sort()).toEqual(
      [MARKER, `${winner}.txt`, "index.html"].sort(),
    );
    expect(await beside()).toEqual(["dist"]);
  });
});

describe("a build that does not finish", () => {
  it("leaves the last good result when the disk is full", async () => {
    await build({ "index.html": "good" });
    const full: Disk = {
      ...disk,
      writeFile: () => Promise.reject(Object.assign(new Error("no space"), { code: "ENOSPC" })),
    };
    const staging = await open({ disk: full });
    await expect(staging.write([{ path: "index.html", text: "half" }])).rejects.toThrow("no space");
    await staging.discard();
    expect(await read("dist/index.html")).toBe("good");
    expect(await beside()).toEqual(["dist"]);
  });

  it("has ended every file when one of many cannot be written", async () => {
    let underway = 0;
    const flaky: Disk = {
      ...disk,
      writeFile: async (...file) => {
        underway += 1;
        try {
          await disk.writeFile(...file);
          if (file[1] === "3") throw new Error("no space");
        } finally {
          underway -= 1;
        }
      },
    };
    const staging = await open({ disk: flaky });
    const many = Array.from({ length: 40 }, (_, i) => ({ path: `a/${i}.txt`, text: String(i) }));
    await expect(staging.write(many)).rejects.toThrow("no space");
    expect(underway).toBe(0);
    await staging.discard();
    expect(await beside()).toEqual([]);
  });

  it("puts the old result back when the new one cannot be moved in", async () => {
    await build({ "index.html": "good" });
    const stuck: Disk = {
      ...disk,
      rename: (from, to) =>
        String(from).includes(".building-") ? Promise.reject(new Error("stuck")) : rename(from, to),
    };
    const staging = await open({ disk: stuck });
    await staging.write([{ path: "index.html", text: "new" }]);
    await expect(staging.publish()).rejects.toThrow("stuck");
    expect(await read("dist/index.html")).toBe("good");
  });

  it("is mended by the next run when it was killed between the two renames", async () => {
    await build({ "index.html": "good" });
    await rename(join(root, "dist"), join(root, ".dist.old-4194304"));
    await mkdir(join(root, ".dist.building-4194304-1"));
    const staging = await open();
    expect(await read("dist/index.html")).toBe("good");
    await staging.discard();
    expect(await beside()).toEqual(["dist"]);
  });

  it("leaves a build of a living process alone", async () => {
    const other = join(root, `.dist.building-${process.ppid}-1`);
    await mkdir(other);
    await build({ "index.html": "mine" });
    expect(await beside()).toEqual([`.dist.building-${process.ppid}-1`, "dist"]);
  });
});

describe("a folder that cannot be renamed", () => {
  it("gets its files replaced, index.html last", async () => {
    await build({ "index.html": "one", "old.txt": "old" });
    const renamed: string[] = [];
    const mounted: Disk = {
      ...disk,
      rename(from, to) {
        if (from === join(root, "dist"))
          return Promise.reject(Object.assign(new Error("busy"), { code: "EBUSY" }));
        renamed.push(String(to).slice(root.length + 1));
        return rename(from, to);
      },
    };
    await build({ "index.html": "two", "a.txt": "a" }, { disk: mounted });
    expect(renamed.at(-1)).toBe("dist/index.html");
    expect((await readdir(join(root, "dist"))).sort()).toEqual([MARKER, "a.txt", "index.html"]);
    expect(await beside()).toEqual(["dist"]);
  });
});

describe("an out folder that must not be used", () => {
  it.each([
    ["the deck itself", "slides", "holds the deck"],
    ["a folder around the deck", ".", "holds the deck"],
    ["a folder in the deck", "slides/dist", "lies inside the deck"],
    ["a link to the deck", "link", "holds the deck"],
    ["somebody's own folder", "own", "did not make"],
    ["a file", "file.txt", "is a file"],
  ])("%s", async (_name, out, reason) => {
    await symlink(join(root, "slides"), join(root, "link"));
    await mkdir(join(root, "own"));
    await writeFile(join(root, "own/thesis.txt"), "years of work");
    await writeFile(join(root, "file.txt"), "x");
    const opening = open({ out: join(root, out) });
    await expect(opening).rejects.toThrow(BadOutFolder);
    await expect(opening).rejects.toThrow(reason);
    expect(await read("own/thesis.txt")).toBe("years of work");
  });

  it("may be empty", async () => {
    await mkdir(join(root, "dist"));
    await build({ "index.html": "one" });
    expect(await read("dist/index.html")).toBe("one");
  });
});

describe("an output that names a path outside", () => {
  it.each([
    { path: "../x", text: "" },
    { path: "assets/x", deckPath: "media/link" },
  ])("%j", async (file) => {
    await writeFile(join(root, "secret"), "secret");
    await symlink(join(root, "secret"), join(root, "slides/media/link"));
    const staging = await open();
    await expect(staging.write([file])).rejects.toThrow(/outside|leads out/);
    await staging.discard();
  });
});

describe("a build with private notes", () => {
  const speaker = { speaker: true } as const;

  it("does not go into a folder that holds a public one, nor a public one into its own", async () => {
    await build({ "index.html": "public" });
    await expect(open(speaker)).rejects.toThrow(/adds your private notes; name another folder/);
    await build({ "index.html": "mine" }, { ...speaker, out: join(root, "mine") });
    await expect(open({ out: join(root, "mine") })).rejects.toThrow(/holds a build with private notes/);
    expect([await read("dist/index.html"), await read("mine/index.html")]).toEqual(["public", "mine"]);
    await build({ "index.html": "mine again" }, { ...speaker, out: join(root, "mine") });
    expect(await read("mine/index.html")).toBe("mine again");
  });

  it("is refused when the other kind was put there meanwhile", async () => {
    const staging = await open();
    await build({ "index.html": "mine" }, speaker);
    await staging.write([{ path: "index.html", text: "public" }]);
    await expect(staging.publish()).rejects.toThrow(BadOutFolder);
    expect(await read("dist/index.html")).toBe("mine");
    await staging.discard();
  });

  it("is known by its notes where the marker is damaged", async () => {
    await build({ "assets/notes/00-war.js": "notes" }, speaker);
    await writeFile(join(root, "dist", MARKER), "{");
    await expect(open()).rejects.toThrow(/holds a build with private notes/);
  });
});
