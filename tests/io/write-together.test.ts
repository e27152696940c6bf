import * as disk from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeTogether, type WritingDisk } from "../../scripts/io/write-together.ts";

let root: string;
beforeEach(async () => {
  root = await disk.realpath(await disk.mkdtemp(join(tmpdir(), "lanternist-write-")));
  await disk.writeFile(join(root, "old.md"), "old");
});
afterEach(() => disk.rm(root, { recursive: true, force: true }));

const signal = new AbortController().signal;
const files = ["courses/a.md", "courses/deep/b.md", "old.md"].map((path) => ({
  path,
  bytes: Buffer.from(path),
}));
const written = async (): Promise<string[]> =>
  (await disk.readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .sort();

test("all files are written, in new folders too", async () => {
  await writeTogether(root, files, signal);
  expect(await written()).toEqual(["courses/a.md", "courses/deep/b.md", "old.md"]);
  expect(await disk.readFile(join(root, "old.md"), "utf8")).toBe("old.md");
});

test("a disk that is full at the last file leaves everything as it was", async () => {
  const full: WritingDisk = {
    ...disk,
    writeFile: async (path, data) => {
      if (typeof path === "string" && path.includes("old.md"))
        throw Object.assign(new Error("full"), { code: "ENOSPC" });
      await disk.writeFile(path, data);
    },
  };
  await expect(writeTogether(root, files, signal, full)).rejects.toThrow("full");
  expect(await written()).toEqual(["old.md"]);
  expect(await disk.readFile(join(root, "old.md"), "utf8")).toBe("old");
});

test("what fails on the way leaves whole files, the first ones first", async () => {
  let renamed = 0;
  const failing: WritingDisk = {
    ...disk,
    rename: async (from, to) => {
      if (renamed++ === 1) throw new Error("broken");
      await disk.rename(from, to);
    },
  };
  await expect(writeTogether(root, files, signal, failing)).rejects.toThrow("broken");
  expect(await written()).toEqual(["courses/a.md", "old.md"]);
});

test("one who stops it in time leaves nothing", async () => {
  const stopped = new AbortController();
  stopped.abort(new Error("stopped"));
  await expect(writeTogether(root, files, stopped.signal)).rejects.toThrow("stopped");
  expect(await written()).toEqual(["old.md"]);
});
