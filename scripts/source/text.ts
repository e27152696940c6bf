/** Turns a file's bytes into text: UTF-8 only, with or without a byte order mark, any line ends. */
import { error } from "../diagnostics.ts";
import type { At, DeckFile, Problem } from "../model.ts";

/** A file's text, in the two forms that reading needs. */
export interface SourceText {
  /** As written, without a byte order mark; lines end as the author's editor ends them. */
  readonly raw: string;
  /** The same with every line end written `\n`; lines and columns are those of `raw`. */
  readonly text: string;
  /** The byte order mark, if there was one. */
  readonly mark: "" | "\uFEFF";
  readonly problems: readonly Problem[];
}

/**
 * Characters that only steer a terminal or a printer, and the line ends that no editor shows. Browsers draw a box or ask for another
 * font; a blank keeps the words apart, and the columns as they are.
 */
// oxlint-disable-next-line no-control-regex -- they are what is meant
const CONTROLS = /[\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F\u2028\u2029]/g;

/** Reads a file's text. What is no UTF-8 is an error at its place, and reads as `\uFFFD`. */
export function readText(file: DeckFile): SourceText {
  const bytes = file.bytes ?? new Uint8Array();
  const { text, ok } = isUtf16(bytes) ? { text: "", ok: false } : decode(bytes);
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const raw = text.slice(mark.length);
  return {
    raw,
    text: raw.replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD").replace(CONTROLS, " "),
    mark,
    problems: ok ? [] : [notUtf8(bytes, file.path)],
  };
}

function decode(bytes: Uint8Array): { text: string; ok: boolean } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), ok: true };
  } catch {
    return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), ok: false };
  }
}

/** By its byte order mark. Read as UTF-8 every line of it would be a mistake of its own. */
const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function notUtf8(bytes: Uint8Array, file: string): Problem {
  if (isUtf16(bytes)) {
    return error("not-utf8", { file, line: 1, column: 1 }, "the file is UTF-16", {
      hint: "save it as UTF-8",
    });
  }
  return error("not-utf8", firstInvalid(bytes, file), "this is not UTF-8 text", {
    hint: "save the file as UTF-8",
  });
}

/** The first line that does not decode, and the first character in it that does not. */
function firstInvalid(bytes: Uint8Array, file: string): At {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    const slice = bytes.subarray(start, end === -1 ? bytes.length : end);
    const { text, ok } = decode(slice);
    if (!ok) return { file, line, column: text.indexOf("\uFFFD") + 1 };
    start = end === -1 ? bytes.length : end + 1;
  }
  return { file, line: 1, column: 1 };
}
