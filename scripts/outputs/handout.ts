/** The handouts: a lecture's documents on paper, tagged, with bookmarks, printed one after the other by the build's browser. */
import { counted } from "../counted.ts";
import { handoutFile, handoutProfiles, profileNames, type ProfileName } from "../handout-profiles.ts";
import { MissingBrowser } from "../io/missing-browser.ts";
import type { DeckMeta, Lecture, OutputFile, Problem } from "../model.ts";
import { fontFamilies } from "../render/fonts.ts";
import { missingGlyphs } from "../render/glyphs.ts";
import { overflowProblems } from "../render/overflow.ts";
import { parseEdtf } from "../source/edtf.ts";
import { accessibilityProblems } from "./handout/accessibility-problems.ts";
import type { Article } from "./handout/article.ts";
import { documentOf, makingOf, type HandoutDocument } from "./handout/document.ts";
import { fontProblems } from "./handout/font-problems.ts";
import type { Finishing, openPrinted } from "./handout/finish.ts";
import type { Attachment } from "./handout/pdf/attachments.ts";
import { PrintingFailed, PRINTED_STYLES, printDocument, type Printed } from "./handout/print.ts";
import { profiles } from "./handout/profiles/index.ts";
import type { Profile } from "./handout/profiles/profile.ts";
import type { Made, Output } from "./index.ts";
import { SOURCE_ZIP } from "./source.ts";
import type { Tools } from "./tools.ts";

/** Every handout that the deck asks for; needs `assets` among the staged files. */
export const handout: Output = {
  name: "handout",
  make: async (lecture, tools) => await makeHandouts(lecture, tools, limitFor(lecture)),
};

/** A page that never settles must end: after a minute, and half a second more for every slide. */
const limitFor = (lecture: Lecture): number =>
  60_000 + 500 * lecture.deck.eras.reduce((sum, era) => sum + era.slides.length, 0);

/** The profiles to make, in table order; those with private notes in the lecturer's own builds only. */
export const profilesToMake = ({ handout: choices }: DeckMeta, speaker = false): readonly ProfileName[] =>
  profileNames.filter(
    (name) =>
      choices.some(({ profile }) => profile === name) && (speaker || !handoutProfiles[name].isPrivate),
  );

/**
 * The handouts' files, or the problems for which there are none. One that cannot be printed leaves the others.
 * @param limitMs how long one attempt at printing one of them may take
 * @throws the signal's reason
 */
export async function makeHandouts(lecture: Lecture, tools: Tools, limitMs: number): Promise<Made> {
  const names = profilesToMake(lecture.deck.meta, tools.speaker);
  const unprintable = missingGlyphs(
    lecture,
    "error",
    names.some((name) => handoutProfiles[name].isPrivate),
  );
  if (unprintable.length > 0) return { files: [], problems: unprintable };
  const files: OutputFile[] = [];
  const problems: Problem[] = [];
  const missing: string[] = [];
  const done: string[] = [];
  for (const name of names) {
    try {
      const made = await makeHandout(name, lecture, tools, limitMs);
      problems.push(...made.problems.filter((problem) => !problems.some((known) => isSame(problem, known))));
      if (made.bytes === undefined) continue;
      files.push({ path: handoutFile(name), bytes: made.bytes });
      done.push(names.length === 1 ? counted(made.pages, "page") : `${name} ${counted(made.pages, "page")}`);
    } catch (error) {
      if (error instanceof MissingBrowser) {
        const lacking = names.map(handoutFile).filter((path) => !files.some((file) => file.path === path));
        missing.push(
          `${lacking.join(", ")} ${lacking.length === 1 ? "is" : "are"} missing: ${error.message}`,
        );
        break;
      }
      if (!(error instanceof PrintingFailed)) throw error;
      missing.push(`${handoutFile(name)} is missing: ${error.message}`);
    }
  }
  const kept = profilesToMake(lecture.deck.meta, true).filter((name) => !names.includes(name));
  const left = kept.map(
    (name) => `${name} is left out: it holds your private notes, and is made with --speaker`,
  );
  return { files, problems, missing, summary: [...done, ...left].join(", ") || "none" };
}

/** What one profile came to; without bytes where a letter could not be shown. */
interface MadeHandout {
  readonly bytes?: Uint8Array;
  readonly pages: number;
  readonly problems: readonly Problem[];
}

async function makeHandout(
  name: ProfileName,
  lecture: Lecture,
  tools: Tools,
  limitMs: number,
): Promise<MadeHandout> {
  const { finishPdf, openPrinted } = await import("./handout/finish.ts");
  const profile = profiles[name];
  const made = makingOf(profile, lecture, tools);
  const document = await documentOf(profile, made, tools, { stylesheet: PRINTED_STYLES });
  const hyphenates = profile.hyphenates && lecture.deck.meta.hyphenate;
  const attempt: Attempt = { name, document, hyphenates, tools, open: openPrinted, limitMs };
  const { pdf, links, families, overflows } = await printWithRetry(attempt);
  const pageOf = pdf.places;
  const attachments = await attachmentsOf(lecture, tools);
  const finished = finishPdf(pdf.document, {
    ...finishing(lecture, profile, made.article, links),
    attachments,
  });
  const shipped = new Set(fontFamilies.map(({ name }) => name));
  const seen = {
    asked: families.filter(({ name }) => !shipped.has(name)),
    foreign: finished.foreignFonts,
    missingGlyphs: finished.missingGlyphs,
    pageOf,
  };
  const problems = await fontProblems(seen, lecture, tools.readDeck);
  return {
    ...(problems.length === 0 && { bytes: finished.bytes }),
    pages: finished.pages,
    problems: [
      ...problems,
      // Of a handout that is not published nothing else is said.
      ...(problems.length > 0
        ? []
        : accessibilityProblems(handoutFile(name), finished.findings, lecture, pageOf)),
      ...overflowProblems(overflows, lecture.deck),
    ],
  };
}

/** A slide that is too full is so in every profile, and told of once. */
const isSame = (a: Problem, b: Problem): boolean =>
  a.code === b.code && a.message === b.message && a.file === b.file && a.line === b.line;

/** One handout to print. */
interface Attempt {
  readonly name: ProfileName;
  readonly document: HandoutDocument;
  readonly hyphenates: boolean;
  readonly tools: Tools;
  readonly open: typeof openPrinted;
  readonly limitMs: number;
}

/** A browser that dies while printing is given one more try, with a new one. */
async function printWithRetry({
  name,
  document,
  hyphenates,
  tools,
  open,
  limitMs,
}: Attempt): Promise<Printed> {
  const what = handoutFile(name);
  for (let attempt = 1; ; attempt++) {
    const limit = AbortSignal.timeout(limitMs);
    const browser = await tools.openBrowser();
    try {
      return await printDocument({
        browser,
        document,
        folder: tools.staged,
        hyphenates,
        open,
        signal: AbortSignal.any([tools.signal, limit]),
        progress: (done, total) => tools.progress(`handout, ${name}: page`, done, total),
      });
    } catch (cause) {
      tools.signal.throwIfAborted();
      if (cause instanceof PrintingFailed) throw cause;
      if (limit.aborted)
        throw new PrintingFailed(`printing ${what} took longer than ${limitMs / 1000} s`, { cause });
      if (attempt === 2)
        throw new PrintingFailed(`the browser died twice while printing ${what}: ${wordsOf(cause)}`, {
          cause,
        });
      await browser.close().catch(() => undefined);
    }
  }
}

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

function finishing(
  lecture: Lecture,
  profile: Profile,
  article: Article,
  links: ReadonlyMap<string, string>,
): Omit<Finishing, "attachments"> {
  const { meta } = lecture.deck;
  return {
    title: meta.title,
    authors: article.authors,
    subject: article.subtitle,
    language: meta.language,
    identifier: article.identifier,
    license: meta.license ?? "",
    date: dateOf(meta.date, process.env["SOURCE_DATE_EPOCH"]),
    bookmarks: profile.bookmarks(article),
    cover: profile.hasCover ? meta.title : undefined,
    describeLink: (target) => links.get(target),
    families: fontFamilies.map(({ name }) => name),
  };
}

/** The deck's source, where the user asks for it. */
async function attachmentsOf(lecture: Lecture, { source }: Tools): Promise<Attachment[]> {
  if (source?.inHandouts !== true) return [];
  const description = `The source of “${lecture.deck.meta.title}”: Markdown, pictures and bibliography`;
  return [{ name: SOURCE_ZIP, mediaType: "application/zip", description, bytes: await source.zip() }];
}

/**
 * When the handout says it was made: `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the first day of the deck's
 * date, else nothing.
 */
export function dateOf(date: string | undefined, epoch: string | undefined): Date | undefined {
  if (epoch !== undefined && /^\d+$/.test(epoch)) return new Date(Number(epoch) * 1000);
  const parsed = date === undefined ? undefined : parseEdtf(date);
  if (parsed?.ok !== true || parsed.value.kind !== "date") return undefined;
  const { year, month, day } = parsed.value.date;
  return new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}
