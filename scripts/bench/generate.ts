/** Makes a deck of N slides for measuring: plain words, lists, a few cues and notes, as real lectures have. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Real eras are shorter; more make the few eras that are near the slide on show cost more. */
const LONGEST_ERA = 100;
/** Even the shortest deck has several. */
const FEWEST_ERAS = 4;

/** Words of a slide's narration: the flagship deck has about a hundred. */
const SENTENCES = 6;

const WORDS =
  "treaty border winter letter harbour minister railway promise village archive engine bridge council witness river factory silence signal market teacher".split(
    " ",
  );

/** A small generator of pseudo-random numbers, so that every run measures the same deck (Park and Miller 1988). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

/** The deck's files by name. */
function generateDeck(slides: number): Map<string, string> {
  const files = new Map([["deck.yaml", `title: ${slides} slides\nlanguage: en\n`]]);
  const next = randomNumbers(slides);
  const word = (): string => WORDS[next() % WORDS.length] ?? "word";
  const sentence = (): string =>
    `The ${word()} and the ${word()} met the ${word()} before the ${word()} was a ${word()}.`;
  const slidesPerEra = Math.min(LONGEST_ERA, Math.ceil(slides / FEWEST_ERAS));
  for (let first = 0; first < slides; first += slidesPerEra) {
    const number = String(first / slidesPerEra + 1).padStart(3, "0");
    const parts: string[] = [];
    for (let i = first; i < Math.min(slides, first + slidesPerEra); i++) {
      const narration = Array.from({ length: SENTENCES }, (_, n) =>
        n > 0 && n < 4 ? `[click] ${sentence()}` : sentence(),
      );
      parts.push(
        `## The ${word()} and the ${word()} {#slide-${i + 1}}\n\n- A ${word()}\n- *One* ${word()}\n- Every **${word()}**\n\nNarration:\n${narration.join(" ")}\n\nNote:\nAsk about the ${word()}.`,
      );
    }
    files.set(
      `${number}-part-${Number(number)}.md`,
      `---\ntitle: Part ${Number(number)}\n---\n\n${parts.join("\n\n---\n\n")}\n`,
    );
  }
  return files;
}

/** Writes the deck into a new folder. */
export async function writeDeck(folder: string, slides: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of generateDeck(slides)) await writeFile(join(folder, name), text);
}
