/** A slide's settings: what stands in its heading's braces, or in reveal-md's `<!-- .slide: … -->`. */
import { error, suggestion, warning } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import { layoutNames } from "../render/layouts.ts";
import { DATA_ATTRIBUTES } from "./allowed.ts";
import { missingFile } from "./link-problems.ts";
import { ID_PATTERN } from "./ids.ts";
import { assetUrl, checkUrl } from "./links.ts";
import type { Attributes } from "./markdown/attributes.ts";

/** The settings that have a meaning of their own, for the author reference. */
export const SLIDE_SETTINGS: Readonly<Record<string, string>> = {
  layout: "The layout, by name. Without it the layout follows from the content.",
  account: "Whose account the slide gives: a mark from `accounts` in `deck.yaml`.",
  aliases: "Earlier ids of the slide, separated by spaces; links to them still work.",
  minutes: "Planned minutes, such as `2` or `0.5`, for who gives the lecture.",
};

/** The class of slides that `--short` leaves out. It says nothing of their looks. */
const OPTIONAL = "optional";

/** What a slide's settings say, checked. */
export interface Settings {
  readonly id?: string;
  readonly layout?: string;
  readonly account?: string;
  readonly aliases: readonly string[];
  readonly minutes?: number;
  /** Marked with the class `optional`, which is none of the classes then. */
  readonly optional: boolean;
  readonly classes: readonly string[];
  /** `data-*`, checked. */
  readonly others: Readonly<Record<string, string>>;
  /** Deck paths of background pictures. */
  readonly media: readonly string[];
}

/** What checking settings needs of the deck; `problems` is added to. */
export interface SettingsContext {
  readonly paths: ReadonlySet<string>;
  readonly accounts: Readonly<Record<string, string>>;
  /** The place of a setting, by how it is written. */
  readonly at: (written: string) => At;
  readonly problems: Problem[];
}

/** Checks the settings of one slide. What is wrong is left out. */
export function readSettings({ id, classes, pairs }: Attributes, context: SettingsContext): Settings {
  const { problems, at } = context;
  const own: { id?: string; layout?: string; account?: string; minutes?: number } = {};
  let aliases: string[] = [];
  const others: Record<string, string> = {};
  const media: string[] = [];
  if (id !== undefined && ID_PATTERN.test(id)) own.id = id;
  else if (id !== undefined) problems.push(invalidId(id, at(`#${id}`)));
  for (const [key, value] of pairs) {
    const place = at(key);
    const details = (hint: string | undefined) => ({
      ...(hint !== undefined && { hint }),
      length: key.length,
    });
    if (key === "layout") {
      if (layoutNames.includes(value)) own.layout = value;
      else
        problems.push(
          error(
            "unknown-layout",
            place,
            `there is no layout "${value}"`,
            details(suggestion(value, layoutNames)),
          ),
        );
    } else if (key === "account") {
      const known = Object.keys(context.accounts);
      if (known.includes(value)) own.account = value;
      else {
        const hint =
          known.length === 0
            ? `add to deck.yaml: accounts: { ${value}: The words to show }`
            : suggestion(value, known);
        problems.push(error("unknown-account", place, `deck.yaml has no account "${value}"`, details(hint)));
      }
    } else if (key === "aliases") aliases = value.split(/[\s,]+/).filter((alias) => alias !== "");
    else if (key === "minutes") {
      const minutes = Number(value);
      if (minutes > 0 && minutes <= 1000) own.minutes = minutes;
      else
        problems.push(
          error(
            "invalid-value",
            place,
            `"${value}" is no number of minutes`,
            details("for instance: minutes=2"),
          ),
        );
    } else if (key.startsWith("data-")) readData(key, value, place, context, others, media);
    else {
      const hint = suggestion(key, Object.keys(SLIDE_SETTINGS));
      problems.push(error("unknown-setting", place, `unknown setting "${key}"`, details(hint)));
    }
  }
  return {
    ...own,
    aliases,
    optional: classes.includes(OPTIONAL),
    classes: classes.filter((name) => name !== OPTIONAL),
    others,
    media,
  };
}

/** The error about an id that links could not hold. */
export const invalidId = (id: string, at: At): Problem =>
  error("invalid-id", at, `"${id}" cannot be an id`, {
    hint: "letters, digits and single hyphens: {#telegram-1950}",
    length: id.length + 1,
  });

/** A colour in CSS's own words. */
const COLOR = /^(?:#[0-9a-f]{3,8}|(?:rgb|hsl)a?\([\d\s.,%/deg]+\)|[a-z]+)$/i;

function readData(
  written: string,
  value: string,
  at: At,
  context: SettingsContext,
  others: Record<string, string>,
  media: string[],
): void {
  // reveal.js takes a colour or a picture under the one name.
  const name =
    written !== "data-background"
      ? written
      : COLOR.test(value)
        ? "data-background-color"
        : "data-background-image";
  const { problems } = context;
  const length = written.length;
  if (!DATA_ATTRIBUTES.includes(name) || /url\s*\(/i.test(value)) {
    problems.push(
      warning("removed-markup", at, `the setting ${written} was taken out`, {
        hint: "only reveal.js's data-* that load nothing are kept",
        length,
      }),
    );
  } else if (name !== "data-background-image") others[name] = value;
  else {
    const checked = checkUrl(value, { fromFile: at.file, paths: context.paths });
    if (checked.kind === "deck" && checked.exists) {
      others[name] = assetUrl(checked.path);
      media.push(checked.path);
    } else if (checked.kind === "deck") {
      problems.push({ ...missingFile(checked.path, at, context.paths), length });
    } else
      problems.push(
        warning("remote-picture", at, `${value} lies on another host and is left out`, {
          hint: "copy it into the deck's folder",
          length,
        }),
      );
  }
}
