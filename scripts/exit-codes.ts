/** What the program's exit codes mean, and what is said when something goes wrong outside a deck. */
import { errorCode } from "./io/error-code.ts";
import { BadOutFolder } from "./io/publish.ts";
import { BadArchive } from "./io/zip/bad-archive.ts";

/** The exit codes, by what they say. */
export const EXIT = {
  good: 0,
  /** The deck has errors. */
  deck: 1,
  /** Wrong usage. */
  usage: 2,
  /** Something is missing on this machine: a browser, room on the disk, permission. */
  machine: 3,
  /** A bug of ours: `EX_SOFTWARE` of sysexits.h. */
  bug: 70,
  /** Ended by the user: 128 + SIGINT. */
  interrupted: 130,
} as const;

/** The arguments make no sense together, or name something that is not there. */
export class WrongUsage extends Error {
  override readonly name = "WrongUsage";
}

/** Whether what the user asked for cannot be done as it was asked. */
const isWrongUsage = (error: unknown): boolean =>
  error instanceof WrongUsage || error instanceof BadOutFolder || error instanceof BadArchive;

/** What the system says → what a person can do about it; `{path}` is the file concerned. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; make room and run it again",
  EDQUOT: "your disk quota is used up; make room and run it again",
  EACCES: "permission is missing for {path}",
  EPERM: "permission is missing for {path}",
  EROFS: "{path} is on a disk that can only be read",
  ENOENT: "there is no {path}",
  ENOTDIR: "a part of {path} is a file, where a folder is needed",
  EISDIR: "{path} is a folder, where a file is needed",
  EEXIST: "{path} is in the way",
  ELOOP: "{path} is a link that leads to itself",
  ENAMETOOLONG: "{path} is a longer name than this machine allows",
  EBUSY: "{path} is used by another program",
  EIO: "the disk cannot read or write {path}",
  EMFILE: "too many files are open; close other programs and run it again",
};

/** The exit code for an error that ended a command. */
export function exitCodeOf(error: unknown, signal: AbortSignal): number {
  if (signal.aborted) return EXIT.interrupted;
  if (isWrongUsage(error)) return EXIT.usage;
  const code = errorCode(error);
  return code !== undefined && Object.hasOwn(SYSTEM, code) ? EXIT.machine : EXIT.bug;
}

/** What to print for an error that ended a command. Only a bug of ours shows where it happened. */
export function explain(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return "stopped; the last finished build is untouched";
  const message = error instanceof Error ? error.message : String(error);
  if (isWrongUsage(error)) return `error: ${message}`;
  const known = SYSTEM[errorCode(error) ?? ""];
  if (known !== undefined) return `error: ${known.replace("{path}", pathOf(error))}`;
  const where = error instanceof Error ? error.stack : undefined;
  return `this is a bug of lanternist; please report it with these lines:\n${where ?? message}`;
}

function pathOf(error: unknown): string {
  return error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : "a file";
}
