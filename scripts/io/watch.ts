/** Watches a deck's folder and says at once which of its files may have changed. */
import { existsSync } from "node:fs";
import { relative, sep } from "node:path";
import { watch } from "chokidar";
import { isDeckPath } from "./read-deck.ts";

/** chokidar tells one change of a file in 50 ms and drops the others (5.0.0, `_emit`): after this time the file is looked at once more. */
const ONCE_MORE_MS = 60;
/** How often a folder that is gone is looked for. */
const LOOK_MS = 500;

/**
 * Watches until the signal is aborted. A folder that is taken away is watched again when it is back.
 * @param folder absolute real path of the deck's folder
 * @param changed told the paths in the deck, or `all` when a whole folder came or went
 * @returns when it watches
 */
export async function watchDeck(
  folder: string,
  changed: (paths: ReadonlySet<string> | "all") => void,
  signal: AbortSignal,
): Promise<void> {
  const pathOf = (absolute: string): string => relative(folder, absolute).split(sep).join("/");
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (absolute) => absolute !== folder && !isDeckPath(pathOf(absolute)),
    // Each event is told as it is: an editor that replaces a file is seen at its end at once.
    atomic: false,
  });
  let missing: NodeJS.Timeout | undefined;
  const lookForFolder = (): void => {
    changed("all");
    missing ??= setInterval(() => {
      if (!existsSync(folder)) return;
      clearInterval(missing);
      missing = undefined;
      watcher.add(folder);
      changed("all");
    }, LOOK_MS);
  };
  watcher.on("all", (event, absolute) => {
    if (event === "unlinkDir" && absolute === folder) lookForFolder();
    else if (event === "addDir" || event === "unlinkDir") changed("all");
    else {
      const path = pathOf(absolute);
      changed(new Set([path]));
      onceMore(path);
    }
  });
  const waiting = new Map<string, NodeJS.Timeout>();
  function onceMore(path: string): void {
    clearTimeout(waiting.get(path));
    const timer = setTimeout(() => {
      waiting.delete(path);
      changed(new Set([path]));
    }, ONCE_MORE_MS);
    waiting.set(path, timer);
  }
  const stop = (): void => {
    for (const timer of waiting.values()) clearTimeout(timer);
    clearInterval(missing);
    void watcher.close();
  };
  signal.addEventListener("abort", stop, { once: true });
  await new Promise<void>((resolve) => {
    watcher.once("ready", resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
