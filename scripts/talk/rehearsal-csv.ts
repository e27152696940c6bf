/** The table of a rehearsal for a spreadsheet: CSV after RFC 4180. Pure. */
import type { RehearsalTable, Times } from "./rehearsal-table.ts";

/** What the first row and the sums are called. */
export interface CsvWords {
  readonly era: string;
  readonly slide: string;
  readonly planned: string;
  readonly narration: string;
  readonly rehearsed: string;
  readonly difference: string;
  readonly total: string;
  /** The name of a slide without title, from 0. */
  readonly untitled: (number: number) => string;
}

/** Spreadsheets take a file without it for one in an older encoding. */
const BYTE_ORDER_MARK = "\uFEFF";

/** The file's text: a row for each slide, times in whole seconds, the sum last. */
export function rehearsalCsv({ eras, total }: RehearsalTable, words: CsvWords): string {
  const seconds = "s";
  const rows: readonly (readonly (string | number)[])[] = [
    [
      words.era,
      words.slide,
      ...[words.planned, words.narration, words.rehearsed, words.difference].map(
        (word) => `${word} (${seconds})`,
      ),
    ],
    ...eras.flatMap(({ title: era, rows: slides }) =>
      slides.map(({ number, title, ...times }) => [
        era,
        title === "" ? words.untitled(number) : title,
        ...cells(times),
      ]),
    ),
    [words.total, "", ...cells(total)],
  ];
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

const cells = ({ plannedMs, spokenMs, rehearsedMs, differenceMs }: Times): (string | number)[] =>
  [plannedMs, spokenMs, rehearsedMs, differenceMs].map((ms) =>
    ms === undefined ? "" : Math.round(ms / 1000),
  );

function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  // Spreadsheets would run a title as a formula (OWASP, CSV injection).
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
