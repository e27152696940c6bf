/** `workbook`: the slides beside room to write, terms to explain, questions to answer. */
import { template } from "../../../../templates/handout/workbook.hbs";
import type { Article } from "../article.ts";
import { articleFields } from "../fields.ts";
import { pageRules } from "../page-rules.ts";
import { partials } from "../partials.ts";
import { articleBookmarks, type Profile } from "./profile.ts";

/** How many lines there are to write on. */
const LINES = { term: 2, slide: 7, question: 5 } as const;

const lines = (count: number): readonly object[] => Array.from({ length: count }, () => ({}));

/** Without what leads to pages by words that are not in a workbook. */
const withoutIndex = (article: Article): Article => ({
  ...article,
  around: { ...article.around, chronology: [], names: { people: [], places: [] } },
});

/** The handout to work with. */
export const workbook: Profile = {
  name: "workbook",
  defaults: { steps: "final", perPage: 1 },
  hasCover: true,
  hyphenates: true,
  styles: ["workbook"],
  html: ({ article }, look) =>
    template(
      {
        ...articleFields(withoutIndex(article), look),
        // Its numbers are on the pictures alone.
        legend: "",
        termLines: lines(LINES.term),
        slideLines: lines(LINES.slide),
        questionLines: lines(LINES.question),
      },
      { partials },
    ),
  rules: ({ article, settings }) => pageRules(article, { paper: settings.paper }),
  bookmarks: (article) => articleBookmarks(withoutIndex(article)),
};
