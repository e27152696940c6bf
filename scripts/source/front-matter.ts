/** Splits a file into front matter and body, and reads the front matter as YAML and nothing else. */
import matter from "gray-matter";
import type { ZodType } from "zod";
import { error } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import { readYaml } from "./yaml.ts";

/** A file's front matter and what comes after it. */
export interface FrontMatter<T> {
  /** The checked value, without the keys that are wrong; undefined when there is none. */
  readonly value: T | undefined;
  /** The text after the front matter. */
  readonly body: string;
  /** How many lines stand before the body. */
  readonly lines: number;
  /** The place of a value, by its path. */
  readonly at: (path: readonly PropertyKey[]) => At;
  readonly problems: readonly Problem[];
}

/** A file cut in two, before anybody understands its front matter. */
export interface CutFile extends Pick<FrontMatter<unknown>, "body" | "lines" | "problems"> {
  /** Undefined when there is none, or none that is read. */
  readonly yaml: string | undefined;
}

/**
 * Reads a file's front matter.
 * @param text the file's text, line ends as `\n`
 */
export function readFrontMatter<T>(text: string, file: string, schema: ZodType<T>): FrontMatter<T> {
  const { yaml, ...cut } = cutFrontMatter(text, file);
  if (yaml === undefined) return { ...cut, value: undefined, at: () => ({ file, line: 1, column: 1 }) };
  const { partial, at, problems } = readYaml(yaml, { file, line: 2, column: 1 }, schema);
  return { ...cut, value: partial, at, problems };
}

/**
 * Cuts a file.
 * A file that begins with `---` has front matter if keys follow; a slide between two `---` is a slide.
 * @param text the file's text, line ends as `\n`
 */
export function cutFrontMatter(text: string, file: string): CutFile {
  const start: At = { file, line: 1, column: 1 };
  const none: CutFile = { yaml: undefined, body: text, lines: 0, problems: [] };
  const opening = /^---([^\n]*)(?:\n|$)/.exec(text);
  if (opening === null) return none;
  const [, rest = ""] = opening;
  if (rest.startsWith("-")) return none;
  const lines = text.split("\n");
  const close = lines.findIndex((line, i) => i > 0 && /^---[ \t]*$/.test(line));
  const inside = lines.slice(1, close === -1 ? lines.length : close);

  if (rest.trim() !== "" && rest.trim().toLowerCase() !== "yaml") {
    if (/\s/.test(rest.trim())) return none;
    const body = close === -1 ? "" : lines.slice(close + 1).join("\n");
    const message = `front matter in "${rest.trim()}" is not read`;
    const problem = error("front-matter-language", { ...start, column: 4 }, message, {
      hint: "write it as YAML, between two lines of ---",
      length: rest.trim().length,
    });
    return { ...none, body, lines: close === -1 ? lines.length : close + 1, problems: [problem] };
  }
  if (!looksLikeKeys(inside)) return none;
  if (close === -1) {
    const problem = error(
      "front-matter-unclosed",
      start,
      "the front matter that begins here is never closed",
      {
        hint: "end it with a line of ---",
        length: 3,
      },
    );
    return { ...none, body: "", lines: lines.length, problems: [problem] };
  }
  return {
    yaml: rawFrontMatter(lines.slice(0, close + 1).join("\n")),
    body: lines.slice(close + 1).join("\n"),
    lines: close + 1,
    problems: [],
  };
}

/**
 * The text between the two lines of `---`, split by gray-matter. Its own engines never run: the one that may evaluates
 * nothing and gives the text back, and a language of the file's choosing has been refused before.
 */
function rawFrontMatter(block: string): string {
  let raw = "";
  const keep = (text: string): object => {
    raw = text;
    return {};
  };
  // Options are always given: without them gray-matter keeps what it read, by content, for the life of the process.
  matter(block, { language: "yaml", engines: { yaml: keep, json: keep, javascript: keep, js: keep } });
  return raw.replace(/^\n/, "");
}

/** Whether the lines after an opening `---` are keys, and not a slide. Comments may come first, yet so may a heading. */
function looksLikeKeys(lines: readonly string[]): boolean {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first === -1) return false;
  const line = lines[first] ?? "";
  if (!line.startsWith("#")) return KEY.test(line) || /^[{[]/.test(line);
  // "# Title" and an empty line are a slide; "# a comment" and a key at once are front matter.
  const next = lines.slice(first).find((l) => !l.startsWith("#"));
  return next !== undefined && KEY.test(next);
}

const KEY = /^(?:"[^"]*"|'[^']*'|[\p{L}_$][^\s:]*)[ \t]*:(?:\s|$)/u;
