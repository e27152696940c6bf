/** Hyphenates the page that is printed, before it comes to paper. */
import type { Page } from "puppeteer-core";
import * as z from "zod";
import { divideIn, type Divide } from "./languages.ts";
import { hyphensScript } from "./page-script.ts";
import { hyphenPoints } from "./points.ts";

/** A line that ends much too early, or tears a word. */
interface EarlyLine {
  /** Its place among the page's paragraphs. */
  readonly paragraph: number;
  /** Its place in the paragraph. */
  readonly line: number;
  /** How many lines right before it end with a hyphen, up to `IN_A_ROW`. */
  readonly hyphensBefore: number;
  /** The word that the next line begins with, or that this one tears, with the punctuation around it. */
  readonly text: string;
  /** How much of it has to stay on this line, such as a word with its dash. */
  readonly from: number;
  /** BCP 47. */
  readonly language: string;
}

const earlyLines: z.ZodType<readonly EarlyLine[]> = z.array(
  z.object({
    paragraph: z.number(),
    line: z.number(),
    hyphensBefore: z.number(),
    text: z.string(),
    from: z.number(),
    language: z.string(),
  }),
);

/** A line that leaves more than this part of the measure free ends too early: the hyphenation zone of ragged setting. */
const ZONE = 0.12;

/** Lines in a row that may end with a hyphen: three would be a ladder in columns as narrow as these. */
const IN_A_ROW = 2;

/**
 * Puts soft hyphens where lines of running text would end much too early, and nowhere else: all that are left end a line here. Every
 * paragraph is gone through from above, since a hyphen moves the lines below it; all paragraphs go on at the same time. On paper a few
 * end no line, since Chromium sets the last lines of a paragraph anew where a page divides it; `soft-hyphens.ts` takes those out.
 * @param page laid out for print, with its fonts loaded
 */
export async function hyphenate(page: Page): Promise<void> {
  const count = z.number().parse(await page.evaluate(hyphensScript(ZONE)));
  const languages = new Map<string, Divide | undefined>();
  const pointsOf = ({ text, from, language, hyphensBefore }: EarlyLine): readonly number[] => {
    const divide = languages.get(language);
    return divide === undefined || hyphensBefore >= IN_A_ROW
      ? []
      : hyphenPoints(text, language, divide).filter((point) => point > from);
  };
  /** Each paragraph that is not finished, and the line to go on from. */
  let open = Array.from({ length: count }, (_, paragraph) => ({ paragraph, from: 0 }));
  while (open.length > 0) {
    const lines = earlyLines.parse(await page.evaluate(`hyphens.read(${JSON.stringify(open)})`));
    for (const { language } of lines)
      if (!languages.has(language)) languages.set(language, await divideIn(language));
    const edits = lines
      .map((line) => ({ paragraph: line.paragraph, points: pointsOf(line) }))
      .filter(({ points }) => points.length > 0);
    await page.evaluate(`hyphens.write(${JSON.stringify(edits)})`);
    open = lines.map(({ paragraph, line }) => ({ paragraph, from: line + 1 }));
  }
  await page.evaluate("hyphens.end()");
}
