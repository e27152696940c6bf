/** What commands may use of the world, and what they share. */
import { stat } from "node:fs/promises";
import { countProblems, showProblem } from "../diagnostics.ts";
import { WrongUsage } from "../exit-codes.ts";
import { readConfig, type Config } from "../io/config.ts";
import { errorCode } from "../io/error-code.ts";
import { cacheFolder, configFile } from "../io/folders.ts";
import type { DeckFiles, Problem } from "../model.ts";
import { findVoice } from "../narration/voices/index.ts";
import type { Terminal } from "../terminal.ts";

/** The world of a command: where it prints, its environment, when it shall stop, and two clocks. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Milliseconds, for durations only. */
  readonly now: () => number;
  /** Milliseconds since 1970, for the age of files. */
  readonly today: () => number;
}

/** The user's configuration and where the caches lie. */
export interface Settings {
  readonly config: Config;
  /** Where the configuration stands, or would. */
  readonly configFile: string;
  readonly cacheFolder: string;
  /** The browser that the user names, if any. */
  readonly browser?: string;
}

/**
 * Reads what belongs to the machine.
 * @throws WrongUsage when the configuration file has mistakes, which are shown
 */
export async function readSettings(
  context: CommandContext,
  options: { cache?: string | undefined },
): Promise<Settings> {
  const path = configFile(context.env);
  const { config, problems, text } = await readConfig(path);
  if (problems.length > 0) throw new WrongUsage(problems.map((p) => showProblem(p, text)).join("\n"));
  return {
    config,
    configFile: path,
    cacheFolder: cacheFolder(context.env, options.cache ?? config.cache),
    ...(config.browser === undefined ? {} : { browser: config.browser }),
  };
}

/** @throws WrongUsage when there is no such folder */
export async function requireDeck(folder: string): Promise<void> {
  const info = await stat(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return undefined;
    throw error;
  });
  if (info === undefined)
    throw new WrongUsage(`there is no deck at ${folder}; start one with: lanternist new ${folder}`);
  if (!info.isDirectory()) throw new WrongUsage(`${folder} is a file; name the deck's folder`);
}

/** @throws WrongUsage when no voice of this machine has that name */
export function requireVoice(written: string | undefined, { voices }: Config): void {
  const found = written === undefined ? undefined : findVoice(written, voices);
  if (found === undefined || "voice" in found) return;
  const hint = found.hint === undefined ? "" : `; ${found.hint}`;
  throw new WrongUsage(`--voice ${written}: ${found.wrong}${hint}`);
}

/** Shows problems with their source lines, and counts them at the end. */
export function showProblems(terminal: Terminal, problems: readonly Problem[], source: DeckFiles): void {
  const texts = new Map<string, string>();
  const textOf = (file: string): string | undefined => {
    const bytes = source.files.get(file)?.bytes;
    if (bytes === undefined) return undefined;
    if (!texts.has(file)) texts.set(file, new TextDecoder().decode(bytes));
    return texts.get(file);
  };
  for (const problem of problems) terminal.error(showProblem(problem, textOf(problem.file)));
  if (problems.length > 0) terminal.error(countProblems(problems));
}

/** `29 min 54 s`, `1 h 02 min`, `0.4 s`. */
export function describeDuration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, "0")} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}
