import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withLock } from "../../scripts/io/lock.ts";

/** No process has this number: Linux's largest is 4,194,304. */
const GONE = 99_999_999;

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lanternist-lock-"));
  lock = join(folder, "lock");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Several that want the lock at once; the order in which they came in and went out. */
async function visits(count: number): Promise<string[]> {
  const events: string[] = [];
  const visit = () =>
    withLock(lock, async () => {
      events.push("in");
      await readdir(folder);
      events.push("out");
    });
  await Promise.all(Array.from({ length: count }, visit));
  return events;
}

describe("withLock", () => {
  test("lets one in at a time, and leaves nothing behind", async () => {
    expect(await visits(3)).toEqual(["in", "out", "in", "out", "in", "out"]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("frees the lock when the work fails", async () => {
    await expect(withLock(lock, () => Promise.reject(new Error("disk full")))).rejects.toThrow("disk full");
    expect(await readdir(folder)).toEqual([]);
  });

  test("takes over from a process that is gone, still one at a time", async () => {
    await writeFile(lock, `${GONE} ${hostname()} its-token`);
    expect(await visits(4)).toEqual(["in", "out", "in", "out", "in", "out", "in", "out"]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("takes over from another machine when nobody touched the lock for long", async () => {
    await writeFile(lock, `${GONE} another-machine its-token`);
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(lock, longAgo, longAgo);
    expect(await visits(1)).toEqual(["in", "out"]);
  });

  test("leaves a lock alone that has become another's meanwhile", async () => {
    await withLock(lock, () => writeFile(lock, "another's"));
    expect(await readdir(folder)).toEqual(["lock"]);
  });

  test("says what is wrong when the folder is not there", async () => {
    await expect(withLock(join(folder, "none", "lock"), () => Promise.resolve())).rejects.toThrow("ENOENT");
  });
});
