/** Starts one browser with our own arguments: no network, no sandbox only where it cannot be had. */
import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import type { Browser, LaunchOptions } from "puppeteer-core";

/** Settings that a caller may choose. */
export interface LaunchSettings {
  /** `none` (default): no host can be reached, this machine's own included. `loopback`: only this machine's. */
  readonly network?: "none" | "loopback";
  /** Further arguments of the browser. */
  readonly args?: readonly string[];
  /** How long a start may take, in milliseconds; 30 s by default. */
  readonly timeoutMs?: number;
  /** Ends the browser when aborted. */
  readonly signal?: AbortSignal;
}

/** What the executable is. */
interface Program {
  /** It is `headless_shell`: Chromium without windows, which starts faster. */
  readonly shell: boolean;
  /** Folder of shared libraries to add for a system that lacks them. */
  readonly libraries?: string | undefined;
  /** Font configuration to use instead of the machine's. */
  readonly fonts?: string | undefined;
  /** Folder to use instead of the user's for settings (Chromium documentation, "User Data Directory": `CHROME_CONFIG_HOME`). */
  readonly settings: string;
}

/** An address where nothing listens: port 9 is `discard`. */
const NOWHERE = "127.0.0.1:9";

/** Names resolve to nothing, and everything that is not a file goes to a proxy that is not there. */
const NETWORK = {
  none: [
    "--host-resolver-rules=MAP * ~NOTFOUND",
    `--proxy-server=http://${NOWHERE}`,
    // Without this, addresses of the machine itself go around the proxy.
    "--proxy-bypass-list=<-loopback>",
  ],
  loopback: [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    `--proxy-server=http://${NOWHERE}`,
    "--proxy-bypass-list=<-loopback>;localhost;127.0.0.1",
  ],
} as const;

const ALWAYS = [
  // Hinted glyphs have other widths when zoomed: small slides would break their lines differently.
  "--font-render-hinting=none",
  "--lang=en-US",
  "--no-default-browser-check",
  "--no-pings",
  "--disable-domain-reliability",
];

/**
 * Starts the browser and waits until it answers.
 * @param path the executable
 * @throws an error whose message is the browser's own last words when it cannot start
 */
export async function launchBrowser(
  path: string,
  program: Program,
  settings: LaunchSettings,
): Promise<Browser> {
  if (process.getuid?.() === 0) return await tryLaunch(path, program, settings, ["--no-sandbox"]);
  try {
    return await tryLaunch(path, program, settings, []);
  } catch (error) {
    settings.signal?.throwIfAborted();
    if (!/sandbox/i.test(reasonOf(error))) throw error;
    return await tryLaunch(path, program, settings, ["--no-sandbox"]);
  }
}

/** The first line of what went wrong. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split("\n")[0] ?? "it failed without a word";
}

async function tryLaunch(
  path: string,
  program: Program,
  settings: LaunchSettings,
  sandbox: readonly string[],
): Promise<Browser> {
  const { launch } = await import("puppeteer-core");
  const args = [...ALWAYS, ...NETWORK[settings.network ?? "none"], ...sandbox, ...(settings.args ?? [])];
  const env = environment(program);
  const options: LaunchOptions = {
    executablePath: path,
    headless: program.shell ? "shell" : true,
    // A pipe instead of a port: no other user of the machine can talk to it, and it ends when we do.
    pipe: true,
    // Pages are opened when they are needed: one that nobody asked for costs its own process.
    args: program.shell ? args : [...args, "--no-startup-window"],
    waitForInitialPage: false,
    env,
    timeout: settings.timeoutMs ?? 30_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...(settings.signal === undefined ? {} : { signal: settings.signal }),
  };
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(options);
    } catch (error) {
      settings.signal?.throwIfAborted();
      // A file that was just written may still be open for writing in a process that is being forked.
      if (attempt < 5 && /ETXTBSY/.test(reasonOf(error))) continue;
      const words = await lastWords(path, [...args, program.shell ? "--headless" : "--headless=new"], env);
      throw new Error(words ?? reasonOf(error), { cause: error });
    }
  }
}

function environment({ libraries, fonts, settings }: Program): Record<string, string | undefined> {
  const old = process.env["LD_LIBRARY_PATH"];
  return {
    ...process.env,
    // Dates inside pages must not depend on where they are printed.
    TZ: "UTC",
    CHROME_CONFIG_HOME: settings,
    ...(fonts === undefined ? {} : { FONTCONFIG_FILE: fonts }),
    ...(libraries === undefined
      ? {}
      : { LD_LIBRARY_PATH: [libraries, ...(old === undefined ? [] : [old])].join(delimiter) }),
  };
}

/** Asks the browser to print an empty page and returns the most telling line of its complaint, if it makes one. */
async function lastWords(
  path: string,
  args: readonly string[],
  env: Record<string, string | undefined>,
): Promise<string | undefined> {
  return await new Promise((resolve) => {
    const child = spawn(path, [...args, "--dump-dom", "about:blank"], {
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    // Not spawn's own limit: where there is no such program, its timer would keep this process alive to the end.
    const limit = setTimeout(() => child.kill("SIGKILL"), 10_000);
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      if (text.length < 20_000) text += chunk;
    });
    child.on("error", (error) => {
      clearTimeout(limit);
      resolve(error.message);
    });
    child.on("close", (code) => {
      clearTimeout(limit);
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      const telling = lines.find((line) => /sandbox|error while loading|not found|FATAL|cannot/i.test(line));
      const silent = `it ended at once with exit code ${code ?? "of a signal"} and said nothing`;
      resolve(code === 0 ? undefined : (telling ?? lines.at(-1) ?? silent).trim());
    });
  });
}
