/** `study`: every slide beside what is said to it. On screen the same document is `read.html`. */
import type { Paper } from "../../../handout-profiles.ts";
import { template } from "../../../../templates/handout/study.hbs";
import { articleFields } from "../fields.ts";
import { pageRules } from "../page-rules.ts";
import { partials } from "../partials.ts";
import { articleBookmarks, type Profile } from "./profile.ts";

/** What lets as many slides stand on a page of Letter as on one of A4, or nearly. */
const BETWEEN_SLIDES_MM: Readonly<Record<Paper, number>> = { A4: 9, Letter: 7 };

/** The handout to study from. */
export const study: Profile = {
  name: "study",
  defaults: { steps: "numbered", perPage: 1 },
  hasCover: true,
  hyphenates: true,
  styles: ["study"],
  html: ({ article }, look) => template(articleFields(article, look), { partials }),
  rules: ({ article, settings: { paper } }) => `${pageRules(article, { paper })}
.article { --between-slides: ${BETWEEN_SLIDES_MM[paper]}mm; }`,
  bookmarks: articleBookmarks,
};
