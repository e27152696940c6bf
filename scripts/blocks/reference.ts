/** Writes `docs/blocks.md` from the schemas of the blocks, so that the reference cannot differ from what is read. */
import * as z from "zod";
import { mapSchema } from "./map/schema.ts";
import { timelineSchema } from "./timeline/schema.ts";

/** One kind in the reference. */
interface Chapter {
  readonly kind: string;
  readonly schema: z.ZodType;
  readonly introduction: string;
  /** YAML that the tests draw. */
  readonly examples: readonly { readonly words: string; readonly yaml: string }[];
}

/** What the reference says besides the keys. */
export const chapters: readonly Chapter[] = [
  {
    kind: "map",
    schema: mapSchema,
    introduction: `A map shows land outlines from Natural Earth and, on them, only what the era needs. The outlines carry no modern borders; a border
that matters is drawn as a line. The projection follows from the extent, names find places where they do not lie on each other, and distances
are computed along great circles. A map of a region is drawn from the outlines at 1:10 million, a larger one from those at 1:50 million.`,
    examples: [
      {
        words: "A region with a parallel, a river and an advance:",
        yaml: `extent: [121.6, 36.2, 131.4, 43]
places:
  - { id: pyongyang, name: Pyongyang, native: 평양, at: [39.04, 125.76], kind: capital }
  - { id: seoul, name: Seoul, native: 서울, at: [37.57, 126.98], kind: capital }
lines:
  - { id: parallel, name: 38th parallel, latitude: 38, from: 124, to: 130 }
  - { id: yalu, name: Yalu, border: [China, North Korea], kind: river }
routes:
  - { id: invasion, from: pyongyang, to: seoul, style: march }
labels:
  - { id: east-sea, text: East Sea (Sea of Japan), at: [39.5, 130], kind: sea }`,
      },
      {
        words:
          "Two distances between the same places; the length of the railway is a fact that the author knows, so it is part of the name:",
        yaml: `extent: [124.2, 37.1, 128.4, 39.5]
places:
  - { id: pyongyang, name: Pyongyang, at: [39.0392, 125.7625], kind: capital }
  - { id: seoul, name: Seoul, at: [37.5665, 126.978], kind: capital }
routes:
  - { id: straight, from: pyongyang, to: seoul, style: measure, distance: both }
  - { id: rail, from: pyongyang, to: seoul, via: [[38.5, 125.75], [37.9, 126.7]], style: rail, name: "By rail, 261 km" }`,
      },
      {
        words: "Across the date line, west is greater than east:",
        yaml: `extent: [120, 30, -115, 65]
places:
  - { id: vladivostok, name: Vladivostok, at: [43.12, 131.89] }
  - { id: seattle, name: Seattle, at: [47.61, -122.33] }
routes:
  - { id: voyage, from: seattle, to: vladivostok, distance: km }`,
      },
    ],
  },
  {
    kind: "timeline",
    schema: timelineSchema,
    introduction: `A timeline sets events on an axis and lays spans below it as bars. The axis takes the unit that has room, from days to centuries. A date that is
not exact to the day is shown as long as it may mean; one that is not sure has a hollow mark and says "c." or "perhaps". Where one span ends in the
year in which the next begins, they meet in the middle of it.
All that it dates stands in the [handout's](handout.md) chronology as well, with the dates in the \`note\` of places on maps.

Dates are EDTF: \`1950\`, \`1950-06\`, \`1950-06-25\`, a decade \`195X\`, a century \`19XX\`, a season \`1950-21\` (spring) to \`1950-24\` (winter), about
\`1950~\`, perhaps \`1950?\`, both \`1950%\`, an interval \`1950-06-25/1953-07-27\`, one that goes on \`1994/..\`, one whose end is not known \`1956/\`,
before Christ \`-0043\` (44 BC).`,
    examples: [
      {
        words: "Two events five days apart:",
        yaml: `events:
  - { id: moscow, date: 1961-07-06, label: Treaty with Moscow }
  - { id: beijing, date: 1961-07-11, label: Treaty with Beijing, detail: five days later }`,
      },
      {
        words: "Spans, one of which goes on:",
        yaml: `span: 1945/2024
spans:
  - { id: patron, span: 1945/1949, label: Patron and protégé }
  - { id: war, span: 1950-06-25/1953-07-27, label: War }
  - { id: armistice, span: 1953-07-27/.., label: Armistice }`,
      },
      {
        words: "Lanes:",
        yaml: `lanes:
  - { id: north, label: Pyongyang }
  - { id: south, label: Seoul }
events:
  - { id: visit, date: 2000-07, label: A visit, lane: north }
  - { id: trade, date: 2014~, label: Trade at its height, lane: south }`,
      },
    ],
  },
];

/** The reference as Markdown. */
export function blocksReference(): string {
  return `# Maps and timelines

A fenced block whose first word is \`map\` or \`timeline\` holds YAML and becomes a drawing:

\`\`\`\`markdown
\`\`\`timeline {#july}
events:
  - { id: moscow, date: 1961-07-06, label: Treaty with Moscow }
\`\`\`
\`\`\`\`

The id in braces is the drawing's name. Everything with an \`id\` in the YAML is a part that cues in the narration show, hide or focus:
\`[show july/moscow]\`, or \`[show moscow]\` when the name stands once on the slide. A part that waits keeps its room, so nothing moves when it comes.
The part in focus stands out and the others step back. Without \`alt\`, the drawing is described from its data for those who do not see it.

${chapters.map(chapterText).join("\n")}`;
}

function chapterText({ kind, schema, introduction, examples }: Chapter): string {
  const shown = examples.map(({ words, yaml }) => `${words}\n\n\`\`\`yaml\n${yaml}\n\`\`\`\n`);
  return `## \`${kind}\`

${introduction}

${shown.join("\n")}
${tablesOf(z.toJSONSchema(schema, { io: "input" })).join("\n\n")}
`;
}

/** The parts of a JSON Schema that the tables show. */
interface JsonSchema {
  readonly description?: string | undefined;
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[] | undefined;
}

/** The table of the block's own keys, then one for each list of groups in it. */
function tablesOf(schema: JsonSchema): string[] {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
    typeof value === "boolean" ? [] : [[key, value] as const],
  );
  const groups = entries.flatMap(([key, value]) => {
    const item = groupOf(value);
    return item === undefined
      ? []
      : [`### \`${key}\`\n\n${item.description ?? value.description ?? ""}\n\n${table(item)}`];
  });
  return [table(schema), ...groups];
}

function groupOf({ items }: JsonSchema): JsonSchema | undefined {
  return isSchema(items) && items.properties !== undefined ? items : undefined;
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function table({ properties, required }: JsonSchema): string {
  const rows = Object.entries(properties ?? {}).map(([key, value]) => {
    if (typeof value === "boolean") return "";
    const group = groupOf(value);
    const words = [
      value.description ??
        (group === undefined ? "" : `A list; see below. ${group.description ?? ""}`.trim()),
      value.enum === undefined
        ? ""
        : `One of ${value.enum.map((choice) => `\`${String(choice)}\``).join(", ")}.`,
      typeof value.default === "string" ? `Default: \`${value.default}\`.` : "",
    ];
    return `| \`${key}\` | ${required?.includes(key) === true ? "yes" : ""} | ${words.filter((word) => word !== "").join(" ")} |`;
  });
  return ["| key | needed | meaning |", "|---|---|---|", ...rows].join("\n");
}
