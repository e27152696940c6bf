/** Opens a file at a line in the user's editor. The program is named by the user alone, and no shell is between. */
import { spawn } from "node:child_process";
import { basename } from "node:path";

/** A program and its arguments; `{file}` and `{line}` stand for what is opened. */
export type EditorCommand = readonly [string, ...string[]];

/** How editors with windows of their own are told a line, by the name of their program. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  code: ["--goto", "{file}:{line}"],
  "code-insiders": ["--goto", "{file}:{line}"],
  codium: ["--goto", "{file}:{line}"],
  vscodium: ["--goto", "{file}:{line}"],
  cursor: ["--goto", "{file}:{line}"],
  windsurf: ["--goto", "{file}:{line}"],
  zed: ["{file}:{line}"],
  subl: ["{file}:{line}"],
  atom: ["{file}:{line}"],
  mate: ["--line", "{line}", "{file}"],
  kate: ["--line", "{line}", "{file}"],
  gedit: ["+{line}", "{file}"],
  gvim: ["--remote-silent", "+{line}", "{file}"],
  mvim: ["--remote-silent", "+{line}", "{file}"],
  emacsclient: ["--no-wait", "+{line}", "{file}"],
  idea: ["--line", "{line}", "{file}"],
  webstorm: ["--line", "{line}", "{file}"],
  "notepad++": ["-n{line}", "{file}"],
};

/**
 * The user's editor: as the configuration names it, else what VISUAL or EDITOR name, where that is one with a window of its own.
 * @returns undefined when none is named that could be opened from here
 */
export function findEditor(
  configured: readonly string[] | undefined,
  env: Readonly<Record<string, string | undefined>>,
): EditorCommand | undefined {
  const [program, ...args] = configured ?? [];
  if (program !== undefined) return [program, ...(args.length > 0 ? args : ["{file}"])];
  for (const named of [env["VISUAL"], env["EDITOR"]]) {
    const [name, ...options] = named?.trim().split(/\s+/) ?? [];
    const key = basename(name ?? "").replace(/\.(?:exe|cmd)$/i, "");
    const line = Object.hasOwn(LINES, key) ? LINES[key] : undefined;
    // One that must be waited for would never come back from here.
    const kept = options.filter((option) => option !== "--wait" && option !== "-w");
    if (name !== undefined && line !== undefined) return [name, ...kept, ...line];
  }
  return undefined;
}

/**
 * Opens a file.
 * @param file absolute path
 * @returns what the system says when the program does not start; undefined when it does
 */
export function openInEditor(
  [program, ...args]: EditorCommand,
  file: string,
  line: number,
): Promise<string | undefined> {
  const filled = args.map((arg) => arg.replaceAll("{file}", () => file).replaceAll("{line}", String(line)));
  return new Promise((resolve) => {
    const child = spawn(program, filled, { shell: false, detached: true, stdio: "ignore" });
    child.once("error", (reason) => resolve(reason.message));
    child.once("spawn", () => {
      child.unref();
      resolve(undefined);
    });
  });
}
