/** Reads a course's file. Pure. */
import { error } from "../diagnostics.ts";
import type { At, DeckFile, DeckFiles, Problem } from "../model.ts";
import { slug } from "../source/ids.ts";
import { readText } from "../source/text.ts";
import { readYaml } from "../source/yaml.ts";
import { typedCourseSchema, type CourseYaml } from "./course-schema.ts";

/** The folder of a deck in which its courses lie. */
export const COURSES = "courses";

/** A course as its author wrote it. */
export interface Course {
  /** The file's name without its ending: the course's id, and the name of its folder in the result. */
  readonly name: string;
  /** Deck path of its file. */
  readonly file: string;
  readonly yaml: CourseYaml;
  /** The place of a value, by its path in the YAML. */
  readonly at: (path: readonly PropertyKey[]) => At;
  /** The file's lines. */
  readonly lines: readonly string[];
}

/** A course that was read, and what is wrong in its file. */
export interface ReadCourse {
  /** Undefined when it cannot be understood. */
  readonly course: Course | undefined;
  readonly problems: readonly Problem[];
}

const COURSE_FILE = /^courses\/([^/]+)\.ya?ml$/i;
/** What `remix` writes beside a course. */
const LOCK_FILE = /\.lock\.ya?ml$/i;

/** The files of a deck that are courses, in order of their names. */
export const courseFiles = ({ files }: DeckFiles): DeckFile[] =>
  [...files.values()].filter(({ path }) => COURSE_FILE.test(path) && !LOCK_FILE.test(path));

/** The name of the course in a file of that path. */
export const courseName = (path: string): string => COURSE_FILE.exec(path)?.[1] ?? path;

/** Reads one course. */
export function readCourse(file: DeckFile): ReadCourse {
  const name = courseName(file.path);
  const start: At = { file: file.path, line: 1, column: 1 };
  const { text, problems: reading } = readText(file);
  const { partial, problems, at } = readYaml(text, start, typedCourseSchema);
  const all = [...reading, ...problems];
  if (slug(name) !== name)
    all.push(
      error("invalid-course-name", start, `"${name}" cannot be the name of a course`, {
        hint: `it becomes a part of addresses; name the file ${slug(name) || "my-course"}.yaml`,
      }),
    );
  return {
    course:
      partial === undefined
        ? undefined
        : { name, file: file.path, yaml: partial, at, lines: text.split("\n") },
    problems: all,
  };
}
