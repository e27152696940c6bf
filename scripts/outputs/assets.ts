/** What every output with slides shares: the theme's styles, its fonts, and the pictures, films and sounds on slides. */
import type { Lecture } from "../model.ts";
import { themeFiles } from "../render/theme.ts";
import type { Made, Output } from "./index.ts";
import type { Tools } from "./tools.ts";

/** The files under `assets/` that other outputs link to. */
export const assets: Output = { name: "assets", make: themeAndMedia };

/** `assets/theme.css`, the fonts that it names, and the deck's media under their own paths. */
async function themeAndMedia(lecture: Lecture, tools: Tools): Promise<Made> {
  const { css, fonts, problems } = await themeFiles(lecture, tools);
  const media = lecture.deck.media.map((path) => ({ path: `assets/${path}`, deckPath: path }));
  return { files: [{ path: "assets/theme.css", text: css }, ...fonts, ...media], problems };
}
