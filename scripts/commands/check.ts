/** `lanternist check`: everything that is wrong with a deck, without building it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "../build.ts";
import { loadLectures, type LoadedLecture } from "../load-lectures.ts";
import { hasErrors, sortProblems } from "../diagnostics.ts";
import { EXIT } from "../exit-codes.ts";
import { MissingBrowser } from "../io/missing-browser.ts";
import { openBrowserOnce } from "../io/browser-once.ts";
import { readProgramFile } from "../io/program.ts";
import { madeSlides } from "../lecture.ts";
import type { Deck, Problem } from "../model.ts";
import { narrate } from "../narration/narrate.ts";
import { partsOf } from "../remix/licenses/parts.ts";
import { judge } from "../remix/licenses/verdict.ts";
import { sayVerdict } from "../remix/licenses/words.ts";
import { overflowProblems, overflowScript } from "../render/overflow.ts";
import { keyPlace } from "../source/key-place.ts";
import { bibliographyOf } from "../source/bibliography.ts";
import { readSentence, unusualReadings } from "../source/reading/index.ts";
import {
  describeDuration,
  readSettings,
  requireDeck,
  showProblems,
  type CommandContext,
  type Settings,
} from "./context.ts";

/** The command's options. */
export interface CheckOptions {
  readonly rendered?: boolean;
  readonly readings?: boolean;
  /** Path of a PDF to check instead of the deck. */
  readonly pdf?: string;
  readonly audio: boolean;
  readonly trust?: boolean;
  readonly strict?: boolean;
  readonly format: string;
  readonly cache?: string;
}

/** Prints all problems, as text or as a JSON array of problems; exit code 1 when a build would stop at one. */
export async function checkCommand(
  context: CommandContext,
  folder: string,
  options: CheckOptions,
): Promise<number> {
  const { terminal } = context;
  if (options.pdf !== undefined) {
    const { checkPdfCommand } = await import("./check-pdf.ts");
    return checkPdfCommand(context, options.pdf, options);
  }
  await requireDeck(folder);
  const settings = await readSettings(context, options);
  const {
    lectures,
    source,
    problems: loading,
  } = await loadLectures({
    folder,
    trust: options.trust ?? false,
  });
  const problems: Problem[] = [...loading];
  const lengths: string[] = [];
  // A course says most as its deck does.
  const readings = new Set<string>();
  let missing: string | undefined;
  for (const lecture of lectures) {
    const { deck, course, placeOf } = lecture;
    const { entries, problems: citing } = bibliographyOf(deck);
    const narration = await narrateSilently(
      lecture,
      madeSlides(deck, entries),
      options.audio,
      context,
      settings,
    );
    problems.push(...[...citing, ...narration.problems].map(placeOf));
    const what = course === undefined ? "the lecture" : `the course ${course}`;
    lengths.push(`${what} will be about ${describeDuration(narration.timeline.durationMs)} long`);
    if (options.readings === true) for (const line of readingsOf(lecture)) readings.add(line);
  }
  for (const line of readings) terminal.line(line);
  if (options.rendered === true && lectures.length > 0 && !hasErrors(problems, false)) {
    const looked = await lookAtSlides(folder, lectures, options, context, settings);
    problems.push(...looked.problems);
    missing = looked.missing;
  }
  const sorted = sortProblems(problems);
  if (options.format === "json") terminal.line(JSON.stringify(sorted, undefined, 2));
  else showProblems(terminal, sorted, source);
  if (options.format === "text")
    for (const { deck, course } of lectures)
      if (deck.meta.credits.length > 0) terminal.line(licencesOf(deck, course));
  if (missing !== undefined) terminal.error(missing);
  if (hasErrors(sorted, options.strict ?? false)) return EXIT.deck;
  if (options.format === "text") terminal.line(`${folder} can be built; ${lengths.join(", ")}`);
  return missing === undefined ? EXIT.good : EXIT.machine;
}

const narrateSilently = async (
  { deck, source, readDeck, changedMs }: LoadedLecture,
  made: ReturnType<typeof madeSlides>,
  rehearse: boolean,
  { signal }: CommandContext,
  { cacheFolder, config }: Settings,
): ReturnType<typeof narrate> =>
  narrate(
    deck,
    {
      ...made,
      audio: false,
      rehearse,
      voiceAt: keyPlace(source, "voice"),
      voices: config.voices,
      cacheFolder,
      deckPaths: new Set(source.files.keys()),
    },
    { progress: () => {}, readDeck, changedMs, signal },
  );

/** Whether the lecture may be passed on, in a line. */
const licencesOf = (deck: Deck, course: string | undefined): string =>
  `licences${course === undefined ? "" : ` of the course ${course}`}: ${sayVerdict(judge(deck.meta, partsOf(deck)), deck.meta.license)} (this is no legal advice)`;

/** A line for every stretch of narration that is not said as it is written. */
function readingsOf({ deck, placeOf }: LoadedLecture): string[] {
  const { language, pronunciations } = deck.meta;
  return deck.eras
    .flatMap((era) => era.slides)
    .flatMap((slide) => slide.narration)
    .flatMap(({ text, sayings, at }) => {
      const { runs } = readSentence(text, { language, sayings, pronunciations });
      const { file, line } = placeOf(at);
      return unusualReadings(runs, text).map(
        ({ written, spoken }) => `${file}:${line}  ${written}  →  ${spoken}`,
      );
    });
}

/** Opens every slide in a browser and says where content does not fit. */
async function lookAtSlides(
  folder: string,
  lectures: readonly LoadedLecture[],
  { trust = false }: CheckOptions,
  context: CommandContext,
  { cacheFolder, config, configFile, browser: chosen }: Settings,
): Promise<{ problems: Problem[]; missing?: string }> {
  const scratch = await mkdtemp(join(tmpdir(), "lanternist-check-"));
  const browser = openBrowserOnce({ cacheFolder, chosen, env: context.env, signal: context.signal });
  try {
    const request = {
      deck: folder,
      out: join(scratch, "pages"),
      only: "read",
      audio: false,
      strict: false,
      zip: false,
      trust,
      cacheFolder,
      config,
      configFile,
    };
    const { out } = await build(request, {
      stage: () => {},
      progress: () => {},
      programFile: readProgramFile,
      openBrowser: browser.open,
      signal: context.signal,
    });
    if (out === undefined) return { problems: [] };
    const page = await (await browser.open()).newPage();
    const problems: Problem[] = [];
    for (const { deck, folder: own, placeOf } of lectures) {
      await page.goto(pathToFileURL(join(out, own, "read.html")).href);
      await page.evaluate("document.fonts.ready.then(() => undefined)");
      problems.push(...overflowProblems(await page.evaluate(overflowScript), deck).map(placeOf));
    }
    return { problems };
  } catch (error) {
    if (error instanceof MissingBrowser)
      return { problems: [], missing: `the slides were not looked at: ${error.message}` };
    throw error;
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
