/** What is said and done when a voice's program is not on this machine. */
import * as z from "zod";
import type { MissingProgram } from "./voices/voice.ts";

/**
 * What is missing and how to get it.
 * @param configFile path of the file that names the program
 */
export function describeMissingVoice({ voice, message }: MissingProgram, configFile: string): string {
  return `the sound is missing: ${message}; install it, correct voices.${voice}.command in ${configFile}, or name another voice with --voice`;
}

/** What the `lecture.json` of a build says of its sound. */
const published = z.object({ timeline: z.object({ estimated: z.boolean() }) });

/**
 * Whether a build made a lecture with sound.
 * @param lecture text of its `lecture.json`; undefined or damaged: no
 */
export function hasSound(lecture: string | undefined): boolean {
  if (lecture === undefined) return false;
  try {
    return !published.parse(JSON.parse(lecture)).timeline.estimated;
  } catch {
    return false;
  }
}
