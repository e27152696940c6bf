/** What a borrowed slide was when it was taken: its text and the bytes of its files, as one short name. */
import { hashOf } from "../narration/hash.ts";

/** What makes a revision. */
export interface Revised {
  /** The slide's text with the definitions that it uses. */
  readonly text: string;
  /** Path in the slide's deck → hash of the file's bytes, for its pictures, films, sounds and recordings. */
  readonly files: Readonly<Record<string, string>>;
}

/** A text in which only what an author wrote counts: line ends are `\n`, and no empty lines stand at the end. */
export const normalText = (text: string): string => text.replace(/\r\n?/g, "\n").trimEnd();

/** The revision: 32 hexadecimal digits, another for every change that a reader or listener could notice. */
export function slideRevision({ text, files }: Revised): string {
  const paths = Object.keys(files).sort();
  return hashOf([normalText(text), paths.map((path) => [path, files[path]])]);
}
