/** What a borrowed slide was when it was taken: its text and all that comes along with it, as one short name. */
import { hashOf } from "../narration/hash.ts";

/** What makes a revision. */
export interface Revised {
  /** The slide's text with the definitions that it uses. */
  readonly text: string;
  /**
   * What comes along → its hash: the bytes of pictures, films, sounds and recordings by their paths in the deck, sources as `@key`,
   * pronunciations as `say:words`.
   */
  readonly parts: Readonly<Record<string, string>>;
}

/** A text in which only what an author wrote counts: line ends are `\n`, and no empty lines stand at the end. */
export const normalText = (text: string): string => text.replace(/\r\n?/g, "\n").trimEnd();

/** The revision: 32 hexadecimal digits, others for every change that a reader or listener could notice. */
export function slideRevision({ text, parts }: Revised): string {
  const names = Object.keys(parts).sort();
  return hashOf([normalText(text), names.map((name) => [name, parts[name]])]);
}
