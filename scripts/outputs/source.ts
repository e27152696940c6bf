/** `source.zip`: the deck's own source beside the lecture, so that others can build it again and use parts of it. */
import { fileSize } from "../counted.ts";
import { warning } from "../diagnostics.ts";
import { findClash, refusal } from "../io/zip/paths.ts";
import type { Lecture, Problem } from "../model.ts";
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
    problems: nameProblems(files.paths()),
    summary: fileSize(bytes.length),
  };
}

/** Names that this machine allows, and for which others could not unpack the source. */
function nameProblems(paths: readonly string[]): Problem[] {
  const hint = "give the file another name";
  const at = (file: string) => ({ file, line: 1, column: 1 });
  const refused = paths.flatMap((path) => {
    const why = refusal({ path, unixMode: 0, sizeBytes: 0 });
    return why === undefined
      ? []
      : [warning("source-name", at(path), `source.zip cannot be unpacked: this file ${why}`, { hint })];
  });
  const clash = findClash(paths);
  if (clash === undefined) return refused;
  const message = `source.zip cannot be unpacked: "${clash.path}" and "${clash.other}" are one file on some systems`;
  return [...refused, warning("source-name", at(clash.path), message, { hint })];
}
