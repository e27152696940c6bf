/** Bookmarks and notes as Markdown, to be kept elsewhere. Pure. */

/** What stands in the file: one part per era, in the lecture's order. */
export interface NotesFile {
  readonly title: string;
  /** Says where the notes come from. */
  readonly origin: string;
  readonly parts: readonly {
    readonly heading: string;
    readonly notes: readonly {
      /** Slide and time. */
      readonly place: string;
      readonly link: string;
      readonly text: string;
    }[];
  }[];
}

/** The file's text. The reader's own words stand as they were written. */
export function notesMarkdown({ title, origin, parts }: NotesFile): string {
  const blocks = [`# ${plain(title)}`, plain(origin)];
  for (const { heading, notes } of parts) {
    if (heading !== "") blocks.push(`## ${plain(heading)}`);
    for (const { place, link, text } of notes) {
      blocks.push(`### [${plain(place)}](<${link}>)`);
      if (text.trim() !== "") blocks.push(text.trim());
    }
  }
  return `${blocks.join("\n\n")}\n`;
}

/** Words of a title that Markdown would read as marks. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, "\\$&");
