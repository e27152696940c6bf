/** Makes one lecture: a deck is spoken, timed, made into outputs and staged. Everything that touches the world comes in as an effect. */
import { join } from "node:path";
import { vanishedSlides } from "./checks/vanished.ts";
import { counted } from "./counted.ts";
import { BadTemplate, deckCode } from "./deck-code.ts";
import type { DeckAccess } from "./io/inside-deck.ts";
import { type Staging } from "./io/publish.ts";
import { assembleLecture, madeSlides } from "./lecture.ts";
import type { Deck, Lecture, OutputFile, Problem } from "./model.ts";
import { describeMissingVoice, hasSound } from "./narration/missing-voice.ts";
import { narrate, type Narration } from "./narration/narrate.ts";
import { withAsked } from "./outputs/handout/settings.ts";
import { selectOutputs } from "./outputs/index.ts";
import { sharedParts } from "./outputs/shared.ts";
import { source as sourceOutput } from "./outputs/source.ts";
import { sourceBundle } from "./outputs/source-files.ts";
import type { Tools } from "./outputs/tools.ts";
import { bibliographyOf } from "./source/bibliography.ts";
import { keyPlace } from "./source/key-place.ts";
import { narrationProblems, shorten } from "./source/shorten.ts";
import { hasErrors } from "./diagnostics.ts";
import type { LoadedLecture } from "./load-lectures.ts";
import type { BuildEffects, BuildRequest, BuiltLecture } from "./build.ts";

/** What a build collects as it goes. */
export interface Log {
  readonly problems: Problem[];
  readonly files: string[];
  readonly missing: string[];
}

/** One lecture, from deck to staged files; undefined where a lecture with sound would fall silent, or the deck has errors. */
export async function makeLecture(
  loaded: LoadedLecture,
  request: BuildRequest,
  effects: BuildEffects,
  staging: Staging,
  { problems, files, missing }: Log,
): Promise<BuiltLecture | undefined> {
  const { deck: full, source, course, folder, readDeck, changedMs } = loaded;
  const add = (found: readonly Problem[]): void => void problems.push(...found.map(loaded.placeOf));
  const { deck, problems: shortening } =
    request.short === true ? shorten(full) : { deck: full, problems: [] };
  add(shortening);
  if (deck === undefined) return undefined;
  const name = course === undefined ? "read" : "course";
  effects.stage(name, `${course === undefined ? "" : `${course}: `}${describeDeck(deck)}`);
  // What a short lecture leaves out has not vanished.
  add(vanishedSlides(full, await staging.readLast(`${folder}lecture.json`)));

  const { entries: bibliography, problems: citing } = bibliographyOf(deck);
  const made = madeSlides(deck, bibliography);
  const narration = await narrate(
    deck,
    {
      ...made,
      audio: request.audio,
      voice: request.voice,
      voiceAt: keyPlace(source, "voice"),
      voices: request.config.voices,
      cacheFolder: request.cacheFolder,
      deckPaths: new Set(source.files.keys()),
    },
    {
      progress: (done, total) => effects.progress("speak: sentence", done, total),
      readDeck,
      changedMs,
      log: (line) => effects.stage("", line),
      signal: effects.signal,
    },
  );
  add([...citing, ...narrationProblems(narration.problems, deck)]);
  effects.stage("speak", describeNarration(narration));
  if (hasErrors(problems, request.strict)) return undefined;
  const unspoken =
    narration.missing === undefined ? [] : [describeMissingVoice(narration.missing, request.configFile)];
  // A teacher's link must not fall silent because a program is missing on the machine that builds today.
  if (unspoken.length > 0 && hasSound(await staging.readLast(`${folder}lecture.json`))) {
    missing.push(...unspoken);
    return undefined;
  }

  const asked = { ...deck, meta: withAsked(deck.meta, request.handouts ?? {}) };
  const lecture = assembleLecture(asked, made, bibliography, narration);
  const code = await deckCode(source, request.trust);
  add(code.problems);
  const tools: Tools = {
    ...effects,
    ...code.tools,
    shared: sharedParts(lecture, code.tools.templates),
    staged: join(staging.folder, folder),
    readDeck,
    speaker: request.speaker ?? false,
    // Of the whole lecture, whatever a short build leaves out.
    source: sourceBundle(full, source, readDeck, {
      inSite: selectOutputs(request.only).includes(sourceOutput),
      inHandouts: request.attachSource ?? false,
    }),
  };
  const outputs = await makeOutputs(request.only, lecture, tools, loaded, staging, effects);
  add(outputs.problems);
  files.push(...outputs.files);
  missing.push(...outputs.missing, ...unspoken);
  return { course, durationMs: lecture.timeline.durationMs };
}

/** Makes and stages the outputs in order. One that this machine cannot make leaves the others whole. */
async function makeOutputs(
  only: string | undefined,
  lecture: Lecture,
  tools: Tools,
  { folder, course, readDeck }: LoadedLecture,
  staging: Staging,
  { stage, signal }: BuildEffects,
): Promise<Pick<Log, "files" | "problems" | "missing">> {
  const files: string[] = [];
  const problems: Problem[] = [];
  const missing: string[] = [];
  for (const output of selectOutputs(only)) {
    signal.throwIfAborted();
    try {
      const made = await output.make(lecture, tools);
      // A course's files come from several decks, and the deck's own from its folder as they are.
      const placed =
        course === undefined
          ? made.files
          : await Promise.all(made.files.map((file) => inFolder(file, folder, readDeck)));
      await staging.write(placed);
      files.push(...placed.map(({ path }) => path));
      problems.push(...made.problems);
      missing.push(...(made.missing ?? []));
      stage(output.name, made.summary ?? counted(made.files.length, "file"));
    } catch (error) {
      if (!(error instanceof BadTemplate)) throw error;
      problems.push(error.problem);
    }
  }
  return { files, problems, missing };
}

/** A file of a course, for its place in the result. */
async function inFolder(
  file: OutputFile,
  folder: string,
  readDeck: DeckAccess["readDeck"],
): Promise<OutputFile> {
  const path = folder + file.path;
  return "deckPath" in file ? { path, bytes: await readDeck(file.deckPath) } : { ...file, path };
}

function describeDeck({ eras, short }: Deck): string {
  const slides = eras.flatMap((era) => era.slides);
  const sentences = slides.flatMap((slide) => slide.narration).length;
  const parts = [
    counted(eras.length, "era"),
    counted(slides.length, "slide"),
    counted(sentences, "sentence"),
  ];
  const left = short === undefined ? "" : `; ${counted(short.leftOut, "optional slide")} left out`;
  return `${parts.join(", ")}${left}`;
}

function describeNarration({ counts, missing }: Narration): string {
  const { sentences, descriptions, spoken } = counts;
  if (missing !== undefined) return `${counted(sentences, "sentence")}, without sound: ${missing.message}`;
  const described = descriptions === 0 ? "" : `, and ${descriptions} that describe pictures`;
  return `${counted(sentences, "sentence")}${described}, ${spoken} spoken anew`;
}
