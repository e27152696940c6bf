/**
 * The last pass over the printed PDF: what Chromium leaves open of PDF/UA-1 is closed, bookmarks and page labels
 * are written, and the fonts are looked at. Loaded only when a PDF is made.
 */
import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import { shrinkage } from "../../pdf/content.ts";
import { pageContent } from "../../pdf/objects.ts";
import { writePdf } from "../../pdf/write.ts";
import { findingsOf, type Finding } from "../../pdf-check/index.ts";
import { inspect } from "../../pdf-check/inspect.ts";
import { markArtifacts } from "./pdf/artifacts.ts";
import type { Foreseen } from "./foresee.ts";
import { attachFiles, type Attachment } from "./pdf/attachments.ts";
import { foreignFonts, type ForeignFont } from "./pdf/foreign-fonts.ts";
import { writeIdentifier, writeMetadata, writeXmp, type Facts } from "./pdf/metadata.ts";
import {
  describeLinks,
  destinationPages,
  moveDestinations,
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

/** A printed PDF, read. */
export interface OpenedPdf {
  readonly document: PDFDocument;
  /** Where its named places are: id → page number from 1. */
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Reads a PDF as Chromium printed it.
 * @param foreseen where its anchors should be
 * @throws PrintingFailed when Chromium has shrunk the pages, because something on them is wider than the paper
 */
export async function openPrinted(
  pdf: Uint8Array,
  foreseen: ReadonlyMap<string, Foreseen> = new Map(),
): Promise<OpenedPdf> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  for (const page of document.getPages().slice(1)) {
    const shrunk = shrinkage(pageContent(document, page));
    if (shrunk < SHRUNK)
      throw new PrintingFailed(
        `something in the article is wider than the paper: it came out at ${Math.round(shrunk * 100)} %`,
      );
  }
  const places = destinationPages(document);
  const moved = movedPlaces(places, foreseen);
  moveDestinations(document, moved);
  return { document, places: new Map([...places, ...moved]) };
}

/**
 * Where a paragraph moves to the next page whole, Chromium 150 leaves the places in its first line at the foot of the
 * page before. These belong where they were foreseen: at the head of a page.
 */
const movedPlaces = (
  places: ReadonlyMap<string, number>,
  foreseen: ReadonlyMap<string, Foreseen>,
): ReadonlyMap<string, number> =>
  new Map(
    [...foreseen].flatMap(([anchor, { page, isFirst }]): [string, number][] =>
      isFirst && places.get(anchor) === page - 1 ? [[anchor, page]] : [],
    ),
  );

/** Rounding stays above this. */
const SHRUNK = 0.99;

/** @param document as Chromium printed it, tagged, without an outline; it is changed */
export function finishPdf(document: PDFDocument, finishing: Finishing): Finished {
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
    bytes: writePdf(document),
    pages: document.getPageCount(),
    foreignFonts: foreignFonts(inspected.fonts, finishing.families),
    missingGlyphs: inspected.pages.filter(({ drawn }) => drawn.missingGlyph).map(({ number }) => number),
    findings,
  };
}
