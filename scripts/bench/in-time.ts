/** Plays an era of the flagship deck with sound and measures how far every slide and step comes from its time, by the page's own sound. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { openBrowser } from "../io/browser.ts";
import { cacheFolder } from "../io/folders.ts";
import type { ColumnData, ColumnIndex, LectureIndex, SlideData } from "../player/data.ts";
import { stepState } from "../player/step-state.ts";
import type { Bench } from "./bench.ts";
import { median, processRunner } from "./process.ts";

const SPEEDS = [1, 2];
/** Milliseconds of the listener's time: less is not noticed (EBU R37 allows sound to be 60 ms late). */
const AIM_MS = 60;
/** An era with fewer slides says too little about going from one sound to the next. */
const FEWEST_SLIDES = 4;

/** A reading of the page's sound. Wall times leave out what the lecture stood still at a `[wait]`. */
interface Reading {
  readonly soundMs: number;
  readonly wallMs: number;
}

/** What the page noted while it played. */
interface Played {
  /** Every new state of the slide on show, with the latest reading of each sound by then. */
  readonly changes: readonly {
    readonly slide: string;
    readonly state: string;
    readonly wallMs: number;
    readonly latest: Readonly<Record<string, Reading>>;
  }[];
  /** Path of a sound → an early reading, when it ran evenly: Chromium says 30 ms at once, and then stands for 100 ms. */
  readonly early: Readonly<Record<string, Reading>>;
  readonly endMs: number;
}

/** How late something came, in milliseconds of the listener's time; less than 0 is early. */
type Late = readonly number[];

/** One playing of an era. */
interface Lateness {
  /** Steps, by the sound that they belong to. */
  readonly steps: Late;
  /** Slides, by the sound before them. */
  readonly slides: Late;
  /** First samples of sounds, by the appearing of their slide. */
  readonly sounds: Late;
  /** From the first sound's first sample to the end, beyond what the timeline says. */
  readonly driftMs: number;
  /** Changes that were never seen. */
  readonly missed: number;
}

/** Prints a table of one playing at each speed. */
export async function benchInTime({ scratch, cli, words, print }: Bench): Promise<void> {
  const run = await processRunner(scratch);
  const out = join(scratch, "flagship");
  await run([cli, "build", join(import.meta.dirname, "../../slides"), "--out", out, "--only", "site"]);
  const index = await readIndex(out);
  const era = index.columns.find(({ id }) => words.includes(id)) ?? shortest(index.columns);
  const data = await readColumn(join(out, era.data));
  const browser = await openBrowser({ cacheFolder: cacheFolder(process.env) });
  try {
    const length = (durationOf(era) / 1000).toFixed(0);
    print(
      `in time: "${era.title}" of the flagship deck, ${era.slides.length} slides, ${length} s; one playing`,
    );
    print(`late in ms of the listener's time, by the page's audio.currentTime; aim: all within ${AIM_MS} ms`);
    print("speed   what                     count   median      max   within aim");
    for (const speed of SPEEDS) {
      const played = await play(browser, out, era, speed);
      const { steps, slides, sounds, driftMs, missed } = measure(era, data, played, speed);
      const rows = { "steps, by their sound": steps, "slides, by the last sound": slides };
      for (const [what, late] of Object.entries({ ...rows, "sounds, by their slide": sounds }))
        print(`${String(speed).padStart(5)}   ${what.padEnd(25)}${row(late)}`);
      print(
        `${String(speed).padStart(5)}   at the end ${driftMs.toFixed(0)} ms late; ${missed} changes not seen`,
      );
    }
  } finally {
    await browser.close();
  }
}

function row(late: Late): string {
  const sizes = late.map(Math.abs);
  const within = sizes.filter((ms) => ms <= AIM_MS).length;
  const furthest = late.find((ms) => Math.abs(ms) === Math.max(...sizes)) ?? Number.NaN;
  const numbers = [median(late), furthest].map((ms) => ms.toFixed(0).padStart(6)).join("   ");
  return `${String(late.length).padStart(5)}   ${numbers}   ${within} of ${late.length}`;
}

async function readIndex(site: string): Promise<LectureIndex> {
  const page = await readFile(join(site, "index.html"), "utf8");
  return JSON.parse(/<script id="lecture"[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? "");
}

/** The data inside the call that a column's script is. */
async function readColumn(path: string): Promise<ColumnData> {
  const script = await readFile(path, "utf8");
  return JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1));
}

const durationOf = ({ slides }: ColumnIndex): number =>
  slides.reduce((sum, { durationMs }) => sum + durationMs, 0);

function shortest(columns: readonly ColumnIndex[]): ColumnIndex {
  const long = columns.filter(({ title, slides }) => title !== "" && slides.length >= FEWEST_SLIDES);
  const [first] = [...long].sort((a, b) => durationOf(a) - durationOf(b));
  if (first === undefined) throw new Error(`no era has ${FEWEST_SLIDES} slides`);
  return first;
}

async function play(browser: Browser, out: string, era: ColumnIndex, speed: number): Promise<Played> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(WATCH);
  await page.goto(`${pathToFileURL(join(out, "index.html")).href}?only=${encodeURIComponent(era.id)}`);
  await page.waitForSelector("#start-with-sound", { visible: true });
  await page.select("#speed", String(speed));
  await page.click("#start-with-sound");
  await page.waitForFunction("watch.endMs !== undefined", { timeout: 0, polling: 1000 });
  const played: Played = JSON.parse(String(await page.evaluate("JSON.stringify(watch)")));
  await page.close();
  return played;
}

/** Compares what the page noted with the timeline. */
function measure(era: ColumnIndex, data: ColumnData, played: Played, speed: number): Lateness {
  const steps: number[] = [];
  const slides: number[] = [];
  const sounds: number[] = [];
  let missed = 0;
  for (const [n, slide] of data.slides.entries()) {
    const changes = played.changes.filter(({ slide: id }) => id === `${era.id}/${era.slides[n]?.id}`);
    const appeared = changes[0];
    const onsetMs = onset(slide, played, speed);
    if (appeared === undefined || slide.sound === undefined) {
      missed += 1;
      continue;
    }
    const before = data.slides[n - 1];
    if (before !== undefined) {
      const late = lateBy(before, era.slides[n - 1]?.durationMs ?? 0, appeared, speed);
      if (late === undefined) missed += 1;
      else slides.push(late);
      // The first sound of all has only just been asked for.
      if (onsetMs !== undefined) sounds.push(onsetMs - appeared.wallMs);
    }
    for (const { ms, state } of statesOf(slide)) {
      const change = changes.find((its) => its.state === state);
      const late = change && lateBy(slide, ms, change, speed);
      if (late === undefined) missed += 1;
      else steps.push(late);
    }
  }
  const [first] = data.slides;
  const startMs = first === undefined ? undefined : onset(first, played, speed);
  const driftMs = played.endMs - (startMs ?? Number.NaN) - durationOf(era) / speed;
  return { steps, slides, sounds, driftMs, missed };
}

/** When a slide's first sample was heard. */
function onset({ sound }: SlideData, { early }: Played, speed: number): number | undefined {
  const reading = sound && early[sound.path];
  return reading && reading.wallMs - (reading.soundMs - sound.delayMs) / speed;
}

/** How late a change comes that belongs at a time of a slide, by the last that was read of the slide's sound. */
function lateBy(
  { sound }: SlideData,
  ms: number,
  { wallMs, latest }: Played["changes"][number],
  speed: number,
): number | undefined {
  const reading = sound && latest[sound.path];
  return reading && wallMs - reading.wallMs - (ms - (reading.soundMs - sound.delayMs)) / speed;
}

/** When a slide comes to look different, and how; of steps at one moment only the last can be seen. */
function statesOf(slide: SlideData): { readonly ms: number; readonly state: string }[] {
  const looks = (step: number) => {
    const { hidden, focused } = stepState(slide, step);
    return [[...hidden].sort().join(" "), focused ?? ""].join("|");
  };
  return slide.stepsMs.flatMap((ms, n) => {
    const isLast = slide.stepsMs[n + 1] !== ms;
    return isLast && looks(n + 1) !== looks(n) ? [{ ms, state: looks(n + 1) }] : [];
  });
}

/** Run in the page before anything else: reads the sound in every frame, and notes each new look of the slide on show. */
const WATCH = `document.addEventListener("DOMContentLoaded", () => {
  const watch = (window.watch = { changes: [], latest: {}, early: {} });
  const audio = document.querySelector("#narration");
  const play = document.querySelector("#play");
  let standsSinceMs;
  let stoodMs = 0;
  const now = () => performance.now() - stoodMs;
  function read() {
    if (audio.paused || audio.ended || audio.seeking || audio.currentTime === 0) return;
    const path = audio.src.slice(audio.src.lastIndexOf("audio/"));
    const reading = { soundMs: audio.currentTime * 1000, wallMs: now() };
    if (reading.soundMs > 300) watch.early[path] ??= reading;
    watch.latest[path] = reading;
  }
  function note() {
    read();
    const content = document.querySelector(".slides > .present > .present > *");
    const slide = content?.dataset.slide;
    if (slide === undefined || standsSinceMs !== undefined) return;
    const ids = (selector) => [...content.querySelectorAll(selector)].map(({ id }) => id);
    const state = [ids(".is-hidden").sort().join(" "), ids(".is-focused").join(" ")].join("|");
    const last = watch.changes.at(-1);
    if (last?.slide === slide && last.state === state) return;
    watch.changes.push({ slide, state, wallMs: now(), latest: { ...watch.latest } });
  }
  function goOn() {
    const plays = play.classList.contains("is-playing");
    if (!plays && standsSinceMs === undefined) {
      const { value, max } = document.querySelector("#seek");
      if (Number(value) >= Number(max)) watch.endMs = now();
      standsSinceMs = performance.now();
    } else if (plays && standsSinceMs !== undefined) {
      stoodMs += performance.now() - standsSinceMs;
      standsSinceMs = undefined;
    }
    document.querySelector("#go-on:not([hidden])")?.click();
  }
  standsSinceMs = performance.now();
  const observe = (element, callback) =>
    new MutationObserver(callback).observe(element, { subtree: true, childList: true, attributes: true, attributeFilter: ["class", "hidden"] });
  observe(document.querySelector(".slides"), note);
  observe(play, goOn);
  observe(document.querySelector("#band"), goOn);
  const frame = () => {
    note();
    requestAnimationFrame(frame);
  };
  frame();
});`;
