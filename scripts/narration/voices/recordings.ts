/**
 * A person's voice: `recordings/ERA/SLIDE.wav` in the deck replaces the voice for that slide. The file is one reading of the
 * whole slide; where its sentences begin is found from its pauses and from the sentences' lengths.
 *
 * Measured on ten sentences of Flite joined with known pauses and the noise of a room: with 0.2 s or more between sentences, each begins
 * within 70 ms of the truth; below that, one in ten can be off by a clause. Words inside a sentence are placed by their lengths alone.
 */
import type { Utterance } from "../../model.ts";
import { limit } from "../audio/limiter.ts";
import { fromDecibels, heard, scale, toInt16, toSamples } from "../audio/pcm.ts";
import { resample } from "../audio/resample.ts";
import { BadWav, readWav } from "../audio/wav.ts";
import { hashOfBytes } from "../hash.ts";
import { alignSentences } from "./align.ts";
import { estimateMs, estimateWords } from "../estimate.ts";
import { recordingPath } from "../recording-path.ts";
import { CEILING, gainFor, SOUND_VERSION } from "./level.ts";
import { CannotSpeak, type Speech, type Voice } from "./voice.ts";

const SAMPLE_RATE_HZ = 24_000;

/**
 * The voice of one slide.
 * @param bytes the WAV file
 * @param log told how sure the sentences' times are
 */
export function recordingVoice(slide: string, bytes: Uint8Array, log: (line: string) => void): Voice {
  // Asked for each sentence of the slide, looked for once.
  let fault: { readonly found: CannotSpeak | undefined } | undefined;
  return {
    info: { adapter: "recordings", title: "Recorded voice", synthetic: false },
    version: `recording ${hashOfBytes(bytes)} sound=${SOUND_VERSION}`,
    sampleRateHz: SAMPLE_RATE_HZ,
    bringsPauses: true,
    pronunciations: new Set(["respelling", "ipa", "arpabet"]),
    refusal: () => (fault ??= { found: faultOf(bytes) }).found,
    open: async ({ utterances }) => {
      const own = utterances.filter((utterance) => utterance.slide === slide);
      const { speeches, errorMs } = cut(read(bytes), own);
      if (own.length > 1) {
        log(
          `${recordingPath(slide)}: ${own.length} sentences found by their pauses, probably within ${(errorMs / 1000).toFixed(1)} s`,
        );
      }
      return {
        parallel: 1,
        speak: async (utterance) => {
          const speech = speeches[own.findIndex((one) => one.key === utterance.key)];
          if (speech === undefined)
            throw new Error(`an utterance of ${utterance.slide} was asked of the recording of ${slide}`);
          return speech;
        },
        close: async () => {},
      };
    },
  };
}

/** The file at our rate and level, without the silence around it. @throws CannotSpeak */
function read(bytes: Uint8Array): Float32Array {
  const { samples, gainDb } = measure(bytes);
  const loud = scale(samples, fromDecibels(gainDb));
  const range = heard(loud, SAMPLE_RATE_HZ) ?? { from: 0, to: loud.length };
  return limit(loud.slice(range.from, range.to), SAMPLE_RATE_HZ, CEILING);
}

/** Why a recording cannot be used. */
function faultOf(bytes: Uint8Array): CannotSpeak | undefined {
  try {
    measure(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof CannotSpeak) return error;
    throw error;
  }
}

/** The file at our rate, and the gain that brings it to our level. @throws CannotSpeak */
function measure(bytes: Uint8Array): { samples: Float32Array; gainDb: number } {
  try {
    const wav = readWav(bytes);
    const samples = resample(wav.samples, wav.sampleRateHz, SAMPLE_RATE_HZ);
    const gainDb = gainFor(samples, SAMPLE_RATE_HZ);
    if (gainDb === undefined) throw new CannotSpeak("the recording is silent, or shorter than half a second");
    return { samples, gainDb };
  } catch (error) {
    if (error instanceof BadWav) throw new CannotSpeak(`the recording cannot be used: ${error.message}`);
    throw error;
  }
}

function cut(
  samples: Float32Array,
  utterances: readonly Utterance[],
): { speeches: Speech[]; errorMs: number } {
  const expectedMs = utterances.map(({ spoken }) => Math.max(1, estimateMs(spoken)));
  const { sentences, errorMs } = alignSentences(samples, SAMPLE_RATE_HZ, expectedMs);
  const speeches = sentences.map(({ startMs, endMs, nextMs }, i) => {
    const from = i === 0 ? 0 : toSamples(startMs, SAMPLE_RATE_HZ);
    const to = i === sentences.length - 1 ? samples.length : toSamples(nextMs, SAMPLE_RATE_HZ);
    const words = estimateWords(utterances[i]?.spoken ?? "");
    const stretch = (endMs - startMs) / Math.max(1, words.at(-1)?.endMs ?? 1);
    return {
      samples: toInt16(samples.subarray(from, to)),
      words: words.map((word) => ({
        startMs: Math.round(word.startMs * stretch),
        endMs: Math.round(word.endMs * stretch),
      })),
    };
  });
  return { speeches, errorMs };
}
