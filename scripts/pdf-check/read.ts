/** Opens a PDF that may be anything. */
import type { PDFDocument } from "@cantoo/pdf-lib";

/** The file cannot be checked; the message says why and what to do, in words for the person who asked. */
export class CannotCheck extends Error {
  override readonly name = "CannotCheck";
}

/** Larger files than this are not read: a handout of a thousand slides has a twentieth of it. */
export const LARGEST_BYTES = 200 * 1024 * 1024;

/**
 * Reads a document as it is, without mending it.
 * @throws CannotCheck when it is no PDF, needs a password, is damaged or has no page
 */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  // The header may stand after some other bytes (ISO 32000-1, annex H, note 13).
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-"))
    throw new CannotCheck("it is no PDF: it does not begin with %PDF-");
  const { EncryptedPDFError, ParseSpeeds, PDFDocument } = await import("@cantoo/pdf-lib");
  const options = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest, preserveXFA: true };
  let document: PDFDocument;
  try {
    // The empty password opens what is only locked against changes.
    document = await PDFDocument.load(bytes, { ...options, password: "" });
  } catch (cause) {
    if (cause instanceof EncryptedPDFError || /password|encrypt/i.test(String(cause)))
      throw new CannotCheck("it needs a password to be opened; save it without one, and check it then", {
        cause,
      });
    throw new CannotCheck(`it is damaged: ${firstLine(cause)}`, { cause });
  }
  if (document.getPageCount() === 0) throw new CannotCheck("it is damaged: it has no pages");
  return document;
}

/** What an error says, on one line. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 200) ?? "";
