/** The shape of a profile: how a lecture becomes one document for paper. */
import type { ProfileName } from "../../../handout-profiles.ts";
import type { Lecture } from "../../../model.ts";
import { ANCHORS, closingSections, type Article } from "../article.ts";
import type { DocumentLook } from "../fields.ts";
import type { Bookmark } from "../pdf/navigation.ts";
import type { HandoutSettings, ProfileDefaults } from "../settings.ts";

/** One kind of handout. Pure: the same lecture and settings give the same document. */
export interface Profile {
  readonly name: ProfileName;
  readonly defaults: ProfileDefaults;
  /** Its first page is a cover, called by the title; all others are called by their numbers. */
  readonly hasCover: boolean;
  /** Words of its running text may be divided at the ends of lines. */
  readonly hyphenates: boolean;
  /** Its stylesheets after `base.css` and `paper.css`, by name, in `templates/handout/`. */
  readonly styles: readonly string[];
  /** The document's HTML. */
  readonly html: (made: Making, look: DocumentLook) => string;
  /** The rules of style that depend on the lecture, such as running heads. */
  readonly rules: (made: Making) => string;
  /** What the PDF's outline lists, by ids of the document. */
  readonly bookmarks: (article: Article) => readonly Bookmark[];
}

/** What a document is made from. */
export interface Making {
  readonly article: Article;
  readonly settings: HandoutSettings;
  /** Holds the private notes: for profiles that are private themselves. */
  readonly lecture: Lecture;
}

/** Bookmarks of a document with all that an article has: eras with their slides, then what comes after them. */
export function articleBookmarks(article: Article): Bookmark[] {
  const leaf = (title: string, target: string): Bookmark => ({ title, target, children: [] });
  return [
    leaf(article.words.contents, ANCHORS.contents),
    ...article.eras.map((era) => ({
      title: era.title,
      target: era.id,
      children: era.parts.map((part) => leaf(part.label, part.id)),
    })),
    ...closingSections(article).map(({ id, label }) => leaf(label, id)),
  ];
}
