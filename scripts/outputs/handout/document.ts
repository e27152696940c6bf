/** The document of a profile: its HTML and its styles, as the browser prints them and as `read.html` shows them. */
import type { Lecture } from "../../model.ts";
import { sharedOf } from "../shared.ts";
import type { Tools } from "../tools.ts";
import type { DocumentFiles } from "./fields.ts";
import { markLanguages } from "./languages.ts";
import { greyColours, greyDrawings } from "./mono.ts";
import { backdropRules } from "./page-rules.ts";
import type { Making, Profile } from "./profiles/profile.ts";
import { settingsOf, type HandoutSettings } from "./settings.ts";

/** A page and its stylesheet. Both lean on `assets/theme.css`. */
export interface HandoutDocument {
  readonly html: string;
  readonly css: string;
}

/**
 * What a profile's document is made from.
 * @param settings those of the deck when absent
 */
export function makingOf(
  profile: Profile,
  lecture: Lecture,
  tools: Tools,
  settings: HandoutSettings = settingsOf(lecture.deck.meta, profile.name, profile.defaults),
): Making {
  return { article: sharedOf(lecture, tools).articleWithSteps(settings.steps), settings, lecture };
}

/** A profile's page. */
export function htmlOf(profile: Profile, made: Making, files: DocumentFiles): string {
  const { mono } = made.settings;
  const look = `article profile-${profile.name}${mono ? " mono" : ""}`;
  const html = markLanguages(profile.html(made, { ...files, look }), made.article.language);
  return mono ? greyDrawings(html) : html;
}

/**
 * Makes the document.
 * @param styles more stylesheets of `templates/handout/`, by name, which go before the profile's own
 */
export async function documentOf(
  profile: Profile,
  made: Making,
  { programFile }: Tools,
  files: DocumentFiles,
  styles: readonly string[] = [],
): Promise<HandoutDocument> {
  const { mono } = made.settings;
  const names = ["base", "around", ...styles, "paper", ...profile.styles, ...(mono ? ["mono"] : [])];
  const sheets = await Promise.all(names.map((name) => programFile(`templates/handout/${name}.css`)));
  const backdrops = backdropRules(made.article);
  return {
    html: htmlOf(profile, made, files),
    css: [
      ...sheets.map((bytes) => new TextDecoder().decode(bytes)),
      mono ? greyColours(backdrops) : backdrops,
      profile.rules(made),
    ].join("\n"),
  };
}
