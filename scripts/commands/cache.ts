/** `lanternist cache`: the store of spoken clips. */
import { counted, fileSize } from "../counted.ts";
import { EXIT } from "../exit-codes.ts";
import { pruneStore, storeStats } from "../narration/clip-store.ts";
import { readSettings, type CommandContext } from "./context.ts";

/** The command's options. */
export interface CacheOptions {
  readonly cache?: string;
  /** Prune what no build has used for so many days. */
  readonly days: number;
  /** Prune down to so many megabytes. */
  readonly megabytes: number;
}

const DAY_MS = 86_400_000;
const MEGABYTE = 1_000_000;

/**
 * Shows, prunes or clears the store.
 * @param action `show`, `prune` or `clear`
 */
export async function cacheCommand(
  context: CommandContext,
  action: string,
  options: CacheOptions,
): Promise<number> {
  const { terminal } = context;
  const { cacheFolder } = await readSettings(context, options);
  if (action !== "show") {
    const limits =
      action === "clear"
        ? { maxAgeMs: -Infinity, maxBytes: 0 }
        : { maxAgeMs: options.days * DAY_MS, maxBytes: options.megabytes * MEGABYTE };
    const { files, bytes } = await pruneStore(cacheFolder, { ...limits, nowMs: context.today() });
    terminal.line(`removed ${counted(files, "file")}, ${fileSize(bytes)}`);
  }
  terminal.line(await describeStore(cacheFolder));
  return EXIT.good;
}

/** `412 sentences and 40 slides, 31.0 MB, in FOLDER`. */
export async function describeStore(cacheFolder: string): Promise<string> {
  const { clips, sounds, sizeBytes } = await storeStats(cacheFolder);
  return `${counted(clips, "sentence")} and ${counted(sounds, "slide")}, ${fileSize(sizeBytes)}, in ${cacheFolder}`;
}
