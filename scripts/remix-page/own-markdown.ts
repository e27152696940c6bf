/** A slide of one's own as a Markdown file of a course. Pure. */
import type { OwnSlide } from "./draft.ts";

/**
 * The file. What its author wrote stays their text: a line that would end the slide or begin another part of it is written so that it does not.
 */
export function ownMarkdown({ id, title, text, narration }: OwnSlide): string {
  const parts = [
    `## ${escapeTitle(oneLine(title))}${title.trim() === "" ? "" : " "}{#${id}}`,
    plain(text),
    ...(narration.trim() === "" ? [] : [`Narration:\n${plain(narration)}`]),
    // With a separator in the file, headings inside the text begin no slide of their own.
    "---",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Braces at the end of a heading would be settings. */
const escapeTitle = (title: string): string => title.replace(/[\\{}]/g, "\\$&");

/** Text without what the format reads as its own: separators of slides, and lines that open narration or notes. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .trim()
    .split("\n")
    .map((line) => {
      if (/^ {0,3}-{3,}\s*$/.test(line)) return line.replace("-", "\\-");
      return /^(?:narration|notes?):/i.test(line) ? ` ${line}` : line;
    })
    .join("\n");
