#!/usr/bin/env node
/** The command line: arguments, printing and exit codes. The only file that prints or exits. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { CommandContext } from "./commands/context.ts";
import { EXIT, exitCodeOf, explain } from "./exit-codes.ts";
import { suggestion } from "./diagnostics.ts";
import {
  PAPERS,
  profileNames,
  SLIDES_PER_PAGE,
  STEPS_POLICIES,
  type Paper,
  type ProfileName,
  type SlidesPerPage,
} from "./handout-profiles.ts";
import { keepCompiledCode } from "./io/compiled-code.ts";
import { cacheFolder } from "./io/folders.ts";
import { programVersion } from "./io/program.ts";
import { makeTerminal } from "./terminal.ts";

const terminal = makeTerminal(process.stdout, process.stderr, process.env["NO_COLOR"]);
// Whoever reads along may stop, as `| head` does: the work goes on.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
const interruption = new AbortController();

/** Everything that commands may use of the world. */
const context: CommandContext = {
  terminal,
  env: process.env,
  signal: interruption.signal,
  now: () => performance.now(),
  today: () => Date.now(),
};

const DECK = ["[deck]", "the deck's folder", "slides"] as const;
const cache = new Option("--cache <folder>", "keep clips and the unpacked browser there");
const strict = new Option("--strict", "treat warnings as errors");
const format = new Option("--format <format>", "how problems are shown")
  .choices(["text", "json"])
  .default("text");

const program = new Command("lanternist")
  .description("Turns a folder of Markdown, one file per era, into a narrated lecture and a PDF handout.")
  .version(programVersion())
  .showHelpAfterError("(lanternist --help shows what there is)")
  .exitOverride()
  .configureOutput({
    writeOut: (text) => terminal.line(text.trimEnd()),
    writeErr: (text) => terminal.error(text.trimEnd()),
  })
  .hook("preAction", (_, command) =>
    keepCompiledCode(cacheFolder(process.env, command.opts<{ cache?: string }>().cache)),
  );

/** The exit code that a command gave. */
let exitCode: number = EXIT.good;
const run =
  <A extends unknown[]>(load: () => Promise<(context: CommandContext, ...args: A) => Promise<number>>) =>
  async (...args: A): Promise<void> => {
    const command = await load();
    exitCode = await command(context, ...args);
  };

program
  .command("build")
  .description("build a deck's lecture and handout")
  .argument(...DECK)
  .option(
    "--out <folder>",
    "where the result shall be (default: dist, dist-short, dist-speaker or dist-speaker-short)",
  )
  .addOption(
    new Option("--only <output>", "make only this, and what it needs").choices(["site", "read", "handout"]),
  )
  .option("--course <name>", "make only this course of the deck")
  .addOption(
    new Option("--handout <profiles>", "make these handouts, such as study,slides").argParser(handoutNames),
  )
  .addOption(new Option("--paper <size>", "the handouts' paper: A4 or Letter").argParser(paperName))
  .option("--mono", "handouts to be printed in black and white")
  .addOption(new Option("--steps <policy>", "what handouts show of a slide's steps").choices(STEPS_POLICIES))
  .addOption(
    new Option(
      "--per-page <n>",
      `slides on a page of the handout slides: ${SLIDES_PER_PAGE.join(", ")}`,
    ).argParser(slidesPerPage),
  )
  .option("--voice <name>", "the voice that speaks")
  .option("--no-audio", "make no sound: times are estimated from the words")
  .addOption(strict)
  .option("--trust", "use the deck's own templates and styles, which are code")
  .option("--zip", "also pack the result into site.zip, to upload")
  .option("--attach-source", "put the deck's source, without notes, into the handouts as a file")
  .option("--short", "leave out the slides that are marked .optional")
  .option("--speaker", "build your own copy, with your private notes; not for publishing")
  .addOption(cache)
  .action(run(async () => (await import("./commands/build.ts")).buildCommand));

program
  .command("preview")
  .description("show the lecture in a browser while you write it")
  .argument(...DECK)
  .addOption(new Option("--port <n>", "where it is served").argParser(wholeNumber))
  .option("--host", "let other devices of the network join, with a key")
  .option("--voice <name>", "the voice that speaks")
  .option("--no-audio", "make no sound: times are estimated from the words")
  .option("--trust", "use the deck's own templates and styles, which are code")
  .option("--short", "leave out the slides that are marked .optional")
  .addOption(cache)
  .action(run(async () => (await import("./commands/preview.ts")).previewCommand));

program
  .command("check")
  .description("say what is wrong with a deck, and build nothing")
  .argument(...DECK)
  .option("--rendered", "also look at every slide in a browser: does its content fit?")
  .option("--readings", "show how numbers, dates and names will be said")
  .option("--pdf <file>", "check this PDF instead: can everyone use it (PDF/UA-1)?")
  .option("--trust", "courses may borrow from decks outside the folder")
  .option("--no-audio", "as for a build without sound: what the voice cannot say is no problem")
  .addOption(strict)
  .addOption(format)
  .addOption(cache)
  .action(run(async () => (await import("./commands/check.ts")).checkCommand));

program
  .command("new")
  .description("start a deck: a small one that shows the format")
  .argument("<folder>", "a folder that does not exist yet, or is empty")
  .option(
    "--from <deck>",
    "start from this deck: a source.zip, the folder of a built site, or a deck's folder",
  )
  .action(run(async () => (await import("./commands/new.ts")).newCommand));

const remix = program
  .command("remix")
  .description("borrow slides of other decks for a course, and follow what becomes of them");
const inDeck = new Option("--deck <folder>", "the deck that the course lies in").default("slides");
const trusted = new Option("--trust", "borrow from decks outside the folder");
const dryRun = new Option("--dry-run", "say what would be done, and do nothing");

remix
  .command("add")
  .description("copy slides of other decks into a course, with pictures, sources, pronunciations and credits")
  .argument("<course>", "the course's name: that of its file in courses/")
  .argument("<slides...>", "deck:era/slide, deck:era/slide..era/slide or deck:era")
  .addOption(inDeck)
  .addOption(dryRun)
  .addOption(trusted)
  .action(run(async () => (await import("./commands/remix/add.ts")).addCommand));

remix
  .command("status")
  .description("say of each borrowed slide what has changed in its deck and here")
  .argument("[course]", "the course's name; all courses without it")
  .addOption(inDeck)
  .addOption(trusted)
  .addOption(new Option("--format <format>", "how it is shown").choices(["text", "json"]).default("text"))
  .action(run(async () => (await import("./commands/remix/status.ts")).statusCommand));

remix
  .command("diff")
  .description("show what has changed in borrowed slides, word by word")
  .argument("[course]", "the course's name; all courses without it")
  .argument("[slides...]", "only these, as remix status names them")
  .addOption(inDeck)
  .addOption(trusted)
  .action(run(async () => (await import("./commands/remix/diff.ts")).diffCommand));

remix
  .command("update")
  .description("take over what has changed in the decks of borrowed slides, and keep what was changed here")
  .argument("[course]", "the course's name; all courses without it")
  .argument("[slides...]", "only these, as remix status names them")
  .addOption(inDeck)
  .addOption(dryRun)
  .addOption(trusted)
  .action(run(async () => (await import("./commands/remix/update.ts")).updateCommand));

program
  .command("say")
  .description("hear how a voice says something")
  .argument("<text>", "one or more sentences")
  .option("--out <file>", "the MP3 file to write", "say.mp3")
  .option("--voice <name>", "the voice that speaks")
  .option("--deck <folder>", "use this deck's language, voice and pronunciations")
  .addOption(cache)
  .action(run(async () => (await import("./commands/say.ts")).sayCommand));

program
  .command("cache")
  .description("show, prune or clear the store of spoken clips")
  .addArgument(new Argument("[action]", "what to do").choices(["show", "prune", "clear"]).default("show"))
  .addOption(
    new Option("--days <n>", "prune clips that no build has used for so long")
      .argParser(wholeNumber)
      .default(90),
  )
  .addOption(new Option("--megabytes <n>", "prune down to this size").argParser(wholeNumber).default(2000))
  .addOption(cache)
  .action(run(async () => (await import("./commands/cache.ts")).cacheCommand));

program
  .command("doctor")
  .description("say what this machine has, what is missing and how to get it")
  .addOption(new Option("--get <what>", "download it first").choices(["browser"]))
  .addOption(cache)
  .action(run(async () => (await import("./commands/doctor.ts")).doctorCommand));

/** @throws InvalidArgumentError when it is none */
function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("write a whole number, such as 30");
  return Number(text);
}

/** @throws InvalidArgumentError when one is no profile */
function handoutNames(text: string): readonly ProfileName[] {
  const names = text.split(",").map((name) => name.trim());
  return names.map((name) => {
    const found = profileNames.find((profile) => profile === name.toLowerCase());
    if (found !== undefined) return found;
    const meant = suggestion(name, profileNames) ?? `one of: ${profileNames.join(", ")}`;
    throw new InvalidArgumentError(`there is no handout "${name}"; ${meant}`);
  });
}

/** @throws InvalidArgumentError when it is no paper of ours */
function paperName(text: string): Paper {
  const found = PAPERS.find((paper) => paper.toLowerCase() === text.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`write one of ${PAPERS.join(", ")}`);
  return found;
}

/** @throws InvalidArgumentError when no page is made for so many */
function slidesPerPage(text: string): SlidesPerPage {
  const found = SLIDES_PER_PAGE.find((count) => String(count) === text);
  if (found === undefined) throw new InvalidArgumentError(`write one of ${SLIDES_PER_PAGE.join(", ")}`);
  return found;
}

async function main(): Promise<number> {
  try {
    await program.parseAsync();
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.usage;
    terminal.error(explain(error, interruption.signal));
    return exitCodeOf(error, interruption.signal);
  }
}

for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.once(name, () => {
    interruption.abort(new Error(name));
    // A second one ends the program whatever it is doing; nothing that is published can be half-made.
    process.once(name, () => process.exit(EXIT.interrupted));
  });
}
process.exitCode = await main();
