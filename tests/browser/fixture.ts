/** A short lecture of two eras with real sound: tones, so that the tests need no voice. */
import type { Lecture, Slide, SlideSound, SlideTime, Step } from "../../scripts/model.ts";
import { makeEra, makeLecture, makeSlide } from "../model.ts";
import { DELAY_SAMPLES, loadMp3Encoder } from "../../scripts/narration/audio/mp3.ts";

const RATE_HZ = 16_000;

/** One slide of the fixture; times count from the slide's start. */
interface Sketch {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** Length of its sound; 0 for a slide without. */
  readonly soundMs: number;
  /** Length of the silence after it. */
  readonly gapMs: number;
  readonly waiting?: readonly string[];
  readonly steps?: readonly (Step & { readonly ms: number })[];
  readonly waitsMs?: readonly number[];
  readonly sentences?: readonly { readonly text: string; readonly startMs: number; readonly endMs: number }[];
  /** What is said of its picture, and how long that takes. */
  readonly description?: { readonly text: string; readonly durationMs: number };
}

const pleading = "war--telegram--pleading";
const consent = "war--telegram--consent";

/** Era id → its slides. The whole lasts 16.5 s. */
const sketches: Readonly<Record<string, readonly Sketch[]>> = {
  war: [
    {
      id: "telegram",
      title: "A telegram in January",
      html: `<ul><li id="${pleading}">Months of pleading</li><li id="${consent}">Consent</li></ul>`,
      soundMs: 3_000,
      gapMs: 500,
      waiting: [pleading, consent],
      steps: [
        { action: "show", target: pleading, ms: 1_000, when: { sentence: 0, offset: 11 } },
        { action: "focus", target: pleading, ms: 1_500, when: { sentence: 1, offset: 0 } },
        { action: "show", target: consent, ms: 2_000, when: { sentence: 1, offset: 11 } },
      ],
      sentences: [
        { text: "For months Kim had asked.", startMs: 0, endMs: 1_400 },
        { text: "The answer came on 30 January.", startMs: 1_500, endMs: 3_000 },
      ],
    },
    {
      id: "whose-war",
      title: "Whose war?",
      html: '<p>Ask who has read it <a href="#war--whose-war--source">1</a></p><p id="war--whose-war--source">A book</p>',
      soundMs: 2_500,
      gapMs: 500,
      sentences: [{ text: "Whose war was it?", startMs: 0, endMs: 2_500 }],
      description: { text: "A map of the peninsula.", durationMs: 1_200 },
    },
    { id: "silence", title: "A slide without words", html: "<p>Look.</p>", soundMs: 0, gapMs: 1_500 },
  ],
  peace: [
    {
      id: "ceasefire",
      title: "The ceasefire",
      html: "<p>It settles nothing else.</p>",
      soundMs: 4_000,
      gapMs: 500,
      waitsMs: [2_000],
      sentences: [
        { text: "What would you have signed?", startMs: 0, endMs: 2_000 },
        { text: "They signed a ceasefire.", startMs: 2_000, endMs: 4_000 },
      ],
    },
    {
      id: "who",
      title: "Who needs whom?",
      html: "<p>Think.</p>",
      soundMs: 3_500,
      gapMs: 500,
      sentences: [{ text: "Who needs whom?", startMs: 0, endMs: 3_500 }],
    },
  ],
};

const at = { file: "01-war.md", line: 1, column: 1 };

function slideOf(era: string, sketch: Sketch): Slide {
  return makeSlide(`${era}/${sketch.id}`, {
    aliases: sketch.id === "telegram" ? ["cable"] : [],
    title: sketch.title,
    slots: { main: sketch.html },
    elements: (sketch.waiting ?? []).map((id) => ({ name: id.split("--").at(-1) ?? id, id })),
    waiting: sketch.waiting ?? [],
    steps: sketch.steps ?? [],
    narration: (sketch.sentences ?? []).map(({ text }) => ({
      text,
      html: text,
      paragraph: 0,
      cues: [],
      sayings: [],
      at,
    })),
    notes: "<p>For the lecturer only.</p>",
    at,
  });
}

/** What this worker has encoded: length and pitch → MP3. Most files play the same tones. */
const encoded = new Map<string, Uint8Array>();

/** The lecture; each call makes the same one. */
export async function tonesLecture(changes: { language?: string; silent?: boolean } = {}): Promise<Lecture> {
  const encode = await loadMp3Encoder();
  const sounding = (durationMs: number, hertz: number): Uint8Array => {
    const key = `${durationMs} ms at ${hertz} Hz`;
    const bytes = encoded.get(key) ?? encode(tone(durationMs, hertz), RATE_HZ);
    encoded.set(key, bytes);
    return bytes;
  };
  const delayMs = Math.round((DELAY_SAMPLES / RATE_HZ) * 1000);
  const sounds: SlideSound[] = [];
  const times: SlideTime[] = [];
  let startMs = 0;
  for (const [era, slides] of Object.entries(sketches)) {
    for (const sketch of slides) {
      const endMs = startMs + sketch.soundMs + sketch.gapMs;
      const origin = startMs;
      const path = `audio/${era}-${sketch.id}.mp3`;
      const hasSound = sketch.soundMs > 0 && changes.silent !== true;
      const bytes = sounding(sketch.soundMs, 220 + 40 * times.length);
      if (hasSound) sounds.push({ path, bytes, durationMs: sketch.soundMs });
      const description = hasSound
        ? descriptionOf(sketch, `audio/${era}-${sketch.id}-picture.mp3`)
        : undefined;
      times.push({
        slide: `${era}/${sketch.id}`,
        startMs,
        endMs,
        ...(hasSound
          ? { sound: { path, durationMs: sketch.soundMs, delayMs, sizeBytes: bytes.length } }
          : {}),
        ...(description === undefined ? {} : { description }),
        sentences: (sketch.sentences ?? []).map((sentence) => ({
          text: sentence.text,
          startMs: origin + sentence.startMs,
          endMs: origin + sentence.endMs,
          words: [],
        })),
        stepsMs: (sketch.steps ?? []).map(({ ms }) => origin + ms),
        waitsMs: (sketch.waitsMs ?? []).map((ms) => origin + ms),
      });
      startMs = endMs;
    }
  }
  function descriptionOf({ description }: Sketch, path: string): SlideTime["description"] {
    if (description === undefined) return undefined;
    const { text, durationMs } = description;
    const bytes = sounding(durationMs, 600);
    sounds.push({ path, bytes, durationMs });
    const sound = { path, durationMs, delayMs, sizeBytes: bytes.length };
    return { sound, sentences: [{ text, startMs: 0, endMs: durationMs, words: [] }] };
  }
  const eras = Object.entries(sketches).map(([id, slides]) =>
    makeEra(
      id,
      slides.map((sketch) => slideOf(id, sketch)),
      { title: id === "war" ? "Permission to invade" : "After </script> the war", at },
    ),
  );
  return makeLecture(eras, {
    meta: {
      title: "Tones & <silences>",
      subtitle: "A lecture for tests",
      language: changes.language ?? "en",
      authors: [{ name: "Ada Example" }],
      contact: "ada@example.org",
    },
    timeline: { durationMs: startMs, estimated: changes.silent === true, slides: times },
    sounds,
    voice: { adapter: "test", title: "Tones", synthetic: true },
  });
}

function tone(durationMs: number, hertz: number): Int16Array {
  const samples = new Int16Array((durationMs / 1000) * RATE_HZ);
  return samples.map((_, n) => Math.round(6_000 * Math.sin((2 * Math.PI * hertz * n) / RATE_HZ)));
}
