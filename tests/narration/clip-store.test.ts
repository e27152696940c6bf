import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clipStore, pruneStore, storeStats, type StoreFiles } from "../../scripts/narration/clip-store.ts";
import { hashOf } from "../../scripts/narration/hash.ts";

const DAY_MS = 86_400_000;
const key = (name: string): string => hashOf(name);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const noTrouble = { onTrouble: (message: string) => expect.unreachable(message) };

describe("clip store", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "clips-"));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const fileOf = (name: string): string => join(folder, "clips", key(name).slice(0, 2), `${key(name)}.clip`);
  const files = async (): Promise<string[]> =>
    (await readdir(folder, { recursive: true })).filter((name) => name.includes(".")).sort();

  it("gives back what it was given, to another build as well", async () => {
    await clipStore(folder, noTrouble).write("clip", key("a"), bytes("sound"));
    const other = clipStore(folder, noTrouble);
    expect(await other.read("clip", key("a"))).toEqual(Buffer.from("sound"));
    expect(await other.read("clip", key("b"))).toBeUndefined();
    expect(await other.read("sound", key("a"))).toBeUndefined();
  });

  it.each<[string, (file: Buffer) => Buffer]>([
    ["truncated", (file) => file.subarray(0, file.length - 2)],
    ["emptied", () => Buffer.alloc(0)],
    [
      "changed by one bit",
      (file) => Buffer.from(file.map((byte, i) => (i === file.length - 1 ? byte ^ 1 : byte))),
    ],
    ["replaced by something else", () => Buffer.from("<html>no sound</html>")],
  ])("does not use a clip that was %s, and takes it away", async (_, damage) => {
    const store = clipStore(folder, noTrouble);
    await store.write("clip", key("a"), bytes("sound"));
    await writeFile(fileOf("a"), damage(await readFile(fileOf("a"))));
    expect(await store.read("clip", key("a"))).toBeUndefined();
    expect(await files()).toEqual([]);
    await store.write("clip", key("a"), bytes("sound"));
    expect(await store.read("clip", key("a"))).toEqual(Buffer.from("sound"));
  });

  it("serves many writers and readers of one key at once", async () => {
    const long = bytes("x".repeat(200_000));
    const stores = Array.from({ length: 8 }, () => clipStore(folder, noTrouble));
    const read = await Promise.all(
      stores.map(async (store) => {
        await store.write("clip", key("a"), long);
        return store.read("clip", key("a"));
      }),
    );
    expect(read.map((one) => one !== undefined && Buffer.compare(one, long) === 0)).toEqual(
      stores.map(() => true),
    );
    expect(await files()).toHaveLength(1);
  });

  it("tells once of a full disk, leaves no half clip and goes on", async () => {
    const full: StoreFiles = {
      create: async (path, content) => {
        await writeFile(path, content.subarray(0, 10));
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      },
    };
    const told: string[] = [];
    const store = clipStore(folder, { onTrouble: (message, hint) => told.push(message, hint), files: full });
    await Promise.all(["a", "b", "c"].map((name) => store.write("clip", key(name), bytes("sound"))));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain("the disk is full; this build goes on, the next one speaks them again");
    expect(told[1]).toContain("cache prune");
    expect(await files()).toEqual([]);
  });

  it("tells once of a folder that cannot be written, and still reads", async () => {
    await writeFile(join(folder, "file"), "");
    const told: string[] = [];
    const store = clipStore(join(folder, "file"), { onTrouble: (message) => told.push(message) });
    await store.write("clip", key("a"), bytes("sound"));
    await store.write("clip", key("b"), bytes("sound"));
    expect(told).toHaveLength(1);
    expect(await store.read("clip", key("a"))).toBeUndefined();
  });

  it("counts what it holds", async () => {
    const store = clipStore(folder, noTrouble);
    await store.write("clip", key("a"), bytes("12345"));
    await store.write("clip", key("b"), bytes("12345"));
    await store.write("sound", key("c"), bytes("12345"));
    expect(await storeStats(folder)).toMatchObject({ clips: 2, sounds: 1, sizeBytes: 3 * 45 });
    expect(await storeStats(join(folder, "nowhere"))).toEqual({
      clips: 0,
      sounds: 0,
      sizeBytes: 0,
      oldestMs: undefined,
    });
  });

  describe("pruned", () => {
    const nowMs = Date.UTC(2030, 0, 31);
    const aged = async (name: string, days: number): Promise<void> => {
      await clipStore(folder, noTrouble).write("clip", key(name), bytes("12345"));
      const time = new Date(nowMs - days * DAY_MS);
      await utimes(fileOf(name), time, time);
    };
    const left = async (): Promise<string[]> => {
      const names = await files();
      return ["new", "older", "old"].filter((name) => names.some((path) => path.includes(key(name))));
    };

    it("by age", async () => {
      await Promise.all([aged("new", 1), aged("older", 20), aged("old", 40)]);
      const gone = await pruneStore(folder, { maxAgeMs: 30 * DAY_MS, maxBytes: 1e9, nowMs });
      expect(gone).toEqual({ files: 1, bytes: 45 });
      expect(await left()).toEqual(["new", "older"]);
    });

    it("by size, what was used longest ago first", async () => {
      await Promise.all([aged("new", 1), aged("older", 20), aged("old", 40)]);
      await pruneStore(folder, { maxAgeMs: 1000 * DAY_MS, maxBytes: 100, nowMs });
      expect(await left()).toEqual(["new", "older"]);
    });

    it("of what killed builds left, once it is a day old", async () => {
      await aged("new", 1);
      const part = `${fileOf("new")}.1-abc.part`;
      await writeFile(part, "half");
      await utimes(part, new Date(nowMs), new Date(nowMs));
      await pruneStore(folder, { maxAgeMs: 30 * DAY_MS, maxBytes: 1e9, nowMs });
      expect(await files()).toHaveLength(2);
      await pruneStore(folder, { maxAgeMs: 30 * DAY_MS, maxBytes: 1e9, nowMs: nowMs + 2 * DAY_MS });
      expect(await files()).toHaveLength(1);
    });

    it("but not of what is still used", async () => {
      const store = clipStore(folder, noTrouble);
      await store.write("clip", key("a"), bytes("sound"));
      const longAgo = new Date(Date.now() - 100 * DAY_MS);
      await utimes(fileOf("a"), longAgo, longAgo);
      await store.read("clip", key("a"));
      await pruneStore(folder, { maxAgeMs: 30 * DAY_MS, maxBytes: 1e9, nowMs: Date.now() });
      expect(await files()).toHaveLength(1);
    });
  });
});
