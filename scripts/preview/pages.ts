/** Pages that only a preview has: where other devices join, and what stands there as long as nothing can be shown. */
import { textsOf } from "../player/texts.ts";
import { template as join } from "../../templates/site/join.hbs";
import { template as noLecture } from "../../templates/site/no-lecture.hbs";

// Nothing is known of the deck where these stand, so they speak the program's own language.
const language = "en";

/** The page on which another device gives its key. */
export const joinPage = (csp: string): string => join({ csp, language, t: textsOf(language) });

/** The page of a deck that has never been without errors; its script shows them. */
export const noLecturePage = (csp: string): string => noLecture({ csp, language, t: textsOf(language) });
