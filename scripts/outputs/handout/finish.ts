/**
 * The last pass over the printed PDF: what Chromium leaves open of PDF/UA-1 is closed, bookmarks and page labels
 * are written, and the fonts are looked at. Loaded only when a PDF is made.
 */
import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import { shrinkage } from "../../pdf/content.ts";
import { pageContent } from "../../pdf/objects.ts";
import { findingsOf, type Finding } from "../../pdf-check/index.ts";
import { inspect } from "../../pdf-check/inspect.ts";
import { markArtifacts } from "./pdf/artifacts.ts";
import { attachFiles, type Attachment } from "./pdf/attachments.ts";
import { foreignFonts, type ForeignFont } from "./pdf/foreign-fonts.ts";
import { writeIdentifier, writeMetadata, writeXmp, type Facts } from "./pdf/metadata.ts";
import {
  describeLinks,
  destinationPages,
  writeOutline,
  writePageLabels,
  type Bookmark,
} from "./pdf/navigation.ts";
import { mendRoles } from "./pdf/roles.ts";
import { PrintingFailed } from "./print.ts";

/** What a printed PDF still lacks. */
export interface Finishing extends Facts {
  readonly bookmarks: readonly Bookmark[];
  /** What page 1 is called, where it is a cover. */
  readonly cover: string | undefined;
  /** Words for a link, by `#id` or address. */
  readonly describeLink: (target: string) => string | undefined;
  /** Font families of the lecture, as CSS names them. */
  readonly families: readonly string[];
  readonly attachments: readonly Attachment[];
  /** The page numbers that the contents name, by id. */
  readonly pageOf: ReadonlyMap<string, number>;
}

/** The PDF as it is published, and what was found in it. */
export interface Finished {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Fonts that are not the lecture's own. */
  readonly foreignFonts: readonly ForeignFont[];
  /** Pages on which a glyph is missing. */
  readonly missingGlyphs: readonly number[];
  /** What breaks PDF/UA-1 or good practice; with an error among them the document does not say that it keeps the standard. */
  readonly findings: readonly Finding[];
}

/**
 * Where the named places of a printed PDF are: id → page number from 1.
 * @throws PrintingFailed when Chromium has shrunk the pages, because something on them is wider than the paper
 */
export const placesOf = async (pdf: Uint8Array): Promise<Map<string, number>> => placesIn(await load(pdf));

function placesIn(document: PDFDocument): Map<string, number> {
  for (const page of document.getPages().slice(1)) {
    const shrunk = shrinkage(pageContent(document, page));
    if (shrunk < SHRUNK)
      throw new PrintingFailed(
        `something in the article is wider than the paper: it came out at ${Math.round(shrunk * 100)} %`,
      );
  }
  return destinationPages(document);
}

/** Rounding stays above this. */
const SHRUNK = 0.99;

/**
 * @param pdf as Chromium printed it, tagged, without an outline
 * @throws PrintingFailed when its pages break elsewhere than the contents say, or were shrunk
 */
export async function finishPdf(pdf: Uint8Array, finishing: Finishing): Promise<Finished> {
  const document = await load(pdf);
  if (!sameNumbers(finishing.pageOf, placesIn(document)))
    throw new PrintingFailed("the page numbers of the contents did not settle");
  mendRoles(document);
  markArtifacts(document);
  describeLinks(document, finishing.describeLink);
  writeOutline(document, finishing.bookmarks);
  writePageLabels(document, finishing.cover);
  attachFiles(document, finishing.attachments);
  writeMetadata(document, finishing);
  writeXmp(document, finishing, true);
  const inspected = inspect(document);
  const findings = findingsOf(inspected);
  if (findings.some(({ severity }) => severity === "error")) writeXmp(document, finishing, false);
  writeIdentifier(document);
  return {
    bytes: await document.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Infinity,
    }),
    pages: document.getPageCount(),
    foreignFonts: foreignFonts(inspected.fonts, finishing.families),
    missingGlyphs: inspected.pages.filter(({ drawn }) => drawn.missingGlyph).map(({ number }) => number),
    findings,
  };
}

const sameNumbers = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([name, page]) => b.get(name) === page);

const load = async (pdf: Uint8Array): Promise<PDFDocument> =>
  await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
