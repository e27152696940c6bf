/** What each key does: the one table that the keyboard follows and that the reader is shown. */
import type { Texts } from "./texts.ts";

/** One row of the table. */
export interface KeyRow {
  /** As `KeyboardEvent.key` says them, letters in lower case. */
  readonly keys: readonly string[];
  /** What is written on them. */
  readonly shown: string;
  readonly does: keyof Texts;
  /** Letters, digits and punctuation marks act only with the focus in the player, and can be turned off (WCAG 2.1.4). */
  readonly isCharacter: boolean;
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
  /** Absent where the browser or the page's frame does not allow it. */
  readonly fullScreen?: (() => void) | undefined;
  readonly find: () => void;
  readonly draw: () => void;
}

/** How far one jump goes. */
export const JUMP_MS = 10_000;

/** The table of the keys that do something here. */
export function keyRows(actions: KeyActions): KeyRow[] {
  const named = (keys: readonly string[], shown: string, does: keyof Texts, act: () => void): KeyRow => ({
    keys,
    shown,
    does,
    isCharacter: false,
    act,
  });
  const character = (key: string, does: keyof Texts, act: (() => void) | undefined): KeyRow[] =>
    act === undefined ? [] : [{ keys: [key], shown: key.toUpperCase(), does, isCharacter: true, act }];
  return [
    named([" "], "Space", "keyPlay", actions.toggle),
    named(["ArrowRight", "PageDown"], "→ PageDown", "keyStepOn", () => actions.move(1)),
    named(["ArrowLeft", "PageUp"], "← PageUp", "keyStepBack", () => actions.move(-1)),
    named(["ArrowDown"], "↓", "keySlideOn", () => actions.moveSlide(1)),
    named(["ArrowUp"], "↑", "keySlideBack", () => actions.moveSlide(-1)),
    named(["Home"], "Home", "keyFirst", actions.toFirst),
    named(["End"], "End", "keyLast", actions.toLast),
    ...character("k", "keyPlay", actions.toggle),
    ...character("j", "tenBack", () => actions.jump(-JUMP_MS)),
    ...character("l", "tenOn", () => actions.jump(JUMP_MS)),
    ...character(",", "sentenceBack", () => actions.sentence(-1)),
    ...character(".", "sentenceOn", () => actions.sentence(1)),
    {
      keys: Array.from({ length: 10 }, (_, digit) => String(digit)),
      shown: "0 – 9",
      does: "keyTenths",
      isCharacter: true,
      act: (key) => actions.toTenths(Number(key)),
    },
    ...character("c", "captions", actions.captions),
    ...character("m", "mute", actions.mute),
    ...character("f", "fullScreen", actions.fullScreen),
    ...character("/", "find", actions.find),
    ...character("d", "draw", actions.draw),
  ];
}
