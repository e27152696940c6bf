/** The document of a profile: its HTML and its styles, as the browser prints them and as `read.html` shows them. */
import type { Lecture } from "../../model.ts";
import { sharedOf } from "../shared.ts";
import type { Tools } from "../tools.ts";
import type { DocumentLook } from "./fields.ts";
import { markLanguages } from "./languages.ts";
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
  return { article: sharedOf(lecture, tools).article(), settings, lecture };
}

/** A profile's page. */
export const htmlOf = (profile: Profile, made: Making, stylesheet: DocumentLook["stylesheet"]): string => {
  const look = `article profile-${profile.name}`;
  return markLanguages(profile.html(made, { look, stylesheet }), made.article.language);
};

/**
 * Makes the document.
 * @param styles more stylesheets of `templates/handout/`, by name, which go before the profile's own
 */
export async function documentOf(
  profile: Profile,
  made: Making,
  { programFile }: Tools,
  stylesheet: DocumentLook["stylesheet"],
  styles: readonly string[] = [],
): Promise<HandoutDocument> {
  const sheets = await Promise.all(
    ["base", "around", ...styles, "paper", ...profile.styles].map((name) =>
      programFile(`templates/handout/${name}.css`),
    ),
  );
  return {
    html: htmlOf(profile, made, stylesheet),
    css: [
      ...sheets.map((bytes) => new TextDecoder().decode(bytes)),
      backdropRules(made.article),
      profile.rules(made),
    ].join("\n"),
  };
}
