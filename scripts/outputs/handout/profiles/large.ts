/** `large`: large print. What is written on a slide stands again below its picture, in type as large as all else. */
import { template } from "../../../../templates/handout/large.hbs";
import { articleFields } from "../fields.ts";
import { pageRules } from "../page-rules.ts";
import { partials } from "../partials.ts";
import { articleBookmarks, type Profile } from "./profile.ts";

/** Of everything that is not in a picture, in points: what the guidelines of large print ask for (RNIB, APHont). */
const SMALLEST_PT = 18;

/** The handout in large print. */
export const large: Profile = {
  name: "large",
  defaults: { steps: "final", perPage: 1 },
  hasCover: true,
  hyphenates: false,
  styles: ["large"],
  html: ({ article }, look) => {
    const fields = articleFields(article, look);
    const eras = fields.eras.map((era) => ({
      ...era,
      parts: era.parts.map((part) => Object.assign({ repeated: part.picture.texts }, part)),
    }));
    return template({ ...fields, eras }, { partials });
  },
  rules: ({ article, settings }) => pageRules(article, { paper: settings.paper, headPt: SMALLEST_PT }),
  bookmarks: articleBookmarks,
};
