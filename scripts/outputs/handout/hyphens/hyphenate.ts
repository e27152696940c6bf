/** Hyphenates the page that is printed, before it comes to paper. */
import type { Page } from "puppeteer-core";
import * as z from "zod";
import { divideIn, type Divide } from "./languages.ts";
import { nextHyphen, type NextWord, type SetLine } from "./next-hyphen.ts";
import { hyphensScript } from "./page-script.ts";
import { hyphenPoints } from "./points.ts";

/** A paragraph as the page sets it. */
interface SetParagraph {
  /** Its place among the page's paragraphs. */
  readonly paragraph: number;
  readonly measurePx: number;
  readonly lines: readonly SetLine[];
}

const setParagraphs: z.ZodType<readonly SetParagraph[]> = z.array(
  z.object({
    paragraph: z.number(),
    measurePx: z.number(),
    lines: z.array(
      z.object({
        slackPx: z.number(),
        end: z.enum(["space", "hyphen", "inside"]),
        next: z.object({ text: z.string(), from: z.number(), language: z.string() }).optional(),
      }),
    ),
  }),
);

/**
 * Puts soft hyphens where lines of running text would end much too early, and nowhere else: all that are left end a line. Every
 * paragraph is gone through from above, since a hyphen moves the lines below it; all paragraphs go on at the same time.
 * @param page laid out for print, with its fonts loaded
 * @param measureMm the width of the paper's text
 */
export async function hyphenate(page: Page, measureMm: number): Promise<void> {
  const count = z.number().parse(await page.evaluate(hyphensScript(measureMm)));
  const languages = new Map<string, Divide | undefined>();
  const pointsOf = ({ text, language }: NextWord): readonly number[] => {
    const divide = languages.get(language);
    return divide === undefined ? [] : hyphenPoints(text, language, divide);
  };
  /** Paragraph → the first line that was not looked at. */
  let open = new Map(Array.from({ length: count }, (_, paragraph) => [paragraph, 0]));
  while (open.size > 0) {
    const paragraphs = await read(page, [...open.keys()]);
    for (const { lines } of paragraphs)
      for (const { next } of lines)
        if (next !== undefined && !languages.has(next.language))
          languages.set(next.language, await divideIn(next.language));
    const edits = paragraphs.flatMap(({ paragraph, measurePx, lines }) => {
      const found = nextHyphen(lines, open.get(paragraph) ?? 0, measurePx, pointsOf);
      return found === undefined ? [] : [{ paragraph, ...found }];
    });
    await page.evaluate(`hyphens.write(${JSON.stringify(edits)})`);
    open = new Map(edits.map(({ paragraph, line }) => [paragraph, line + 1]));
  }
  await page.evaluate("hyphens.end()");
}

async function read(page: Page, paragraphs: readonly number[]): Promise<readonly SetParagraph[]> {
  return setParagraphs.parse(await page.evaluate(`hyphens.read(${JSON.stringify(paragraphs)})`));
}
