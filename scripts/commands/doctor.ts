/** `lanternist doctor`: what this machine has, what is missing and how to get it. */
import { availableParallelism } from "node:os";
import { EXIT } from "../exit-codes.ts";
import { findBrowser, MissingBrowser } from "../io/browser.ts";
import { configFile } from "../io/folders.ts";
import { programVersion } from "../io/program.ts";
import { adapters } from "../narration/voices/index.ts";
import { describeStore } from "./cache.ts";
import { readSettings, type CommandContext } from "./context.ts";

/** Prints a line for each thing that a build needs; exit code 3 when something is missing. */
export async function doctorCommand(context: CommandContext, options: { cache?: string }): Promise<number> {
  const { terminal, env, signal } = context;
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
