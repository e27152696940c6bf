/** A deck in a folder of its own, previewed without a server; what pages would be told is kept. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PreviewMessage } from "../../scripts/preview/messages.ts";
import { createSession, type Session } from "../../scripts/preview/session.ts";

/** A deck that is being written. */
export interface Written {
  readonly folder: string;
  readonly session: Session;
  readonly told: PreviewMessage[];
  /** Writes a file as an editor does. */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Writes a file, says that it changed, and waits until that is taken in. */
  readonly save: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Lets time pass until nothing waits any more. */
  readonly passTime: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Two eras, three slides. */
export const DECK: Readonly<Record<string, string>> = {
  "deck.yaml": "title: A small lecture\nlanguage: en\n",
  "01-war.md":
    "---\ntitle: War\nspan: 1950/1953\n---\n\n## Stone {#stone}\n\n- One\n- Two\n\nNarration:\n[click] A stone is laid. [click] Another one follows.\n\nNote:\nThink of stones.\n\n---\n\n## Iron {#iron}\n\nNarration:\nIron is cast in 1951.\n",
  "02-peace.md":
    "---\ntitle: Peace\nspan: 1953/1960\n---\n\n## Bread {#bread}\n\nNarration:\nBread is baked in 1955.\n",
};

/** Writes the deck and reads it first. */
export async function previewed(
  files: Readonly<Record<string, string | Uint8Array>> = DECK,
  options: { readonly audio?: boolean; readonly trust?: boolean; readonly short?: boolean } = {},
): Promise<Written> {
  const base = await realpath(await mkdtemp(join(tmpdir(), "lanternist-preview-")));
  const folder = join(base, "deck");
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) await write(path, content);
  const told: PreviewMessage[] = [];
  const ending = new AbortController();
  const later: (() => void)[] = [];
  const session = createSession(
    {
      deck: folder,
      audio: options.audio ?? false,
      trust: options.trust ?? false,
      short: options.short ?? false,
      cacheFolder: join(base, "cache"),
      config: { voices: {} },
    },
    {
      signal: ending.signal,
      later: (_, act) => later.push(act),
      tell: (message) => told.push(message),
      log: () => undefined,
      failed: (reason) => {
        throw reason;
      },
    },
  );
  session.changed("all");
  await session.settled();
  return {
    folder,
    session,
    told,
    write,
    save: async (path, content) => {
      await write(path, content);
      session.changed(new Set([path]));
      await session.settled();
    },
    passTime: async () => {
      while (later.length > 0) {
        for (const act of later.splice(0)) act();
        await session.settled();
      }
    },
    close: async () => {
      ending.abort();
      await session.close();
      await rm(base, { recursive: true, force: true });
    },
  };
}
