/** `study`: every slide beside what is said to it. On screen the same document is `read.html`. */
import { template } from "../../../../templates/handout/study.hbs";
import { articleFields } from "../fields.ts";
import { pageRules } from "../page-rules.ts";
import { partials } from "../partials.ts";
import { articleBookmarks, type Profile } from "./profile.ts";

/** The handout to study from. */
export const study: Profile = {
  name: "study",
  defaults: { steps: "numbered", perPage: 1 },
  hasCover: true,
  hyphenates: true,
  styles: ["study"],
  html: ({ article }, look) => template(articleFields(article, look), { partials }),
  rules: ({ article, settings }) => pageRules(article, { paper: settings.paper }),
  bookmarks: articleBookmarks,
};
