/** Runs the bundled program as a person would, with a home of its own. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const CLI = join(dirname(fileURLToPath(import.meta.url)), "../../lib/cli.js");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Running = ChildProcessByStdio<null, Readable, Readable>;

export interface Home {
  /** Where commands run. */
  readonly folder: string;
  /** Runs a command to its end. */
  readonly run: (...args: string[]) => Promise<Ended>;
  /** Starts a command and gives the process. */
  readonly start: (...args: string[]) => Running;
  /** Writes a deck's files. */
  readonly write: (deck: string, files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** A new folder with caches and configuration of its own. */
export async function makeHome(env: Readonly<Record<string, string>> = {}): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), "lanternist-"));
  const start = (...args: string[]): Running =>
    spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: {
        ...process.env,
        XDG_CACHE_HOME: join(folder, "cache"),
        XDG_CONFIG_HOME: join(folder, "config"),
        ...env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
  return {
    folder,
    start,
    run: (...args) => ended(start(...args)),
    async write(deck, files) {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, deck, path)), { recursive: true });
        await writeFile(join(folder, deck, path), content);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Waits until a process has ended; gathers what it printed. */
export function ended(child: Running): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => void (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => void (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Path, with `/` between folders, → content of a folder's files, but for the marker of its build. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name !== ".lanternist.json")
      found.set(relative(folder, path).replaceAll(sep, "/"), await readFile(path));
  }
  return found;
}

/** A small deck: two eras, three slides, four sentences. */
export const SMALL_DECK: Readonly<Record<string, string>> = {
  "deck.yaml": "title: A small lecture\nlanguage: en\ndate: 2026-01-02\n",
  "01-first.md":
    "---\ntitle: First\nspan: 1950/1953\n---\n\n## Stone {#stone}\n\n- One\n- Two\n\nNarration:\n[click] A stone is laid. [click] Another one follows.\n\nNote:\nMy private thought about stones.\n",
  "02-second.md":
    "## Bread {#bread}\n\nNarration:\nBread is baked.\n\n---\n\n## Salt {#salt}\n\nNarration:\nSalt is carried home.\n",
};
