/** What a reader may set, kept in the browser for every lecture of this site. */
import type { Memory } from "./memory.ts";

/** Every setting. A new one is a line here and one in `DEFAULTS`; its control lies with the part that follows it. */
export interface Settings {
  /** Letters, digits and punctuation marks act while the player has the focus (WCAG 2.1.4). */
  readonly letterKeys: boolean;
  /** Before a slide's narration the voice says what its pictures show. */
  readonly describePictures: boolean;
  /** How many times as fast as it was spoken. */
  readonly rate: number;
  /** How loud the voice is, from 0 to 1. */
  readonly volume: number;
  /** How long the sound takes to the ear, as over Bluetooth. */
  readonly soundLagMs: number;
  /** The transcript is open. */
  readonly transcript: boolean;
  /** `normal`, `large` or `largest`. */
  readonly captionSize: string;
  /** `system`, `light-on-dark` or `dark-on-light`. */
  readonly captionColours: string;
  /** What is drawn on slides is shown. */
  readonly drawings: boolean;
}

/** What holds until a reader says otherwise. */
export const DEFAULTS: Settings = {
  letterKeys: true,
  describePictures: false,
  rate: 1,
  volume: 1,
  soundLagMs: 0,
  transcript: false,
  captionSize: "normal",
  captionColours: "system",
  drawings: true,
};

/** The settings, and who wants to hear of changes. */
export interface SettingsStore {
  readonly get: () => Settings;
  readonly set: (change: Partial<Settings>) => void;
  /** Called after every change, and once at once. */
  readonly follow: (listener: (settings: Settings) => void) => void;
}

/** Opens the settings that this browser keeps. */
export function openSettings(memory: Memory): SettingsStore {
  let settings = checked(memory.get("settings"));
  const listeners: ((settings: Settings) => void)[] = [];
  return {
    get: () => settings,
    set: (change) => {
      settings = { ...settings, ...change };
      memory.set("settings", settings);
      for (const listener of listeners) listener(settings);
    },
    follow: (listener) => {
      listeners.push(listener);
      listener(settings);
    },
  };
}

/** What was kept, as far as it is of the kind that is expected: another version may have written it. */
function checked(kept: unknown): Settings {
  if (typeof kept !== "object" || kept === null) return DEFAULTS;
  const expected = new Map<string, unknown>(Object.entries(DEFAULTS));
  const fitting = Object.entries(kept).filter(
    ([name, value]) => expected.has(name) && typeof value === typeof expected.get(name),
  );
  return { ...DEFAULTS, ...Object.fromEntries(fitting) };
}
