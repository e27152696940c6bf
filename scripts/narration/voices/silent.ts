/** The voice for building without sound: as long as the words would take, and nothing to hear. */
import { toSamples } from "../audio/pcm.ts";
import { estimateMs, estimateWords } from "../estimate.ts";
import type { Voice } from "./voice.ts";

/** Any rate would do: nobody hears it. */
const SAMPLE_RATE_HZ = 16_000;

/** A voice that says nothing in an estimated time. */
export function silentVoice(): Voice {
  return {
    info: { adapter: "silent", title: "No voice", synthetic: false },
    version: "silent-1",
    sampleRateHz: SAMPLE_RATE_HZ,
    bringsPauses: false,
    pronunciations: new Set(["respelling", "ipa", "arpabet"]),
    open: async () => ({
      parallel: 1,
      speak: async ({ spoken }) => ({
        samples: new Int16Array(toSamples(estimateMs(spoken), SAMPLE_RATE_HZ)),
        words: estimateWords(spoken),
      }),
      close: async () => {},
    }),
  };
}
