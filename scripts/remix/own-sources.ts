/** The bibliographies of a course's own. */
import { error, nearest } from "../diagnostics.ts";
import type { DeckFiles, Problem, Reference } from "../model.ts";
import { loadBibtex, needsBibtex, readReferences } from "../source/references.ts";
import { readText } from "../source/text.ts";
import { besideCourse } from "./paths.ts";
import type { Course } from "./read-course.ts";

/** Reads them. @param files of the deck that the course lies in */
export async function ownSources(
  course: Course,
  { files }: DeckFiles,
): Promise<{ references: Reference[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const { sources } = course.yaml;
  const written = sources === undefined ? [] : typeof sources === "string" ? [sources] : sources;
  const references: Reference[] = [];
  for (const [index, name] of written.entries()) {
    const at = course.at(typeof sources === "string" ? ["sources"] : ["sources", index]);
    const path = besideCourse(course.file, name);
    const file = path === undefined ? undefined : files.get(path);
    if (path === undefined || file === undefined) {
      const folder = course.file.slice(0, course.file.lastIndexOf("/") + 1);
      const near = nearest(
        path ?? name,
        [...files.keys()].filter((one) => one.startsWith(folder)),
      );
      const details = {
        length: name.length,
        ...(near !== undefined && { hint: `did you mean "${near.slice(folder.length)}"?` }),
      };
      problems.push(error("missing-file", at, `there is no file "${path ?? name}" in the deck`, details));
      continue;
    }
    const { text, problems: reading } = readText(file);
    const bibtex = needsBibtex(path) ? await loadBibtex() : undefined;
    const read = readReferences(text, { file: path, line: 1, column: 1 }, bibtex);
    references.push(...read.references);
    problems.push(...reading, ...read.problems);
  }
  return { references, problems };
}
