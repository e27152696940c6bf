/** `article`: the lecture as continuous text with figures and notes, without pictures of slides. */
import { template } from "../../../../templates/handout/article.hbs";
import { exhibitsOf, bodyOf } from "../figures.ts";
import { articleFields, type DocumentLook } from "../fields.ts";
import { pageRules } from "../page-rules.ts";
import { partials } from "../partials.ts";
import { articleBookmarks, type Making, type Profile } from "./profile.ts";

/** The handout to read through. */
export const article: Profile = {
  name: "article",
  defaults: { steps: "final", perPage: 1 },
  hasCover: true,
  hyphenates: true,
  styles: ["article"],
  html,
  rules: ({ article, settings }) => pageRules(article, { paper: settings.paper }),
  bookmarks: articleBookmarks,
};

function html({ article, lecture }: Making, look: DocumentLook): string {
  const fields = articleFields(article, look);
  let figures = 0;
  const eras = fields.eras.map((era, place) => ({
    ...era,
    parts: era.parts.map((part, index) => {
      const slide = lecture.deck.eras[place]?.slides[index];
      const exhibits = slide === undefined ? [] : exhibitsOf(slide, figures + 1);
      figures += exhibits.filter(({ kind }) => kind === "picture").length;
      const spoken = part.paragraphsHtml.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
      return {
        ...part,
        exhibits: exhibits.map((exhibit) =>
          Object.assign({ isPicture: exhibit.kind === "picture" }, exhibit),
        ),
        // A slide that says nothing is not left out: what it shows is the text.
        textHtml: spoken === "" && slide !== undefined ? bodyOf(slide) : spoken,
      };
    }),
  }));
  return template({ ...fields, eras }, { partials });
}
