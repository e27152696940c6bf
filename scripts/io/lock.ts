/** Lets one process at a time do something, with a file as the token. */
import { randomUUID } from "node:crypto";
import { open, readFile, rm, stat, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { errorCode } from "./error-code.ts";

/** A lock that was not touched for so long belongs to nobody; its holder touches it several times in this time. */
const STALE_MS = 60_000;
const TOUCH_MS = STALE_MS / 6;
const POLL_MS = 50;

/**
 * Runs `work` while holding the file `path`; waits while another holds it. A lock whose process is gone is taken over:
 * at once when it ran on this machine, else when it was not touched for a minute.
 * @returns what `work` returns
 * @throws the system's error when the folder of `path` cannot be written, and whatever `work` throws
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const owner = `${process.pid} ${hostname()} ${randomUUID()}`;
  while (!(await take(path, owner))) {
    if (await isStale(path)) await removeStale(path, owner);
    else await delay(POLL_MS);
  }
  // A lock that somebody removed meanwhile cannot be touched; what is done under it goes on.
  const touching = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), TOUCH_MS);
  touching.unref();
  try {
    return await work();
  } finally {
    clearInterval(touching);
    await release(path, owner);
  }
}

/** Whether this machine has a process of that number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

async function take(path: string, owner: string): Promise<boolean> {
  const file = await open(path, "wx").catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
  if (file === undefined) return false;
  try {
    await file.writeFile(owner);
    return true;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Removes a stale lock, one process at a time: else the slower of two would remove the lock that the faster then took. */
async function removeStale(path: string, owner: string): Promise<void> {
  const guard = `${path}.stale`;
  if (!(await take(guard, owner))) {
    if (await isStale(guard)) await rm(guard, { force: true });
    else await delay(POLL_MS);
    return;
  }
  try {
    if (await isStale(path)) await rm(path, { force: true });
  } finally {
    await release(guard, owner);
  }
}

async function release(path: string, owner: string): Promise<void> {
  if ((await ownerOf(path)) === owner) await rm(path, { force: true });
}

async function isStale(path: string): Promise<boolean> {
  const owner = await ownerOf(path);
  if (owner === undefined) return false;
  const [pid = "", host] = owner.split(" ");
  if (host === hostname() && !isAlive(Number(pid))) return true;
  // Another machine's lock, or one that is being written this very moment.
  const touchedMs = await stat(path).then(({ mtimeMs }) => mtimeMs, unlessGone);
  return touchedMs !== undefined && Date.now() - touchedMs > STALE_MS;
}

/** What the lock's holder wrote into it; undefined when nobody holds it. */
const ownerOf = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(unlessGone);

function unlessGone(error: unknown): undefined {
  if (errorCode(error) !== "ENOENT") throw error;
}
