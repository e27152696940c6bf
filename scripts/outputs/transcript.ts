/** `transcript.txt`: the lecture as plain text, for reading, searching and quoting. */
import { transcriptOf } from "../narration/transcript.ts";
import type { Output } from "./index.ts";

export const transcript: Output = {
  name: "transcript",
  make: async (lecture) => ({
    files: [{ path: "transcript.txt", text: transcriptOf(lecture) }],
    problems: [],
  }),
};
