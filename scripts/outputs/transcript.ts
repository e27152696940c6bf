/** `transcript.txt`: the lecture as plain text, for reading, searching and quoting. */
import { transcriptOf } from "../narration/transcript.ts";
import type { Output } from "./index.ts";

/** Slide titles with their times, and what is said. */
export const transcript: Output = {
  name: "transcript",
  make: async (lecture) => ({
    files: [{ path: "transcript.txt", text: transcriptOf(lecture) }],
    problems: [],
  }),
};
