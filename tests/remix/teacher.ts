/** A teacher with a deck and a course, and the deck of a colleague from which she borrows. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { makeHome, type Ended, type Home } from "../cli/helper.ts";

export const drawing = (title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>${title}</title><path id="needle" d="M0 0h8v8H0z"/></svg>\n`;
export const source = (id: string, title: string): object => ({
  id,
  type: "report",
  title,
  issued: { "date-parts": [[1995]] },
});

/** The teacher's own deck, with a course that has one slide so far. */
export const HER_DECK: Readonly<Record<string, string>> = {
  "deck.yaml": "title: Hunger in history\nlanguage: en\nlicense: CC-BY-4.0\nsources: sources.json\n",
  "sources.json": JSON.stringify([source("fao", "Another report")]),
  "01-opening.md": "## Start {#start}\n\nNarration:\nThis course is about hunger [@fao].\n",
  "courses/seminar.yaml": `# Winter term.
title: Hunger, a seminar
decks:
  korea: ../borrowed/korea # by Ada
slides:
  - use: opening
`,
};

/** A colleague's deck. */
export const ADAS_DECK: Readonly<Record<string, string>> = {
  "deck.yaml": `title: Korea in the nineties
language: en
authors: [Ada Lim]
license: CC-BY-4.0
url: https://example.org/korea/
sources: sources.json
pronunciations: { Wonsan: WUN-sahn, Juche: JOO-cheh }
accounts: { record: On record }
credits:
  - { title: A rain gauge, author: Bo Park, license: CC0-1.0, files: [media/gauge.svg] }
`,
  "sources.json": JSON.stringify([source("fao", "Crop assessment"), source("unused", "Nobody cites it")]),
  "01-famine.md": `---
title: Famine
span: 1994/1998
---

## Flood {#flood account=record}

It rained [@fao, p. 3].[^1]

![A rain gauge](media/gauge.svg)

Narration:
It rained in Wonsan for weeks. [focus gauge/needle] Nobody had seen so much water.

---

## Harvest {#harvest}

- Little grain

Narration:
In 1994 the harvest failed. Nobody in Moscow sent grain.

Note:
Ask about Moscow.

---

## Markets {#markets}

Narration:
People sold what they had.

[^1]: Of July.
`,
  "02-aid.md":
    "---\ntitle: Aid\n---\n\n## Ships {#ships}\n\nNarration:\nShips came with grain from the south.\n",
  "media/gauge.svg": drawing("Gauge"),
};

/** Where her deck lies, and what can be done with it. */
export interface Teacher extends Home {
  readonly remix: (...args: string[]) => Promise<Ended>;
  /** Absolute path of a file of her deck. */
  readonly path: (name: string) => string;
  readonly read: (name: string) => Promise<string>;
  /** Writes other words in the place of those in a file. */
  readonly change: (
    name: string,
    ...changes: readonly (readonly [from: string, to: string])[]
  ) => Promise<void>;
  /** Path → text of all that her courses have. */
  readonly courseFiles: () => Promise<Record<string, string>>;
}

/** The file of the colleague's deck in which most slides are. */
export const FAMINE = "borrowed/korea/01-famine.md";

/** A new folder with both decks: hers in `slides`, her colleague's in `slides/borrowed/korea`. */
export async function makeTeacher(): Promise<Teacher> {
  const home = await makeHome();
  await home.write("slides", HER_DECK);
  await home.write("slides/borrowed/korea", ADAS_DECK);
  const path = (name: string): string => join(home.folder, "slides", name);
  const read = (name: string): Promise<string> => readFile(path(name), "utf8");
  return {
    ...home,
    remix: (...args) => home.run("remix", ...args),
    path,
    read,
    async change(name, ...changes) {
      let text = await read(name);
      for (const [from, to] of changes) {
        expect(text).toContain(from);
        text = text.replace(from, () => to);
      }
      await writeFile(path(name), text);
    },
    async courseFiles() {
      const entries = await readdir(path("courses"), { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name));
      const texts = await Promise.all(files.sort().map((file) => readFile(file, "utf8")));
      return Object.fromEntries(
        files.map((file, i) => [file.slice(path("courses").length + 1), texts[i] ?? ""]),
      );
    },
  };
}
