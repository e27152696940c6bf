/**
 * The user's own configuration: what belongs to the machine and not to a deck. A deck can name a voice;
 * only this file, or the command line, can name a program.
 */
import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { Problem } from "../model.ts";
import { readYaml } from "../source/yaml.ts";

const voice = z.strictObject({
  command: z
    .array(z.string().min(1))
    .min(1)
    .describe(
      "Program and arguments; the text comes on standard input, and {out} stands for the WAV file to write.",
    ),
  title: z.string().optional().describe("What the lecture calls this voice."),
  version: z
    .string()
    .optional()
    .describe("Change it when the voice sounds different: clips are spoken again."),
  synthetic: z.boolean().default(true).describe("False for a program that plays a person's recordings."),
  timeoutSeconds: z.number().positive().default(60).describe("How long one sentence may take."),
});

/** The schema of the configuration file; its descriptions are its documentation. */
const configSchema = z.strictObject({
  browser: z.string().optional().describe("Path of the Chrome, Chromium or Edge that prints."),
  editor: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe(
      "Editor that the preview opens slides in, and its arguments; {file} and {line} stand for the place.",
    ),
  cache: z.string().optional().describe("Folder of the caches."),
  voices: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/), voice)
    .default({})
    .describe("Voices spoken by programs of this machine, by name."),
});

/** The user's configuration, checked and with its defaults. */
export type Config = z.infer<typeof configSchema>;

/**
 * Reads the configuration.
 * @param path the file; one that does not exist is the empty configuration
 */
export async function readConfig(
  path: string,
): Promise<{ config: Config; problems: readonly Problem[]; text: string }> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return "";
    throw error;
  });
  const empty = configSchema.parse({});
  if (text.trim() === "") return { config: empty, problems: [], text };
  const { value, problems } = readYaml(text, { file: path, line: 1, column: 1 }, configSchema);
  return { config: value ?? empty, problems, text };
}
