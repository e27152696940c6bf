/** `slides`: the slides alone, in a grid; three to a page stand beside lines to write on. */
import { template } from "../../../../templates/handout/slides.hbs";
import type { Paper, SlidesPerPage } from "../../../handout-profiles.ts";
import { articleFields, type DocumentLook } from "../fields.ts";
import { cssString, pageNumber, pageSize, PAPER_MM, runningHead } from "../page-rules.ts";
import { partials } from "../partials.ts";
import { articleBookmarks, type Making, type Profile } from "./profile.ts";

/** How the slides stand on a page. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly landscape: boolean;
  /** The second column is for lines. */
  readonly lined: boolean;
}

const GRIDS: Readonly<Record<SlidesPerPage, Grid>> = {
  1: { columns: 1, rows: 1, landscape: true, lined: false },
  2: { columns: 1, rows: 2, landscape: false, lined: false },
  3: { columns: 2, rows: 3, landscape: false, lined: true },
  4: { columns: 2, rows: 2, landscape: true, lined: false },
  6: { columns: 2, rows: 3, landscape: false, lined: false },
  9: { columns: 3, rows: 3, landscape: true, lined: false },
};

/** Millimetres around and between the slides. */
const MARGIN = { top: 21, side: 18, bottom: 12 } as const;
const GAP = 7;
/** Above each slide: its era where one begins, its number and title. */
const HEAD = 11;
/** Above the first page's slides, and left free on all others, so that slides stand alike on every page. */
const TITLE = 15;
/** Between the lines to write on. */
const LINE = 8;

/** The handout of slides. */
export const slides: Profile = {
  name: "slides",
  defaults: { steps: "final", perPage: 6 },
  hasCover: false,
  hyphenates: false,
  styles: ["slides"],
  html,
  rules,
  bookmarks: (article) => articleBookmarks(article).slice(1),
};

function html({ article, settings }: Making, look: DocumentLook): string {
  const fields = articleFields(article, look);
  const cells = fields.eras.flatMap((era) =>
    era.parts.flatMap((part, index) =>
      part.pictures.map((state) => ({
        ...state,
        accent: era.accent,
        id: part.id,
        label: part.label,
        slide: part.number,
        // The slide's heading stands once, above its first state, and the era's above its first slide.
        titled: state.number === 0,
        opens: index === 0 && state.number === 0 ? era : undefined,
      })),
    ),
  );
  return template(
    {
      ...fields,
      pages: chunks(cells, settings.perPage),
      lined: GRIDS[settings.perPage].lined ? lineCount(settings.paper) : [],
    },
    { partials },
  );
}

/** The size of things on the page, in millimetres. */
function measures(paper: Paper, perPage: SlidesPerPage) {
  const { columns, rows, landscape } = GRIDS[perPage];
  const { widthMm, heightMm } = PAPER_MM[paper];
  const [width, height] = landscape ? [heightMm, widthMm] : [widthMm, heightMm];
  const cellWidth = (width - 2 * MARGIN.side - (columns - 1) * GAP) / columns;
  const cellHeight = (height - MARGIN.top - MARGIN.bottom - TITLE - (rows - 1) * GAP) / rows;
  const slideWidth = Math.min(cellWidth, ((cellHeight - HEAD) * 16) / 9);
  return { cellWidth, cellHeight, slideWidth };
}

const lineCount = (paper: Paper): unknown[] =>
  Array.from({ length: Math.floor((measures(paper, 3).cellHeight - HEAD) / LINE) }, () => ({}));

function rules({ article, settings: { paper, perPage } }: Making): string {
  const { cellWidth, cellHeight, slideWidth } = measures(paper, perPage);
  const { columns, landscape } = GRIDS[perPage];
  // A slide is 1280 CSS px wide, and a CSS px is 1/96 inch.
  const scale = (slideWidth * 96) / 25.4 / 1280;
  return `@page { size: ${pageSize(paper, landscape)}; margin: ${MARGIN.top}mm ${MARGIN.side}mm ${MARGIN.bottom}mm; @top-left { content: ${cssString(article.title)}; ${runningHead()} } @top-right { content: counter(page); ${pageNumber()} } }
.article { --scale: ${scale.toFixed(4)}; --head: ${HEAD}mm; --title: ${TITLE}mm; --line: ${LINE}mm; }
.grid { grid-template-columns: repeat(${columns}, ${cellWidth.toFixed(2)}mm); grid-auto-rows: ${cellHeight.toFixed(2)}mm; gap: ${GAP}mm; }`;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
