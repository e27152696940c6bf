/**
 * The table of layouts: what each is for, which slots it has, and when it is chosen for a slide that names none.
 * Pure data and pure predicates; the templates are bound to the names in `templates.ts`.
 */

/** What stands at the top level of a slide's main slot, by kind, in order. */
export type ContentKind = "paragraph" | "list" | "quote" | "picture" | "drawing" | "table" | "code" | "other";

/** What a layout is chosen from: the shape of a slide, not its words. */
export interface SlideShape {
  /** Plain text of the heading; empty when the slide has none. */
  readonly title: string;
  /** 1 to 6; 0 when the slide has no heading. */
  readonly headingLevel: number;
  /** The first slide of the whole deck. */
  readonly first: boolean;
  /** Names of the slots opened with `::: name`, `main` not among them. */
  readonly slots: readonly string[];
  /** Top-level blocks of the main slot, the heading not among them. A paragraph of one picture is a `picture`. */
  readonly kinds: readonly ContentKind[];
  /** Words shown in the main slot, the heading and the drawings not counted. */
  readonly words: number;
}

/** One layout, as authors choose it. */
export interface Layout {
  readonly name: string;
  /** For the author reference: what it shows, one sentence or two. */
  readonly description: string;
  /** Slots that `::: name` may open, besides `main`. */
  readonly slots: readonly string[];
  /** For the author reference: when a slide without `layout=` gets it. */
  readonly chosenWhen: string;
  /** The same as a test; a layout without one is only for slides that name it. */
  readonly suits?: (shape: SlideShape) => boolean;
}

/** More words than this do not stand alone in large type: 40 words are five lines of a statement. */
const STATEMENT_WORDS = 40;
/** More words than this beside a picture push it aside: 45 words are nine lines of its narrow column. */
const FIGURE_WORDS = 45;

const isAlone = (shape: SlideShape): boolean => shape.kinds.length === 0 && shape.slots.length === 0;
const count = (shape: SlideShape, ...kinds: ContentKind[]): number =>
  shape.kinds.filter((kind) => kinds.includes(kind)).length;

/** In the order in which they are tried; the last suits every slide. */
export const layouts: readonly Layout[] = [
  {
    name: "title",
    description:
      "The opening of the lecture: its title, subtitle, authors and date. A heading on the slide replaces the deck's title, text replaces its subtitle.",
    slots: [],
    chosenWhen:
      "the first slide of the deck, when it has a heading of the first level and at most one paragraph",
    suits: (shape) =>
      shape.first &&
      shape.headingLevel === 1 &&
      shape.slots.length === 0 &&
      shape.kinds.length === count(shape, "paragraph") &&
      shape.kinds.length <= 1,
  },
  {
    name: "question",
    description:
      "A question to think about, in large type; text under it is smaller. The slots left and right hold two rival answers side by side.",
    slots: ["left", "right"],
    chosenWhen: "a heading that ends with a question mark, with nothing under it",
    suits: (shape) => isAlone(shape) && /[?？؟]$/u.test(shape.title.trim()),
  },
  {
    name: "columns",
    description:
      "Two columns of equal rank, for comparing: then and now, one side and the other. Text outside them stands above, across both.",
    slots: ["left", "right"],
    chosenWhen: "a slide that opens the slot left or right",
    suits: (shape) => shape.slots.includes("left") || shape.slots.includes("right"),
  },
  {
    name: "quote",
    description:
      "Somebody's words, in large type, and who said them: the paragraph after the quotation, or the quotation's own last paragraph when it begins with a dash.",
    slots: [],
    chosenWhen: "one quotation and at most one paragraph after it",
    suits: (shape) =>
      shape.slots.length === 0 &&
      shape.kinds[0] === "quote" &&
      (shape.kinds.length === 1 || (shape.kinds.length === 2 && shape.kinds[1] === "paragraph")),
  },
  {
    name: "figure",
    description: "One picture or drawing, as large as the slide allows. A few words may stand beside it.",
    slots: [],
    chosenWhen: "one picture or drawing with few words (at most 45)",
    suits: (shape) =>
      shape.slots.length === 0 &&
      count(shape, "picture", "drawing") === 1 &&
      count(shape, "quote", "table", "code", "other") === 0 &&
      shape.words <= FIGURE_WORDS,
  },
  {
    name: "statement",
    description: "One sentence or a few, in large type, with room around them.",
    slots: [],
    chosenWhen: "a heading with nothing under it, or one paragraph without a heading (at most 40 words)",
    suits: (shape) =>
      isAlone(shape) ||
      (shape.headingLevel === 0 &&
        shape.slots.length === 0 &&
        shape.kinds.length === 1 &&
        shape.kinds[0] === "paragraph" &&
        shape.words <= STATEMENT_WORDS),
  },
  {
    name: "era",
    description:
      "The opening of an era. Title, span, places and summary come from the era's front matter; a heading on the slide replaces the title, text replaces the summary.",
    slots: [],
    chosenWhen: "only where it is named",
  },
  {
    name: "sources",
    description: "The sources cited in the slide's era, under a heading and text of the author's.",
    slots: [],
    chosenWhen: "only where it is named",
  },
  {
    name: "end",
    description: "The close of the lecture or of an era: quiet, with few words.",
    slots: [],
    chosenWhen: "only where it is named",
  },
  {
    name: "text",
    description: "A heading with text, lists, tables or anything else under it.",
    slots: [],
    chosenWhen: "whenever no other layout suits",
    suits: () => true,
  },
];

/** Names of the layouts, in table order. */
export const layoutNames: readonly string[] = layouts.map((layout) => layout.name);

/** The layout of that name, or undefined. */
export const findLayout = (name: string): Layout | undefined =>
  layouts.find((layout) => layout.name === name);

/** The name of the layout for a slide that names none. */
export function chooseLayout(shape: SlideShape): string {
  const chosen = layouts.find((layout) => layout.suits?.(shape) === true);
  if (chosen === undefined) throw new Error("the table of layouts has none that suits every slide");
  return chosen.name;
}
