/** `lanternist doctor`: what this machine has, what is missing and how to get it. */
import { availableParallelism } from "node:os";
import { EXIT } from "../exit-codes.ts";
import { findBrowser } from "../io/browser.ts";
import { MissingBrowser } from "../io/missing-browser.ts";
import { DownloadFailed, downloadBrowser } from "../io/browser/download.ts";
import { configFile } from "../io/folders.ts";
import { programVersion } from "../io/program.ts";
import { adapters } from "../narration/voices/index.ts";
import { describeStore } from "./cache.ts";
import { readSettings, type CommandContext } from "./context.ts";

/** The command's options. */
export interface DoctorOptions {
  readonly cache?: string;
  /** `browser`: download one first. */
  readonly get?: string;
}

/** Prints a line for each thing that a build needs; exit code 3 when something is missing. */
export async function doctorCommand(context: CommandContext, options: DoctorOptions): Promise<number> {
  const { terminal, env, signal } = context;
  if (options.get !== undefined && !(await getBrowser(context))) return EXIT.machine;
  const say = (what: string, found: string): void => terminal.line(`${what.padEnd(12)}${found}`);
  const { config, cacheFolder, browser: chosen } = await readSettings(context, options);
  say("lanternist", programVersion());
  say("node", `${process.version}, ${availableParallelism()} cores`);
  say("settings", configFile(env));
  say("voices", [...Object.keys(adapters), ...Object.keys(config.voices)].join(", "));
  say("clips", await describeStore(cacheFolder));
  say("fonts", "Latin, Cyrillic and Korean come with the theme");
  const { found, trials } = await findBrowser({
    cacheFolder,
    ...(chosen === undefined ? {} : { chosen }),
    env,
    signal,
  });
  for (const { path, rejected } of trials) if (rejected !== undefined) say("", `${path}: ${rejected}`);
  if (found === undefined) {
    say("browser", "none");
    terminal.error(new MissingBrowser(trials).message);
    return EXIT.machine;
  }
  say("browser", `${found.version ?? "of unknown version"}, ${found.path}`);
  return EXIT.good;
}

const MEGABYTE = 1_000_000;

/** @returns whether there is one now */
async function getBrowser({ terminal, env }: CommandContext): Promise<boolean> {
  try {
    const progress = (done: number, total: number): void =>
      terminal.progress(
        "megabytes of the browser:",
        Math.round(done / MEGABYTE),
        Math.round(total / MEGABYTE),
      );
    terminal.line(`downloaded ${await downloadBrowser({ env, progress })}`);
    return true;
  } catch (error) {
    if (!(error instanceof DownloadFailed)) throw error;
    terminal.error(`error: the browser cannot be downloaded: ${error.message}`);
    return false;
  }
}
