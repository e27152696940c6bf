/** `lanternist say`: hear how a voice says something, without building anything. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EXIT, WrongUsage } from "../exit-codes.ts";
import { errorCode } from "../io/error-code.ts";
import type { DeckFile, DeckFiles } from "../model.ts";
import { describeMissingVoice } from "../narration/missing-voice.ts";
import { narrate } from "../narration/narrate.ts";
import { parse } from "../source/parse.ts";
import {
  describeDuration,
  readSettings,
  requireDeck,
  requireVoice,
  showProblems,
  type CommandContext,
} from "./context.ts";

/** The command's options. */
export interface SayOptions {
  readonly out: string;
  readonly voice?: string;
  /** Folder of a deck whose language, voice and pronunciations are used. */
  readonly deck?: string;
  readonly cache?: string;
}

/** Speaks the text as a slide's narration would be, cues and all, and writes an MP3 file. */
export async function sayCommand(
  context: CommandContext,
  text: string,
  options: SayOptions,
): Promise<number> {
  const { terminal, signal } = context;
  if (options.deck !== undefined) await requireDeck(options.deck);
  const { config, configFile, cacheFolder } = await readSettings(context, options);
  requireVoice(options.voice, config);
  const source = await oneSlide(text, options.deck);
  const { deck, problems: parsing } = await parse(source, { blocks: new Map() });
  const fatal = parsing.filter((p) => p.severity === "error");
  showProblems(terminal, fatal, source);
  if (deck === undefined || fatal.length > 0) return EXIT.deck;
  const [slide, ...others] = deck.eras.flatMap((era) => era.slides);
  if (slide === undefined || slide.narration.length === 0 || slide.notes !== "" || others.length > 0)
    throw new WrongUsage(
      'say takes one or more sentences, and no slides or notes: lanternist say "Good morning."',
    );
  const { sounds, timeline, voice, problems, missing } = await narrate(
    { ...deck, meta: { ...deck.meta, front: [], back: [] } },
    {
      front: [],
      back: [],
      audio: true,
      voice: options.voice,
      voices: config.voices,
      cacheFolder,
      deckPaths: new Set(),
    },
    { progress: () => {}, readDeck: () => Promise.reject(new Error("there is no deck")), signal },
  );
  showProblems(terminal, problems, source);
  if (missing !== undefined) {
    terminal.error(describeMissingVoice(missing, configFile));
    return EXIT.machine;
  }
  const [sound] = sounds;
  if (sound === undefined || problems.some((p) => p.severity === "error")) return EXIT.deck;
  await writeFile(options.out, sound.bytes);
  terminal.line(`→ ${options.out}  ${describeDuration(timeline.durationMs)}, ${voice.title}`);
  return EXIT.good;
}

/** A deck of one slide that says the text, with the `deck.yaml` of another deck if there is one. */
async function oneSlide(text: string, deck: string | undefined): Promise<DeckFiles> {
  const yaml = deck === undefined ? undefined : await readFile(join(deck, "deck.yaml")).catch(unlessMissing);
  const files = [asFile("01-say.md", new TextEncoder().encode(`## Say\n\nNarration:\n${text}\n`))];
  if (yaml !== undefined) files.push(asFile("deck.yaml", yaml));
  return { name: "say", files: new Map(files.map((file) => [file.path, file])) };
}

/** A folder of plain Markdown has no `deck.yaml`. */
function unlessMissing(error: unknown): undefined {
  if (errorCode(error) !== "ENOENT") throw error;
}

const asFile = (path: string, bytes: Uint8Array): DeckFile => ({ path, sizeBytes: bytes.length, bytes });
