/**
 * The whole flow, from top to bottom: a folder is read, parsed, checked, spoken, timed, made into outputs and
 * published. Everything that touches the world comes in as an effect.
 */
import { check } from "./checks/index.ts";
import { vanishedSlides } from "./checks/vanished.ts";
import { loadBlocks } from "./blocks/index.ts";
import { counted } from "./counted.ts";
import { BadTemplate, deckCode } from "./deck-code.ts";
import { sortProblems } from "./diagnostics.ts";
import type { Config } from "./io/config.ts";
import { openStaging, type Staging } from "./io/publish.ts";
import { readDeck } from "./io/read-deck.ts";
import { assembleLecture, madeSlides } from "./lecture.ts";
import type { Deck, DeckFiles, Lecture, Problem } from "./model.ts";
import { describeMissingVoice, hasSound } from "./narration/missing-voice.ts";
import { narrate, type Narration } from "./narration/narrate.ts";
import { withAsked, type AskedHandouts } from "./outputs/handout/settings.ts";
import { selectOutputs } from "./outputs/index.ts";
import { sharedParts } from "./outputs/shared.ts";
import { source as sourceOutput } from "./outputs/source.ts";
import { sourceBundle } from "./outputs/source-files.ts";
import type { Tools } from "./outputs/tools.ts";
import { wholeSite } from "./outputs/whole.ts";
import { bibliographyOf } from "./source/bibliography.ts";
import { keyPlace } from "./source/key-place.ts";
import { parse } from "./source/parse.ts";
import { loadBibtex, needsBibtex } from "./source/references.ts";
import { narrationProblems, shorten } from "./source/shorten.ts";

/** What to build, from where, to where. */
export interface BuildRequest {
  /** Path of the deck's folder. */
  readonly deck: string;
  /** Path of the result's folder. */
  readonly out: string;
  /** Only this output, and what it needs; all by default. */
  readonly only?: string;
  /** The voice that the user asks for; else the deck's, else the program's. */
  readonly voice?: string;
  readonly audio: boolean;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** The deck's own templates and styles are used. */
  readonly trust: boolean;
  /** Also packs the result into one file to upload. */
  readonly zip: boolean;
  /** Handouts carry the deck's own source. */
  readonly attachSource?: boolean;
  /** Handouts in place of those that the deck names, and how they are printed. */
  readonly handouts?: AskedHandouts;
  /** Without the slides that are marked `.optional`. */
  readonly short?: boolean;
  /** The lecturer's own build, with private notes; never for a folder that holds a public one. */
  readonly speaker?: boolean;
  readonly cacheFolder: string;
  readonly config: Config;
  /** Path of the user's configuration file, for messages. */
  readonly configFile: string;
}

/** How a build meets the world. */
export interface BuildEffects extends Pick<Tools, "programFile" | "openBrowser" | "signal" | "progress"> {
  /** A stage has ended: `detail` says what it did. */
  readonly stage: (name: string, detail: string) => void;
}

/** What a build made and what it found wrong. */
export interface BuildResult {
  /** The published folder; undefined when the deck has errors, or when a lecture with sound would have become a silent one. */
  readonly out?: string;
  /** Paths of what was made, relative to `out`. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
  /** The deck as it was read, so that problems can be shown with their source. */
  readonly source: DeckFiles;
  /** Length of the lecture. */
  readonly durationMs: number;
  /** What could not be made for lack of something on this machine, and how to get it; a sentence each. */
  readonly missing: readonly string[];
}

/** A deck that was read, parsed and checked; `deck` is undefined when too little of it could be understood. */
export interface LoadedDeck {
  readonly deck: Deck | undefined;
  readonly source: DeckFiles;
  readonly problems: readonly Problem[];
}

/** The first half of the flow, which `check` shares: folder → Deck, and everything wrong with it. */
export async function loadDeck(folder: string): Promise<LoadedDeck> {
  const { deck: source, problems: reading } = await readDeck(folder);
  const blocks = await loadBlocks(source);
  const bibtex = [...source.files.keys()].some(needsBibtex) ? { bibtex: await loadBibtex() } : {};
  const { deck, problems: parsing } = await parse(source, { blocks, ...bibtex });
  const checking = deck === undefined ? [] : check(deck, source);
  return { deck, source, problems: sortProblems([...reading, ...parsing, ...checking]) };
}

/**
 * Builds a deck.
 * @throws BadOutFolder when the result may not be put at `out`
 * @throws the system's error when a file cannot be read or written; the old result is untouched
 */
export async function build(request: BuildRequest, effects: BuildEffects): Promise<BuildResult> {
  const staging = await openStaging({
    out: request.out,
    deck: request.deck,
    keepOld: request.only !== undefined,
    speaker: request.speaker ?? false,
  });
  try {
    const loaded = await loadDeck(request.deck);
    const { deck: full, source } = loaded;
    const problems: Problem[] = [...loaded.problems];
    const result = (more: Partial<BuildResult> = {}): BuildResult => ({
      files: [],
      problems: sortProblems(problems),
      source,
      durationMs: 0,
      missing: [],
      ...more,
    });
    const { deck, problems: shortening } =
      full === undefined || request.short !== true ? { deck: full, problems: [] } : shorten(full);
    problems.push(...shortening);
    if (deck !== undefined) effects.stage("read", describeDeck(deck));
    // What a short lecture leaves out has not vanished.
    if (full !== undefined) problems.push(...vanishedSlides(full, await staging.readLast("lecture.json")));
    if (deck === undefined || hasErrors(problems, request.strict)) return result();

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
        readDeck: staging.readDeck,
        changedMs: staging.changedMs,
        log: (line) => effects.stage("", line),
        signal: effects.signal,
      },
    );
    problems.push(...citing, ...narrationProblems(narration.problems, deck));
    effects.stage("speak", describeNarration(narration));
    if (hasErrors(problems, request.strict)) return result();
    const unspoken =
      narration.missing === undefined ? [] : [describeMissingVoice(narration.missing, request.configFile)];
    // A teacher's link must not fall silent because a program is missing on the machine that builds today.
    if (unspoken.length > 0 && hasSound(await staging.readLast("lecture.json")))
      return result({ missing: unspoken });

    const asked = { ...deck, meta: withAsked(deck.meta, request.handouts ?? {}) };
    const lecture = assembleLecture(asked, made, bibliography, narration);
    const code = await deckCode(source, request.trust);
    problems.push(...code.problems);
    const tools: Tools = {
      ...effects,
      ...code.tools,
      shared: sharedParts(lecture, code.tools.templates),
      staged: staging.folder,
      readDeck: staging.readDeck,
      speaker: request.speaker ?? false,
      // Of the whole deck, whatever this lecture leaves out.
      source: sourceBundle(full ?? deck, source, staging.readDeck, {
        inSite: selectOutputs(request.only).includes(sourceOutput),
        inHandouts: request.attachSource ?? false,
      }),
    };
    const {
      problems: making,
      files,
      missing,
    } = await makeOutputs(request.only, lecture, tools, staging, effects);
    problems.push(...making);
    if (hasErrors(problems, request.strict)) return result();
    effects.signal.throwIfAborted();
    const whole = await staging.publish(wholeSite({ zip: request.zip }));
    const { durationMs } = lecture.timeline;
    return result({
      files: [...files, ...whole],
      missing: [...missing, ...unspoken],
      out: staging.out,
      durationMs,
    });
  } finally {
    await staging.discard();
  }
}

/** Makes and stages the outputs in order. One that this machine cannot make leaves the others whole. */
async function makeOutputs(
  only: string | undefined,
  lecture: Lecture,
  tools: Tools,
  staging: Staging,
  { stage, signal }: BuildEffects,
): Promise<Pick<BuildResult, "files" | "problems" | "missing">> {
  const files: string[] = [];
  const problems: Problem[] = [];
  const missing: string[] = [];
  for (const output of selectOutputs(only)) {
    signal.throwIfAborted();
    try {
      const made = await output.make(lecture, tools);
      await staging.write(made.files);
      files.push(...made.files.map(({ path }) => path));
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

/** Whether these problems stop a build. */
export function hasErrors(problems: readonly Problem[], strict: boolean): boolean {
  return problems.some((p) => strict || p.severity === "error");
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
