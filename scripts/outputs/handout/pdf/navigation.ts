/** How a reader finds the way in the PDF: bookmarks from our own model, page labels, words for links. */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from "@cantoo/pdf-lib";
import { dictAt, itemsAt, nameAt, resolve, textAt } from "../../../pdf/objects.ts";

/** One entry of the outline. */
export interface Bookmark {
  readonly title: string;
  /** Name of the place it leads to: an id of the page that was printed. */
  readonly target: string;
  readonly children: readonly Bookmark[];
}

/** Where every named place of the document is: name → page number from 1. */
export function destinationPages(document: PDFDocument): Map<string, number> {
  const pages = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const found = new Map<string, number>();
  for (const [name, place] of destinations(document)) {
    const page = pages.get(place.get(0).toString());
    if (page !== undefined) found.set(name, page);
  }
  return found;
}

/** Named places as Chromium writes them: a dictionary in the catalog (ISO 32000-1, 12.3.2.3). */
function destinations(document: PDFDocument): Map<string, PDFArray> {
  const found = new Map<string, PDFArray>();
  for (const [name, value] of dictAt(document.catalog, "Dests")?.entries() ?? []) {
    const place = resolve(document.context, value);
    const array = place instanceof PDFDict ? place.lookup(PDFName.of("D")) : place;
    if (array instanceof PDFArray) found.set(name.decodeText(), array);
  }
  return found;
}

/** Moves named places to the head of other pages: name → page number from 1. */
export function moveDestinations(document: PDFDocument, moved: ReadonlyMap<string, number>): void {
  const pages = document.getPages();
  for (const [name, place] of destinations(document)) {
    const page = pages[(moved.get(name) ?? 0) - 1];
    if (page === undefined) continue;
    place.set(0, page.ref);
    place.set(3, PDFNumber.of(page.getHeight()));
  }
}

/** Replaces the outline. A bookmark whose place is not in the document is left out with what is under it. */
export function writeOutline(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const places = destinations(document);
  const write = (
    entries: readonly Bookmark[],
    parent: PDFRef,
  ): { first: PDFRef; last: PDFRef; count: number } | undefined => {
    const known = entries.flatMap((entry) => {
      const place = places.get(entry.target);
      return place === undefined ? [] : [{ entry, place, ref: context.nextRef() }];
    });
    for (const [index, { entry, place, ref }] of known.entries()) {
      const under = write(entry.children, ref);
      const [before, after] = [known[index - 1]?.ref, known[index + 1]?.ref];
      context.assign(
        ref,
        context.obj({
          Title: PDFHexString.fromText(entry.title),
          Parent: parent,
          Dest: place,
          ...(before === undefined ? {} : { Prev: before }),
          ...(after === undefined ? {} : { Next: after }),
          // Closed: eras show first, slides on request.
          ...(under === undefined ? {} : { First: under.first, Last: under.last, Count: -under.count }),
        }),
      );
    }
    const [first, last] = [known[0]?.ref, known.at(-1)?.ref];
    return first === undefined || last === undefined ? undefined : { first, last, count: known.length };
  };
  const root = context.nextRef();
  const top = write(bookmarks, root);
  if (top === undefined) return;
  context.assign(root, context.obj({ Type: "Outlines", First: top.first, Last: top.last, Count: top.count }));
  catalog.set(PDFName.of("Outlines"), root);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

/** Page labels that say what is printed: a cover has its name, every other page its number. */
export function writePageLabels(document: PDFDocument, cover: string | undefined): void {
  const { context, catalog } = document;
  const labels =
    cover === undefined
      ? [0, { S: "D", St: 1 }]
      : [0, { P: PDFHexString.fromText(cover) }, 1, { S: "D", St: 2 }];
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: labels }));
}

/** Gives every link the words that say where it leads (PDF/UA-1, 7.18.5). */
export function describeLinks(document: PDFDocument, describe: (target: string) => string | undefined): void {
  for (const link of linkAnnotations(document)) {
    const target = linkTarget(link) ?? "";
    link.set(PDFName.of("Contents"), PDFHexString.fromText(describe(target) ?? target));
  }
}

/** The link annotations of all pages, in page order. */
export function linkAnnotations(document: PDFDocument): PDFDict[] {
  return document.getPages().flatMap((page) =>
    itemsAt(page.node, "Annots").flatMap((item: PDFObject) => {
      const dict = resolve(document.context, item);
      return dict instanceof PDFDict && nameAt(dict, "Subtype") === "Link" ? [dict] : [];
    }),
  );
}

/** `#id` for a place in the document, else the address. */
function linkTarget(link: PDFDict): string | undefined {
  const inside = link.lookup(PDFName.of("Dest"));
  if (inside instanceof PDFName) return `#${inside.decodeText()}`;
  if (inside instanceof PDFString || inside instanceof PDFHexString) return `#${inside.decodeText()}`;
  const action = dictAt(link, "A");
  return action === undefined ? undefined : textAt(action, "URI");
}
