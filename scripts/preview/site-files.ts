/** The files of a preview's site, made when they are asked for. */
import type { DeckAccess } from "../io/inside-deck.ts";
import type { Lecture, OutputFile } from "../model.ts";
import { timeLecture, type SlideSpeech } from "../narration/timeline.ts";
import { accessibility } from "../outputs/accessibility.ts";
import { assets } from "../outputs/assets.ts";
import { captions } from "../outputs/captions.ts";
import type { Output } from "../outputs/index.ts";
import { lectureJson } from "../outputs/lecture-json.ts";
import { read } from "../outputs/read.ts";
import { sharedParts } from "../outputs/shared.ts";
import { columnText } from "../outputs/site/column.ts";
import { notesScripts } from "../outputs/site/notes.ts";
import { CONTENT_SECURITY_POLICY, indexPage, type PageOptions } from "../outputs/site/page.ts";
import { indexOfNames } from "../outputs/handout/around/index-of-names.ts";
import { remixPage } from "../outputs/site/remix-page.ts";
import { speakerPage } from "../outputs/site/speaker-page.ts";
import type { Tools } from "../outputs/tools.ts";
import { themeKey } from "../render/theme.ts";
import { transcript } from "../outputs/transcript.ts";
import { MissingBrowser } from "../io/missing-browser.ts";
import type { Session, Shown } from "./session.ts";

/** Files of the program that pages of a preview have: where they are asked for → where they come from. */
const PROGRAM: Readonly<Record<string, string>> = {
  "assets/player.js": "lib/site/preview.js",
  "assets/site.css": "lib/site/preview.css",
  "assets/speaker.js": "lib/site/preview-speaker.js",
  "assets/speaker.css": "lib/site/preview-speaker.css",
  "assets/remix.js": "lib/site/remix.js",
  "assets/remix.css": "lib/site/remix.css",
  "assets/remix-folder.js": "lib/site/remix-folder.js",
};

/** What the site holds besides its page and its columns, as a build makes it. */
const OUTPUTS: readonly Output[] = [assets, read, accessibility, captions, transcript, lectureJson];

/** Gives the site's files. */
export interface SiteFiles {
  /**
   * A file of the site as it is now.
   * @param path relative to the site, without a query
   * @param host under which the page was asked for
   * @returns undefined when there is no such file, or nothing can be shown yet
   */
  readonly get: (path: string, host: string) => Promise<Uint8Array | string | undefined>;
  /** What the theme's stylesheet is made from now; undefined when nothing can be shown yet. */
  readonly styles: () => string | undefined;
}

/** Makes the giver. */
export function siteFiles(
  session: Session,
  { programFile, signal }: Pick<Tools, "programFile" | "signal">,
): SiteFiles {
  const made = new Map<Output, { readonly shown: Shown; readonly files: Promise<readonly OutputFile[]> }>();

  function filesOf(output: Output, shown: Shown): Promise<readonly OutputFile[]> {
    const before = made.get(output);
    if (before?.shown === shown) return before.files;
    const lecture = wholeLecture(shown);
    const { templates } = shown.code;
    const tools: Tools = {
      programFile,
      signal,
      ...shown.code,
      shared: sharedParts(lecture, templates),
      speaker: true,
      staged: "",
      readDeck: session.files.readDeck,
      openBrowser: () => Promise.reject(new MissingBrowser([])),
      progress: () => undefined,
    };
    const files = output.make(lecture, tools).then((result) => result.files);
    made.set(output, { shown, files });
    return files;
  }

  async function fromOutputs(path: string, shown: Shown): Promise<Uint8Array | string | undefined> {
    for (const output of OUTPUTS) {
      const file = (await filesOf(output, shown)).find((one) => one.path === path);
      if (file !== undefined) return contentOf(file, session.files);
    }
    return undefined;
  }

  return {
    get: async (path, host) => {
      const program = Object.hasOwn(PROGRAM, path) ? PROGRAM[path] : undefined;
      if (program !== undefined) return programFile(program);
      const shown = session.shown();
      if (shown === undefined) return undefined;
      if (path === "index.html") return pageFor(shown, host);
      if (path === "speaker.html") return speakerFor(shown, host);
      if (path === "remix.html")
        return remixPage(
          shown,
          shown.columns,
          shown.page.index,
          indexOfNames(shown.deck),
          optionsFor(shown, host),
        );
      const notes = notesScripts(shown.columns).find((script) => script.path === path);
      if (notes !== undefined) return notes.text;
      const column = shown.page.index.columns.findIndex(({ data }) => data === path);
      if (column !== -1)
        return columnText(column, { slides: (shown.page.slides[column] ?? []).map(({ data }) => data) });
      return (await session.sound(path)) ?? fromOutputs(path, shown);
    },
    styles: () => {
      const shown = session.shown();
      if (shown === undefined) return undefined;
      return themeKey(partsOf(shown), shown.code);
    },
  };
}

/** The site's own policy, and a line to this server. */
export const previewPolicy = (host: string): string =>
  `${CONTENT_SECURITY_POLICY}; connect-src 'self' ws://${host}`;

const optionsFor = ({ version }: Shown, host: string): PageOptions => ({
  csp: previewPolicy(host),
  preview: String(version),
});

const pageFor = (shown: Shown, host: string): string =>
  indexPage(partsOf(shown), shown.columns, shown.page.index, optionsFor(shown, host));

const speakerFor = (shown: Shown, host: string): string =>
  speakerPage(shown, shown.page.index, notesScripts(shown.columns), optionsFor(shown, host));

async function contentOf(file: OutputFile, { readDeck }: DeckAccess): Promise<Uint8Array | string> {
  if ("text" in file) return file.text;
  return "bytes" in file ? file.bytes : readDeck(file.deckPath);
}

/** The lecture without its times and sounds. */
const partsOf = ({ deck, bibliography, speech: { voice }, page: { credits } }: Shown) => ({
  deck,
  bibliography,
  voice,
  credits,
});

/** The lecture as a build would make it; its sounds are given one by one. */
function wholeLecture(shown: Shown): Lecture {
  const { deck, front, back, speech } = shown;
  const slides = deck.eras.flatMap((era) => era.slides);
  const speeches = new Map<string, SlideSpeech>();
  const descriptions = new Map<string, NonNullable<ReturnType<typeof speech.descriptionOf>>>();
  for (const slide of slides) {
    const said = speech.speechOf(slide);
    if (said !== undefined) speeches.set(slide.fullId, said);
    const described = speech.descriptionOf(slide);
    if (described !== undefined) descriptions.set(slide.fullId, described);
  }
  const timeline = timeLecture({ deck, front, back, speech: speeches, descriptions });
  return { ...partsOf(shown), front, back, timeline, sounds: [] };
}
