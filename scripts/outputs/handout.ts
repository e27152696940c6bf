/** `handout.pdf`: the article on paper, tagged, with bookmarks, printed by the build's browser. */
import { counted } from "../counted.ts";
import type { Lecture } from "../model.ts";
import { fontFamilies } from "../render/fonts.ts";
import { missingGlyphs } from "../render/glyphs.ts";
import { overflowProblems } from "../render/overflow.ts";
import { parseEdtf } from "../source/edtf.ts";
import { ANCHORS, type Article } from "./handout/article.ts";
import { fontProblems } from "./handout/font-problems.ts";
import type { Finishing } from "./handout/finish.ts";
import type { Bookmark } from "./handout/pdf/navigation.ts";
import { PrintingFailed, printArticle, type Printed } from "./handout/print.ts";
import type { Made, Output } from "./index.ts";
import { sharedOf } from "./shared.ts";
import type { Tools } from "./tools.ts";

/** The study handout; needs `read.html` among the staged files. */
export const handout: Output = {
  name: "handout",
  make: async (lecture, tools) => await makeHandout(lecture, tools, limitFor(lecture)),
};

/** A page that never settles must end: after a minute, and half a second more for every slide. */
const limitFor = (lecture: Lecture): number =>
  60_000 + 500 * lecture.deck.eras.reduce((sum, era) => sum + era.slides.length, 0);

/**
 * The handout's file, or the problems for which there is none.
 * @param limitMs how long one attempt at printing may take
 * @throws MissingBrowser, PrintingFailed, the signal's reason
 */
export async function makeHandout(lecture: Lecture, tools: Tools, limitMs: number): Promise<Made> {
  const unprintable = missingGlyphs(lecture, "error");
  if (unprintable.length > 0) return { files: [], problems: unprintable };
  const { finishPdf, placesOf } = await import("./handout/finish.ts");
  const article = sharedOf(lecture, tools).article();
  const { pdf, links, families, pageOf, overflows } = await printWithRetry(tools, placesOf, limitMs);
  const finished = await finishPdf(pdf, finishing(lecture, article, links));
  const shipped = new Set(fontFamilies.map(({ name }) => name));
  const seen = {
    asked: families.filter(({ name }) => !shipped.has(name)),
    foreign: finished.foreignFonts,
    missingGlyphs: finished.missingGlyphs,
    pageOf,
  };
  const problems = await fontProblems(seen, lecture, tools.readDeck);
  return {
    files: problems.length > 0 ? [] : [{ path: "handout.pdf", bytes: finished.bytes }],
    problems: [...problems, ...overflowProblems(overflows, lecture.deck)],
    summary: counted(finished.pages, "page"),
  };
}

/** A browser that dies while printing is given one more try, with a new one. */
async function printWithRetry(
  tools: Tools,
  placesOf: (pdf: Uint8Array) => Promise<Map<string, number>>,
  limitMs: number,
): Promise<Printed> {
  for (let attempt = 1; ; attempt++) {
    const limit = AbortSignal.timeout(limitMs);
    const browser = await tools.openBrowser();
    try {
      return await printArticle({
        browser,
        folder: tools.staged,
        placesOf,
        signal: AbortSignal.any([tools.signal, limit]),
        progress: (done, total) => tools.progress("handout: step", done, total),
      });
    } catch (cause) {
      tools.signal.throwIfAborted();
      if (cause instanceof PrintingFailed) throw cause;
      if (limit.aborted)
        throw new PrintingFailed(`printing the handout took longer than ${limitMs / 1000} s`, { cause });
      if (attempt === 2)
        throw new PrintingFailed(`the browser died twice while printing the handout: ${wordsOf(cause)}`, {
          cause,
        });
      await browser.close().catch(() => undefined);
    }
  }
}

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

function finishing(lecture: Lecture, article: Article, links: ReadonlyMap<string, string>): Finishing {
  const { meta } = lecture.deck;
  return {
    title: meta.title,
    authors: article.authors,
    subject: article.subtitle,
    language: meta.language,
    identifier: article.identifier,
    license: meta.license ?? "",
    date: dateOf(meta.date, process.env["SOURCE_DATE_EPOCH"]),
    bookmarks: bookmarksOf(article),
    cover: meta.title,
    describeLink: (target) => links.get(target),
    families: fontFamilies.map(({ name }) => name),
  };
}

/** Eras with their slides, then what comes after them. */
function bookmarksOf(article: Article): Bookmark[] {
  const leaf = (title: string, target: string): Bookmark => ({ title, target, children: [] });
  return [
    leaf(article.words.contents, ANCHORS.contents),
    ...article.eras.map((era) => ({
      title: era.title,
      target: era.id,
      children: era.parts.map((part) => leaf(part.label, part.id)),
    })),
    leaf(article.words.sources, ANCHORS.sources),
    leaf(article.words.credits, ANCHORS.credits),
  ];
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
