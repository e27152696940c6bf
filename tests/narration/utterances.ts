/** Utterances and decks made by hand, as the parser and the reader would make them. */
import type { Cue, Deck, Pauses, Run, Sentence, Slide, Step, Utterance } from "../../scripts/model.ts";
import { hashOf } from "../../scripts/narration/hash.ts";
import type { ReadSentence } from "../../scripts/narration/plan.ts";
import { makeEra, makeMeta, makeSlide } from "../model.ts";

export const pauses: Pauses = {
  sentence: 350,
  question: 600,
  clause: 250,
  paragraph: 700,
  slide: 1000,
  hold: 5000,
};

const at = { file: "01-era.md", line: 1, column: 1 };

/** Every word said as it is written, marks apart. */
export const readPlainly: ReadSentence = (text) => ({
  runs: [...text.matchAll(/[\p{L}\p{N}'’-]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    spoken: match[0],
  })),
  problems: [],
});

/** One utterance of these words. */
export function utterance(spoken: string, more: Partial<Utterance> = {}): Utterance {
  const runs: Run[] = [...spoken.matchAll(/\S+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    spoken: match[0],
  }));
  const key = hashOf([spoken, more]);
  return { slide: "era/slide", sentence: 0, runs, spoken, language: "en", key, pauseAfterMs: 0, at, ...more };
}

const cueKinds = /\[(click|wait|pause (\d+)ms)\] ?/g;

/** A sentence in which `[click]`, `[wait]` and `[pause 800ms]` are cues. */
export function sentence(written: string, line = 1, paragraph = 0): Sentence {
  const cues: Cue[] = [];
  const end = written.replaceAll(cueKinds, "").trimEnd().length;
  let text = "";
  let last = 0;
  for (const match of written.matchAll(cueKinds)) {
    text += written.slice(last, match.index);
    last = match.index + match[0].length;
    const kind = match[1]?.split(" ")[0] === "pause" ? "pause" : match[1] === "wait" ? "wait" : "click";
    cues.push({
      kind,
      offset: Math.min(text.length, end),
      at: { ...at, line },
      ...(match[2] === undefined ? {} : { durationMs: Number(match[2]) }),
    });
  }
  text += written.slice(last);
  return {
    text: text.trimEnd(),
    html: text.trimEnd(),
    paragraph,
    cues,
    sayings: [],
    at: { ...at, line },
  };
}

/** A slide whose paragraphs are arrays of sentences; each click is a step. */
export function slide(
  id: string,
  paragraphs: readonly (readonly string[])[],
  more: Partial<Slide> = {},
): Slide {
  const narration = paragraphs.flatMap((texts, paragraph) =>
    texts.map((text, i) => sentence(text, paragraph * 10 + i + 1, paragraph)),
  );
  const steps = narration.flatMap(({ cues }, index): Step[] =>
    cues
      .filter(({ kind }) => kind === "click")
      .map(({ offset }) => ({ action: "show", target: "x", when: { sentence: index, offset } })),
  );
  return makeSlide(`era/${id}`, {
    title: `Slide ${id}`,
    slots: { main: "" },
    steps,
    narration,
    notes: "<p>Do not tell anyone.</p>",
    at,
    endLine: 99,
    ...more,
  });
}

/** A deck of one era. */
export function deck(slides: readonly Slide[], meta: Partial<Deck["meta"]> = {}): Deck {
  return {
    id: "talk",
    meta: makeMeta({ title: "A talk", authors: [{ name: "Ada Example" }], pauses, ...meta }),
    eras: [makeEra("era", slides, { title: "An era" })],
    references: [],
    media: [],
  };
}
