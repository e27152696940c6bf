/** `source.zip`: the deck's own source beside the lecture, so that others can build it again and use parts of it. */
import { fileSize } from "../counted.ts";
import type { Lecture } from "../model.ts";
import type { Made, Output } from "./index.ts";
import type { Tools } from "./tools.ts";

/** Where the source lies in the site. */
export const SOURCE_ZIP = "source.zip";

/** What a page of the site is told, so that it links to the source where there is one. */
export const sourceLink = ({ source: files }: Pick<Tools, "source">): { readonly source?: string } =>
  files?.inSite === true ? { source: SOURCE_ZIP } : {};

/** The archive. A speaker's build has the same one as a public build: notes are never in it. */
export const source: Output = { name: "source", make };

async function make(_: Lecture, { source: files }: Tools): Promise<Made> {
  if (files === undefined)
    throw new Error("an output asks for the source of a deck that was not read from disk");
  const bytes = await files.zip();
  return {
    files: [{ path: SOURCE_ZIP, bytes }],
    problems: [],
    summary: fileSize(bytes.length),
  };
}
