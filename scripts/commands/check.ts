/** `lanternist check`: everything that is wrong with a deck, without building it. */
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, hasErrors, loadDeck } from "../build.ts";
import { sortProblems } from "../diagnostics.ts";
import { EXIT } from "../exit-codes.ts";
import { MissingBrowser } from "../io/missing-browser.ts";
import { openBrowserOnce } from "../io/browser-once.ts";
import { deckAccess } from "../io/inside-deck.ts";
import { readProgramFile } from "../io/program.ts";
import { madeSlides } from "../lecture.ts";
import type { Deck, DeckFiles, Problem } from "../model.ts";
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
  const { deck, source, problems: loading } = await loadDeck(folder);
  const problems: Problem[] = [...loading];
  let lengthMs = 0;
  let missing: string | undefined;
  if (deck !== undefined) {
    const { entries, problems: citing } = bibliographyOf(deck);
    const narration = await narrateSilently(
      folder,
      deck,
      madeSlides(deck, entries),
      source,
      options.audio,
      context,
      settings,
    );
    lengthMs = narration.timeline.durationMs;
    problems.push(...citing, ...narration.problems);
    if (options.readings === true) for (const line of readingsOf(deck)) terminal.line(line);
    if (options.rendered === true && !hasErrors(problems, false)) {
      const looked = await lookAtSlides(folder, deck, context, settings);
      problems.push(...looked.problems);
      missing = looked.missing;
    }
  }
  const sorted = sortProblems(problems);
  if (options.format === "json") terminal.line(JSON.stringify(sorted, undefined, 2));
  else showProblems(terminal, sorted, source);
  if (deck !== undefined && deck.meta.credits.length > 0 && options.format === "text")
    terminal.line(licencesOf(deck));
  if (missing !== undefined) terminal.error(missing);
  if (hasErrors(sorted, options.strict ?? false)) return EXIT.deck;
  if (options.format === "text")
    terminal.line(`${folder} can be built; the lecture will be about ${describeDuration(lengthMs)} long`);
  return missing === undefined ? EXIT.good : EXIT.machine;
}

const narrateSilently = async (
  folder: string,
  deck: Deck,
  made: ReturnType<typeof madeSlides>,
  source: DeckFiles,
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
    { progress: () => {}, ...deckAccess(await realpath(folder)), signal },
  );

/** Whether the lecture may be passed on, in a line. */
const licencesOf = (deck: Deck): string =>
  `licences: ${sayVerdict(judge(deck.meta, partsOf(deck)), deck.meta.license)} (this is no legal advice)`;

/** A line for every stretch of narration that is not said as it is written. */
function readingsOf(deck: Deck): string[] {
  const { language, pronunciations } = deck.meta;
  return deck.eras
    .flatMap((era) => era.slides)
    .flatMap((slide) => slide.narration)
    .flatMap(({ text, sayings, at }) => {
      const { runs } = readSentence(text, { language, sayings, pronunciations });
      return unusualReadings(runs, text).map(
        ({ written, spoken }) => `${at.file}:${at.line}  ${written}  →  ${spoken}`,
      );
    });
}

/** Opens every slide in a browser and says where content does not fit. */
async function lookAtSlides(
  folder: string,
  deck: Deck,
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
      trust: false,
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
    await page.goto(pathToFileURL(join(out, "read.html")).href);
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    return { problems: overflowProblems(await page.evaluate(overflowScript), deck) };
  } catch (error) {
    if (error instanceof MissingBrowser)
      return { problems: [], missing: `the slides were not looked at: ${error.message}` };
    throw error;
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
