/** What each key does: the one table that the keyboard follows and that the reader is shown. */
import type { Texts } from "./texts.ts";
import type { Mode } from "./view.ts";

/** One row of the table. */
export interface KeyRow {
  /** As `KeyboardEvent.key` says them, letters in lower case. */
  readonly keys: readonly string[];
  /** What is written on them. */
  readonly shown: string;
  readonly does: keyof Texts;
  /** Letters, digits and punctuation marks act only with the focus in the player, and can be turned off (WCAG 2.1.4). */
  readonly isCharacter: boolean;
  /** Where it acts; absent where it always does. */
  readonly mode?: Mode;
  readonly act: (key: string) => void;
}

/** What keys can ask for. */
export interface KeyActions {
  readonly toggle: () => void;
  readonly move: (direction: 1 | -1) => void;
  readonly moveSlide: (direction: 1 | -1) => void;
  readonly toFirst: () => void;
  readonly toLast: () => void;
  readonly jump: (byMs: number) => void;
  readonly sentence: (direction: 1 | -1) => void;
  /** @param tenths of the whole lecture, 0 to 9 */
  readonly toTenths: (tenths: number) => void;
  readonly captions: () => void;
  /** Absent where there is no sound. */
  readonly mute?: (() => void) | undefined;
  readonly find: () => void;
}

/** What keys can ask for while a person presents; the speaker view follows the same keys. */
export interface PresentActions {
  readonly move: (direction: 1 | -1) => void;
  readonly moveSlide: (direction: 1 | -1) => void;
  readonly toFirst: () => void;
  readonly toLast: () => void;
  /** Presents, or watches again. */
  readonly present: () => void;
  /** Ends what is on top: black, full screen, presenting. */
  readonly end: () => void;
  readonly black: () => void;
  readonly pointer: () => void;
  /** @param typed what the field begins with */
  readonly goTo: (typed: string) => void;
  readonly overview: () => void;
  /** Absent in the speaker view itself. */
  readonly speaker?: (() => void) | undefined;
  /** Absent where the browser or the page's frame does not allow it. */
  readonly fullScreen?: (() => void) | undefined;
  readonly sheet: () => void;
  /** Turns drawing on or off. */
  readonly draw: () => void;
}

/** How far one jump goes. */
export const JUMP_MS = 10_000;

/** The keys while watching; some of them, and all that both modes share, come from `presentRows`. */
export function watchRows(actions: KeyActions): KeyRow[] {
  const row = (keys: string, shown: string, does: keyof Texts, act: (key: string) => void): KeyRow =>
    makeRow(keys, shown, does, act, "watch");
  const character = (key: string, does: keyof Texts, act: (() => void) | undefined): KeyRow[] =>
    act === undefined ? [] : [row(key, key.toUpperCase(), does, act)];
  return [
    row("Space", "Space", "keyPlay", actions.toggle),
    row("ArrowRight PageDown", "→ PageDown", "keyStepOn", () => actions.move(1)),
    row("ArrowLeft PageUp", "← PageUp", "keyStepBack", () => actions.move(-1)),
    row("ArrowDown", "↓", "keySlideOn", () => actions.moveSlide(1)),
    row("ArrowUp", "↑", "keySlideBack", () => actions.moveSlide(-1)),
    row("Home", "Home", "keyFirst", actions.toFirst),
    row("End", "End", "keyLast", actions.toLast),
    ...character("k", "keyPlay", actions.toggle),
    ...character("j", "tenBack", () => actions.jump(-JUMP_MS)),
    ...character("l", "tenOn", () => actions.jump(JUMP_MS)),
    ...character(",", "sentenceBack", () => actions.sentence(-1)),
    ...character(".", "sentenceOn", () => actions.sentence(1)),
    row(DIGITS, "0 – 9", "keyTenths", (key) => actions.toTenths(Number(key))),
    ...character("c", "captions", actions.captions),
    ...character("m", "mute", actions.mute),
    ...character("/", "find", actions.find),
  ];
}

/** The keys while presenting, then those of both modes: what any deck obeys, and what clickers send. */
export function presentRows(actions: PresentActions): KeyRow[] {
  const row = (keys: string, shown: string, does: keyof Texts, act: (key: string) => void): KeyRow =>
    makeRow(keys, shown, does, act, "present");
  const both = (keys: string, shown: string, does: keyof Texts, act: (() => void) | undefined): KeyRow[] =>
    act === undefined ? [] : [makeRow(keys, shown, does, act, undefined)];
  return [
    row("ArrowRight PageDown Space", "→ PageDown Space", "keyStepOn", () => actions.move(1)),
    row("ArrowLeft PageUp", "← PageUp", "keyStepBack", () => actions.move(-1)),
    row("ArrowDown", "↓", "keySlideOn", () => actions.moveSlide(1)),
    row("ArrowUp", "↑", "keySlideBack", () => actions.moveSlide(-1)),
    row("Home", "Home", "keyFirst", actions.toFirst),
    row("End", "End", "keyLast", actions.toLast),
    row("b .", "B .", "black", actions.black),
    row("l", "L", "laser", actions.pointer),
    row(DIGITS, "0 – 9", "keyDigits", actions.goTo),
    row("Escape", "Esc", "keyEnd", actions.end),
    makeRow("F5", "F5", "keyPresentHere", actions.present, "watch"),
    ...both("p", "P", "keyPresent", actions.present),
    ...both("s", "S", "speakerView", actions.speaker),
    ...both("g", "G", "goToSlide", () => actions.goTo("")),
    ...both("o", "O", "overview", actions.overview),
    ...both("d", "D", "draw", actions.draw),
    ...both("f", "F", "fullScreen", actions.fullScreen),
    ...both("?", "?", "keySheet", actions.sheet),
  ];
}

/** The row that a pressed key belongs to. */
export const rowOf = (rows: readonly KeyRow[], pressed: string, mode: Mode): KeyRow | undefined =>
  rows.find((row) => row.keys.includes(nameOf(pressed)) && isIn(row, mode));

/** Whether a row acts in a mode. */
export const isIn = (row: KeyRow, mode: Mode): boolean => row.mode === undefined || row.mode === mode;

/** Whether a key types something; the others have names of several letters. */
export const isCharacter = (key: string): boolean => key.length === 1 && key !== " ";

/** A key as rows name it. */
export const nameOf = (pressed: string): string => (isCharacter(pressed) ? pressed.toLowerCase() : pressed);

const DIGITS = "0 1 2 3 4 5 6 7 8 9";

/** @param keys their names, with spaces between; `Space` for the space bar */
function makeRow(
  keys: string,
  shown: string,
  does: keyof Texts,
  act: (key: string) => void,
  mode: Mode | undefined,
): KeyRow {
  const names = keys.split(" ").map((key) => (key === "Space" ? " " : key));
  return {
    keys: names,
    shown,
    does,
    isCharacter: names.every(isCharacter),
    ...(mode === undefined ? {} : { mode }),
    act,
  };
}
