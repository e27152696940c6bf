/** Which voice speaks a deck, and what has to be said about it. */
import { error, nearest, warning } from "../diagnostics.ts";
import type { At, Deck, Problem, VoiceInfo } from "../model.ts";
import type { NarrationOptions } from "./narrate.ts";
import type { SlidePlan } from "./plan.ts";
import { adapters, DEFAULT_VOICE, findVoice } from "./voices/index.ts";
import { silentVoice } from "./voices/silent.ts";
import type { Voice } from "./voices/voice.ts";

/** The user's voice, else the deck's, else the one that always works. */
export function chooseVoice(
  deck: Deck,
  { audio, voice, voices, voiceAt = deckFile() }: NarrationOptions,
): { voice: Voice; problems: Problem[] } {
  if (!audio) return { voice: silentVoice(), problems: [] };
  const written = voice ?? deck.meta.voice ?? DEFAULT_VOICE;
  const found = findVoice(written, voices);
  if ("voice" in found) return { voice: found.voice, problems: [] };
  const fallback = findVoice(DEFAULT_VOICE, {});
  if (!("voice" in fallback)) throw new Error(fallback.wrong);
  const name = written.split(/[\s:]/)[0] ?? "";
  // A deck may name a voice that only its author's machine has: the lecture is still whole with ours. A slip is an error, and so is what a user asks for.
  const foreign =
    voice === undefined &&
    !Object.hasOwn(adapters, name) &&
    nearest(name, Object.keys(adapters)) === undefined;
  const make = foreign ? warning : error;
  const hint = foreign
    ? `spoken by ${DEFAULT_VOICE} instead; name the voice's program in your configuration, or build with --voice flite`
    : found.hint;
  return {
    voice: fallback.voice,
    problems: [make("unknown-voice", voiceAt, found.wrong, hint === undefined ? {} : { hint })],
  };
}

/** A voice reads every language by the rules of its own. */
export function otherLanguage({ languages, info }: Voice, { meta }: Deck): Problem[] {
  const primary = meta.language.toLowerCase().split("-")[0] ?? "";
  if (languages === undefined || languages.has(primary)) return [];
  const message = `${info.title} reads English only, and the deck's language is "${meta.language}"`;
  const hint = "name a voice for it in your configuration, record the slides, or build with --no-audio";
  return [warning("voice-language", deckFile(), message, { hint })];
}

/**
 * Who speaks: the voice, a person, or both.
 * @param describes the voice says what pictures show
 */
export function voiceInfo(
  plans: readonly SlidePlan[],
  { info }: Voice,
  recorded: ReadonlyMap<string, Voice>,
  describes: boolean,
): VoiceInfo {
  const [recording] = recorded.values();
  if (recording === undefined) return info;
  if (plans.every(({ slide }) => recorded.has(slide.fullId))) {
    const credit = describes ? info.credit : undefined;
    return credit === undefined ? recording.info : { ...recording.info, credit };
  }
  return { ...info, title: `${info.title}, and recordings` };
}

/** Problems of the machine stand where the deck begins. */
export function deckFile(): At {
  return { file: "deck.yaml", line: 1, column: 1 };
}
