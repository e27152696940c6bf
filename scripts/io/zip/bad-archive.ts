/** What is wrong with an archive, said so that whoever was sent it can go on. */

/** An archive that is broken, or that does not get unpacked for safety's sake. */
export class BadArchive extends Error {
  override readonly name = "BadArchive";
  readonly archive: string;
  readonly why: string;
  readonly entry: string | undefined;

  /**
   * @param archive the archive as the user named it
   * @param why one sentence without a full stop, such as `it is cut off`
   * @param entry the path in the archive that is to blame, if one is
   */
  constructor(archive: string, why: string, entry?: string) {
    super(`${archive} was not unpacked: ${entry === undefined ? "" : `${shown(entry)} `}${why}`);
    this.archive = archive;
    this.why = why;
    this.entry = entry;
  }
}

/** Longest part of a name in a message, in characters. */
const SHOWN_LENGTH = 120;

/** A name in quotation marks. Letters that would move a terminal's cursor or turn its text round are written out. */
function shown(name: string): string {
  const short = name.length > SHOWN_LENGTH ? `${name.slice(0, SHOWN_LENGTH)}…` : name;
  return JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (letter) => `\\u{${letter.codePointAt(0)?.toString(16) ?? ""}}`,
  );
}
