/** `captions.vtt`: what is said, for players and for people who do not hear it. */
import { counted } from "../counted.ts";
import { webVtt } from "../narration/captions.ts";
import type { Output } from "./index.ts";
import { sharedOf } from "./shared.ts";

/** WebVTT (W3C), timed on the lecture's clock. */
export const captions: Output = {
  name: "captions",
  make: async (lecture, tools) => {
    const all = sharedOf(lecture, tools).captions();
    return {
      files: [{ path: "captions.vtt", text: webVtt(all) }],
      problems: [],
      summary: counted(all.length, "caption"),
    };
  },
};
