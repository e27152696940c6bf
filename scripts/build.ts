/**
 * The whole flow, from top to bottom: a folder is read, parsed, checked, spoken, timed, made into outputs and
 * published. Everything that touches the world comes in as an effect.
 */
import { hasErrors, sortProblems } from "./diagnostics.ts";
import type { Config } from "./io/config.ts";
import { openStaging } from "./io/publish.ts";
import { loadLectures } from "./load-lectures.ts";
import { makeLecture, type Log } from "./make-lecture.ts";
import type { DeckFiles, Problem } from "./model.ts";
import { type AskedHandouts } from "./outputs/handout/settings.ts";
import type { Tools } from "./outputs/tools.ts";
import { wholeSite } from "./outputs/whole.ts";

/** What to build, from where, to where. */
export interface BuildRequest {
  /** Path of the deck's folder. */
  readonly deck: string;
  /** Path of the result's folder. */
  readonly out: string;
  /** Only this output, and what it needs; all by default. */
  readonly only?: string;
  /** Only this course of the deck; the deck and all its courses by default. */
  readonly course?: string;
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

/** A lecture that was made. */
export interface BuiltLecture {
  /** The course's name; undefined for the deck. */
  readonly course: string | undefined;
  readonly durationMs: number;
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
  /** The deck's lecture, and that of each course. */
  readonly lectures: readonly BuiltLecture[];
  /** What could not be made for lack of something on this machine, and how to get it; a sentence each. */
  readonly missing: readonly string[];
}

/**
 * Builds a deck and its courses.
 * @throws BadOutFolder when the result may not be put at `out`
 * @throws WrongUsage when there is no course of the name that was asked for
 * @throws the system's error when a file cannot be read or written; the old result is untouched
 */
export async function build(request: BuildRequest, effects: BuildEffects): Promise<BuildResult> {
  const staging = await openStaging({
    out: request.out,
    deck: request.deck,
    keepOld: request.only !== undefined || request.course !== undefined,
    speaker: request.speaker ?? false,
  });
  try {
    const {
      lectures: loaded,
      problems,
      source,
    } = await loadLectures({
      folder: request.deck,
      only: request.course,
      trust: request.trust,
    });
    const log: Log = { problems: [...problems], files: [], missing: [] };
    const lectures: BuiltLecture[] = [];
    const result = (more: Partial<BuildResult> = {}): BuildResult => ({
      files: [],
      lectures: [],
      source,
      missing: [],
      ...more,
      problems: sortProblems(log.problems),
    });
    if (loaded.length === 0 || hasErrors(problems, request.strict)) return result();
    for (const one of loaded) {
      const made = await makeLecture(one, request, effects, staging, log);
      if (hasErrors(log.problems, request.strict)) return result();
      if (made === undefined) return result({ missing: log.missing });
      lectures.push(made);
    }
    effects.signal.throwIfAborted();
    const folders = loaded.map(({ folder }) => folder);
    const whole = await staging.publish(wholeSite({ zip: request.zip, folders }));
    return result({
      files: [...log.files, ...whole],
      lectures,
      missing: [...new Set(log.missing)],
      out: staging.out,
    });
  } finally {
    await staging.discard();
  }
}
