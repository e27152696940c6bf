/** The table of voices. A new one is a file beside this one and a line here. */
import { suggestion } from "../../diagnostics.ts";
import { commandVoice, type CommandOptions } from "./command.ts";
import { fliteVoice, fliteVoices } from "./flite.ts";
import { silentVoice } from "./silent.ts";
import type { Voice } from "./voice.ts";

/** What a voice's name may be followed by, such as `flite:slt speed=1.1`. */
interface Asked {
  readonly variant: string | undefined;
  readonly options: Readonly<Record<string, string>>;
}

/** A voice by its own name, or why that name gives none. */
type Made = { readonly voice: Voice } | { readonly wrong: string; readonly hint?: string | undefined };

/** Voices that every machine has. Programs of the user (`command`) come from the configuration; `recordings` from the deck. */
export const adapters: Readonly<Record<string, (asked: Asked) => Made>> = {
  flite: ({ variant = "rms", options }) => {
    const { speed = "1", ...others } = options;
    const [unknown] = Object.keys(others);
    if (!Object.hasOwn(fliteVoices, variant)) {
      return {
        wrong: `Flite has no voice "${variant}"`,
        hint: suggestion(variant, Object.keys(fliteVoices)),
      };
    }
    if (unknown !== undefined)
      return { wrong: `Flite has no setting "${unknown}"`, hint: suggestion(unknown, ["speed"]) };
    const factor = Number(speed);
    if (!(factor >= 0.5 && factor <= 2))
      return { wrong: `"${speed}" is no speed`, hint: "a number from 0.5 to 2, such as speed=1.1" };
    return { voice: fliteVoice(variant, { speed: factor }) };
  },
  silent: () => ({ voice: silentVoice() }),
};

/** The voice of a deck that names none. */
export const DEFAULT_VOICE = "flite:rms";

/**
 * The voice of that name: `NAME`, `NAME:VARIANT`, followed by settings as `key=value`.
 * @param commands the voices of the user's configuration, by name
 */
export function findVoice(written: string, commands: Readonly<Record<string, CommandOptions>>): Made {
  const [name = "", ...settings] = written.trim().split(/\s+/);
  const [adapter = "", variant] = name.split(":");
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return { voice: commandVoice(name, command) };
  const make = Object.hasOwn(adapters, adapter) ? adapters[adapter] : undefined;
  if (make === undefined) {
    const known = [...Object.keys(adapters), ...Object.keys(commands)];
    return { wrong: `there is no voice "${name}" here`, hint: suggestion(name, known) };
  }
  const options = Object.fromEntries(
    settings.map((setting) => [setting.split("=")[0] ?? "", setting.split("=").slice(1).join("=")]),
  );
  return make({ variant, options });
}
