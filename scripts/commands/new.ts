/** `lanternist new`: starts a deck that shows the format and builds as it is. */
import { cp, mkdir, readdir } from "node:fs/promises";
import { EXIT, WrongUsage } from "../exit-codes.ts";
import { errorCode } from "../io/error-code.ts";
import { programPath } from "../io/program.ts";
import type { CommandContext } from "./context.ts";

/** Copies the starter deck into a new or empty folder; never over anything that is there. */
export async function newCommand({ terminal }: CommandContext, folder: string): Promise<number> {
  const there = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    if (errorCode(error) === "ENOTDIR") throw new WrongUsage(`${folder} is a file; name a new folder`);
    throw error;
  });
  if (there.length > 0) throw new WrongUsage(`${folder} is not empty; name a new folder`);
  await mkdir(folder, { recursive: true });
  await cp(programPath("templates/new"), folder, { recursive: true, force: false, errorOnExist: true });
  for (const name of (await readdir(folder)).sort()) terminal.line(`${folder}/${name}`);
  terminal.line(`Next: lanternist build ${folder}`);
  return EXIT.good;
}
