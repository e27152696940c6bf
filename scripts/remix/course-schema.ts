/**
 * What `courses/NAME.yaml` may hold. As in `source/schema.ts`, each key's description stands here once: the author reference, the
 * JSON Schema and the messages are made from it.
 */
import * as z from "zod";
import { suggestion } from "../diagnostics.ts";
import { layoutNames } from "../render/layouts.ts";
import { words } from "../source/schema-parts.ts";
import { deckSchema, eraSchema, given, type DeckYaml, type EraYaml } from "../source/schema.ts";

const layout = words.superRefine((name, context) => {
  if (layoutNames.includes(name)) return;
  context.addIssue({
    code: "custom",
    message: `there is no layout "${name}"`,
    params: {
      code: "unknown-layout",
      hint: suggestion(name, layoutNames) ?? `layouts: ${layoutNames.join(", ")}`,
    },
  });
});

/** The kinds of entry in `slides:`, each with the keys that may stand beside it. */
const ERA_KEYS = ["title", "span", "places", "people", "summary", "terms", "questions", "minutes"];
const BESIDE: Readonly<Record<EntryKind, readonly string[]>> = {
  slide: [
    "id",
    "title",
    "layout",
    "account",
    "minutes",
    "narration",
    "notes",
    "content",
    "append",
    "steps",
    "changes",
  ],
  range: ["steps", "changes"],
  era: ["id", "only", "steps", "changes", ...ERA_KEYS],
  file: [],
  ownEra: ["id", ...ERA_KEYS.filter((key) => key !== "title")],
};

/** What an entry of `slides:` asks for. */
export type EntryKind = "slide" | "range" | "era" | "file" | "ownEra";

/** What each kind is called in messages. */
const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  slide: "a slide (use: era/slide)",
  range: "a range (use: era/slide..era/slide)",
  era: "a whole era (use: era)",
  file: "a file of your own",
  ownEra: "an era of your own",
};

/** The kind of an entry, by what is written. */
export function kindOf({
  use,
  file,
}: {
  readonly use?: string | undefined;
  readonly file?: string | undefined;
}): EntryKind {
  if (file !== undefined) return "file";
  if (use === undefined) return "ownEra";
  if (use.includes("..")) return "range";
  return use.includes("/") ? "slide" : "era";
}

const { title: _eraTitle, ...eraShape } = eraSchema.shape;

const entryShape = {
  use: words.optional().meta({
    description:
      "What is taken: a whole era, a slide, or a range of slides; of another deck with its name from `decks:` and a colon before it.",
    examples: ["war/telegram"],
  }),
  file: words.optional().meta({
    description: "Slides of your own: a Markdown file, by its path from the course's file.",
    examples: ["seminar/reading.md"],
  }),
  era: words.optional().meta({
    description: "Opens an era of your own, with this title. What follows stands in it, up to the next era.",
    examples: ["Whose word?"],
  }),
  only: z
    .array(words)
    .optional()
    .meta({
      description:
        "Of a whole era only these slides, in this order; none with `[]`, so that the era is open for slides that follow.",
      examples: [["opening", "telegram"]],
    }),
  id: words
    .optional()
    .meta({ description: "Another id for the slide or era.", examples: ["telegram-again"] }),
  title: words.optional().meta({ description: "Another title for the slide or era." }),
  layout: layout.optional().meta({ description: "Another layout for the slide.", examples: ["figure"] }),
  account: words.optional().meta({ description: "Another mark for whose account the slide gives." }),
  narration: z.string().optional().meta({ description: "Other narration, cues included; empty for none." }),
  notes: z.string().optional().meta({ description: "Other notes for the lecturer; empty for none." }),
  content: z
    .string()
    .optional()
    .meta({ description: "Other content under the heading, in Markdown; empty for none." }),
  append: words.optional().meta({ description: "Markdown that is added after the content." }),
  steps: z
    .literal(false)
    .optional()
    .meta({
      description: "`false`: the slide shows all at once, and its cues do nothing.",
      examples: [false],
    }),
  changes: words.optional().meta({
    description: "What you changed, in words, for the credits. Without it: what the other keys change.",
    examples: ["shortened"],
  }),
  ...Object.fromEntries(Object.entries(eraShape).map(([key, schema]) => [key, given(schema)])),
};

/** An entry of `slides:`, before its keys are held against each other. */
export const entrySchema = z.strictObject(entryShape);

const entry = entrySchema.superRefine((written, context) => {
  const heads = [written.use, written.file, written.era].filter((value) => value !== undefined);
  if (heads.length !== 1) {
    context.addIssue({
      code: "custom",
      message:
        heads.length === 0
          ? 'this entry names no slides: one of "use", "file" and "era" is needed'
          : 'only one of "use", "file" and "era" can stand in an entry',
      params: { code: "bad-entry", hint: "for instance: - use: war/telegram" },
    });
    return;
  }
  const kind = kindOf(written);
  for (const key of Object.keys(written)) {
    if (["use", "file", "era", ...BESIDE[kind]].includes(key)) continue;
    const hint =
      kind === "file"
        ? "write it in the file itself"
        : (suggestion(key, BESIDE[kind]) ?? `keys beside it: ${BESIDE[kind].join(", ")}`);
    context.addIssue({
      code: "custom",
      path: [key],
      message: `"${key}" cannot stand beside ${KIND_NAMES[kind]}`,
      params: { code: "bad-entry", hint },
    });
  }
  for (const [one, other] of [["content", "append"]] as const)
    if (Object.hasOwn(written, one) && Object.hasOwn(written, other))
      context.addIssue({
        code: "custom",
        path: [other],
        message: `"${other}" adds to what the deck has, and "${one}" takes its place: only one of them can be given`,
        params: { code: "bad-entry", hint: `write all of it under ${one}:` },
      });
});

const { title: deckTitle, sources: _deckSources, ...deckShape } = deckSchema.shape;

const courseShape = {
  title: deckTitle,
  ...Object.fromEntries(Object.entries(deckShape).map(([key, schema]) => [key, given(schema)])),
  sources: z
    .union([words, z.array(words)])
    .optional()
    .meta({
      description: "Bibliographies that are added to the deck's: paths from the course's file.",
      examples: ["seminar/sources.json"],
    }),
  decks: z
    .record(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u), words)
    .default({})
    .meta({
      description:
        "Other decks, each under a name of your choice: a folder, a `source.zip`, a built site's folder, or another course of this folder; by its path from the course's file.",
      examples: [{ korea: "borrowed/korea" }],
    }),
  slides: z
    .array(entry)
    .min(1)
    .meta({
      description: "The slides of the course, in its order.",
      examples: [[{ use: "war/telegram" }]],
    }),
};

/** `courses/NAME.yaml`. */
export const courseSchema = z.strictObject(courseShape);

type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** An entry of `slides:` as it was checked. Era keys are there where they are written. */
export interface EntryYaml extends Given<EraYaml> {
  readonly use?: string;
  readonly file?: string;
  readonly era?: string;
  readonly only?: readonly string[];
  readonly id?: string;
  readonly layout?: string;
  readonly account?: string;
  readonly narration?: string;
  readonly notes?: string;
  readonly content?: string;
  readonly append?: string;
  readonly steps?: false;
  readonly changes?: string;
}

/** `courses/NAME.yaml` as it was checked: a deck's keys are there where they are written. */
export interface CourseYaml extends Given<Omit<DeckYaml, "title" | "sources">> {
  readonly title: string;
  readonly sources?: string | readonly string[];
  readonly decks: Readonly<Record<string, string>>;
  readonly slides: readonly EntryYaml[];
}

/** The same with its types: the shape is put together from that of `deck.yaml`, which TypeScript does not follow. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- said above
export const typedCourseSchema = courseSchema as unknown as z.ZodType<CourseYaml>;
