/** `lanternist build`. */
import { relative } from "node:path";
import { build, type BuildEffects } from "../build.ts";
import { hasErrors } from "../diagnostics.ts";
import { EXIT, WrongUsage } from "../exit-codes.ts";
import {
  handoutFile,
  handoutProfiles,
  profileNames,
  type Paper,
  type ProfileName,
  type SlidesPerPage,
  type StepsPolicy,
} from "../handout-profiles.ts";
import { openBrowserOnce } from "../io/browser-once.ts";
import { readProgramFile } from "../io/program.ts";
import type { AskedHandouts } from "../outputs/handout/settings.ts";
import {
  describeDuration,
  readSettings,
  requireDeck,
  requireVoice,
  showProblems,
  type CommandContext,
} from "./context.ts";

/** The command's options, as they are written. */
export interface BuildOptions {
  /** Without it the folder's name says what kind of result it holds. */
  readonly out?: string;
  readonly only?: string;
  readonly course?: string;
  readonly handout?: readonly ProfileName[];
  readonly paper?: Paper;
  readonly mono?: boolean;
  readonly steps?: StepsPolicy;
  readonly perPage?: SlidesPerPage;
  readonly voice?: string;
  readonly audio: boolean;
  readonly strict?: boolean;
  readonly trust?: boolean;
  readonly zip?: boolean;
  readonly attachSource?: boolean;
  readonly short?: boolean;
  readonly speaker?: boolean;
  readonly cache?: string;
}

/** Builds a deck; prints a line for each stage and, last, where the results are. */
export async function buildCommand(
  context: CommandContext,
  deck: string,
  options: BuildOptions,
): Promise<number> {
  const { terminal, signal, now } = context;
  const started = now();
  if (options.zip === true && options.speaker === true)
    throw new WrongUsage(
      "--zip packs what is uploaded, and --speaker holds your private notes; leave one out",
    );
  const handouts = askedHandouts(options, deck);
  const out = options.out ?? usualFolder(options);
  await requireDeck(deck);
  const settings = await readSettings(context, options);
  requireVoice(options.voice, settings.config);
  const browser = openBrowserOnce({
    cacheFolder: settings.cacheFolder,
    chosen: settings.browser,
    env: context.env,
    signal,
  });
  const effects: BuildEffects = {
    stage: (name, detail) => terminal.line(`${name.padEnd(14)}${detail}`),
    progress: (name, done, total) => terminal.progress(name, done, total),
    programFile: readProgramFile,
    openBrowser: browser.open,
    signal,
  };
  const strict = options.strict ?? false;
  try {
    // It takes as long as reading the deck, and most builds print.
    if (options.only === undefined || options.only === "handout") browser.start();
    const request = {
      ...options,
      deck,
      out,
      handouts,
      strict,
      trust: options.trust ?? false,
      zip: options.zip ?? false,
      config: settings.config,
      configFile: settings.configFile,
      cacheFolder: settings.cacheFolder,
    };
    const result = await build(request, effects);
    showProblems(terminal, result.problems, result.source);
    if (hasErrors(result.problems, strict)) {
      terminal.error("nothing was built; an earlier result is untouched");
      return EXIT.deck;
    }
    if (result.out === undefined) {
      terminal.error(`nothing was built; the lecture with sound in ${out} is untouched`);
      for (const missing of result.missing) terminal.error(missing);
      return EXIT.machine;
    }
    const place = relative(process.cwd(), result.out) || result.out;
    const pages = options.speaker === true ? ["index.html", "speaker.html"] : ["index.html"];
    for (const { course } of result.lectures)
      for (const name of [...pages, "read.html", ...profileNames.map(handoutFile)]) {
        const file = course === undefined ? name : `courses/${course}/${name}`;
        if (result.files.includes(file)) terminal.line(`→ ${place}/${file}`);
      }
    if (result.files.includes("site.zip")) terminal.line(`→ ${place}/site.zip`);
    const lengths = result.lectures.map(
      ({ course, durationMs }) =>
        `${course === undefined ? "The lecture" : `The course ${course}`} is ${describeDuration(durationMs)} long`,
    );
    terminal.line(
      `${lengths.join(". ")}; building ${lengths.length === 1 ? "it" : "all"} took ${describeDuration(now() - started)}.`,
    );
    if (options.speaker === true)
      terminal.line(`${place} holds your private notes: it is yours, and not for publishing.`);
    for (const missing of result.missing) terminal.error(missing);
    return result.missing.length === 0 ? EXIT.good : EXIT.machine;
  } finally {
    await browser.close();
  }
}

/**
 * What is asked for of the handouts.
 * @throws WrongUsage when it could not be made
 */
function askedHandouts(options: BuildOptions, deck: string): AskedHandouts {
  const { handout, paper, mono, steps, perPage, only, speaker } = options;
  const secret = handout?.find((name) => handoutProfiles[name].isPrivate);
  if (secret !== undefined && speaker !== true)
    throw new WrongUsage(
      `the handout ${secret} holds your private notes; write: lanternist build ${deck} --speaker --handout ${handout?.join(",")}`,
    );
  if (perPage !== undefined && handout !== undefined && !handout.includes("slides"))
    throw new WrongUsage("--per-page is for the handout slides; add it to --handout");
  const asked: AskedHandouts = {
    ...(handout !== undefined && { profiles: handout }),
    ...(paper !== undefined && { paper }),
    ...(mono !== undefined && { mono }),
    ...(steps !== undefined && { steps }),
    ...(perPage !== undefined && { perPage }),
  };
  if (Object.keys(asked).length > 0 && only !== undefined && only !== "handout")
    throw new WrongUsage(`--only ${only} makes no handout; leave it out, or write --only handout`);
  return asked;
}

/** A result of one kind does not take the place of another by itself. */
const usualFolder = ({ speaker, short }: Pick<BuildOptions, "speaker" | "short">): string =>
  `dist${speaker === true ? "-speaker" : ""}${short === true ? "-short" : ""}`;
