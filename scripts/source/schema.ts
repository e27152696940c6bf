/**
 * What `deck.yaml` and an era's front matter may hold. Each key's description stands here once: the author reference,
 * the JSON Schemas for editors and the messages are made from it.
 */
import * as z from "zod";
import { suggestion } from "../diagnostics.ts";
import { PAPERS, profileNames, SLIDES_PER_PAGE, STEPS_POLICIES } from "../handout-profiles.ts";
import { themeNames } from "../render/themes.ts";
import { creditSchema } from "./credit-schema.ts";
import { license, standard, words } from "./schema-parts.ts";
import { addressFault, dateFault, identifierFault, languageFault, orcidFault } from "./standards.ts";

const milliseconds = z.int().min(0).max(60_000);

const theme = standard((name) =>
  themeNames.includes(name)
    ? undefined
    : {
        code: "unknown-theme",
        message: `there is no theme "${name}"`,
        hint: suggestion(name, themeNames) ?? `one of: ${themeNames.join(", ")}`,
      },
);

const author = z.strictObject({
  name: words.meta({ description: "As it is shown." }),
  orcid: standard(orcidFault)
    .optional()
    .meta({ description: "The author's ORCID iD.", examples: ["0000-0002-1825-0097"] }),
});

const pauses = z.strictObject({
  sentence: milliseconds.default(350).meta({ description: "After a sentence." }),
  question: milliseconds.default(600).meta({ description: "After a question." }),
  clause: milliseconds
    .default(250)
    .meta({ description: "After a sentence that ends with a colon, semicolon or dash." }),
  paragraph: milliseconds.default(750).meta({ description: "Between paragraphs." }),
  slide: milliseconds.default(900).meta({ description: "After a slide." }),
  hold: milliseconds.default(5000).meta({ description: "How long a slide without narration is shown." }),
});

const pronunciation = z.union([words, z.strictObject({ ipa: words }), z.strictObject({ arpabet: words })]);
const made = z.enum(["title", "sources", "credits"]);

const profile = z.enum(profileNames);
const handout = z
  .strictObject({
    profile: profile.meta({ description: "Which handout: see the table of profiles." }),
    "per-page": z
      .literal([...SLIDES_PER_PAGE])
      .optional()
      .meta({ description: "Slides on a page of `slides`. Without it: 6.", examples: [3] }),
    steps: z
      .enum(STEPS_POLICIES)
      .optional()
      .meta({
        description:
          "What is shown of a slide's steps: its `final` state, the same `numbered` as things come, or a picture of `each` state. Without it: as the profile does.",
        examples: ["numbered"],
      }),
    mono: z
      .boolean()
      .optional()
      .meta({ description: "To be printed in black and white.", examples: [true] }),
  })
  .superRefine((choice, context) => {
    if (choice.steps !== undefined && choice.profile === "article")
      context.addIssue({
        code: "custom",
        path: ["steps"],
        message: '"steps" is for handouts that show slides, and article shows none',
      });
    if (choice["per-page"] !== undefined && choice.profile !== "slides")
      context.addIssue({
        code: "custom",
        path: ["per-page"],
        message: `"per-page" is for the profile slides, not for ${choice.profile}`,
      });
  });

/** The keys of `deck.yaml`. */
const deckShape = {
  title: words.meta({ description: "The lecture's title.", examples: ["Worn-out shoes"] }),
  subtitle: words.optional().meta({ description: "A line under the title." }),
  language: standard(languageFault)
    .default("en")
    .meta({ description: "The language of the text and the voice, as a BCP 47 tag.", examples: ["en-GB"] }),
  authors: z
    .array(z.union([author, words.transform((name) => ({ name }))]))
    .default([])
    .meta({
      description: "Who wrote the lecture: names, or groups of name and orcid.",
      examples: [["Ada Lim"]],
    }),
  date: standard(dateFault)
    .optional()
    .meta({
      description: "The date of this version (EDTF); shown on the title slide and in the handout.",
      examples: ["2026-11-23"],
    }),
  version: words.optional().meta({ description: "The version, as you count it.", examples: ["1.2"] }),
  license: license
    .optional()
    .meta({ description: "The lecture's licence, as an SPDX expression.", examples: ["CC-BY-4.0"] }),
  identifier: standard(identifierFault)
    .optional()
    .meta({ description: "The lecture's DOI.", examples: ["10.5281/zenodo.1234567"] }),
  contact: words.optional().meta({
    description: "Where questions go: an e-mail address or an https address.",
    examples: ["ada@example.org"],
  }),
  url: standard(addressFault)
    .optional()
    .meta({
      description:
        "Where the lecture will be published: its folder, or the page itself. On paper every slide then has a QR code and a short address that open it there.",
      examples: ["https://example.org/shoes/"],
    }),
  theme: theme.default("history").meta({ description: "The look.", examples: ["history"] }),
  paper: z.enum(PAPERS).default("A4").meta({ description: "The handouts' paper." }),
  hyphenate: z
    .boolean()
    .default(true)
    .meta({ description: "Whether words are divided at the ends of lines in handouts.", examples: [false] }),
  handout: z
    .array(z.union([handout, profile.transform((name) => ({ profile: name }))]))
    .superRefine((choices, context) => {
      for (const [index, choice] of choices.entries()) {
        if (choices.findIndex((other) => other.profile === choice.profile) === index) continue;
        context.addIssue({
          code: "custom",
          path: [index],
          message: `the handout "${choice.profile}" is named twice; one file can be made of it`,
        });
      }
    })
    .default([{ profile: "study" }])
    .meta({
      description: "The handouts to make: names of profiles, or groups of a profile and its settings.",
      examples: [["study", { profile: "slides", "per-page": 3 }]],
    }),
  voice: words
    .optional()
    .meta({ description: "The voice, by the name that `lanternist doctor` lists.", examples: ["flite"] }),
  pauses: pauses
    .prefault({})
    .meta({ description: "Lengths of silence, in milliseconds.", examples: [{ paragraph: 900 }] }),
  pronunciations: z
    .record(words, pronunciation)
    .default({})
    .meta({
      description: "How words and phrases are said: a respelling, `{ ipa: … }` or `{ arpabet: … }`.",
      examples: [{ juche: "joo-cheh" }],
    }),
  minutes: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .meta({ description: "How long the lecture is planned to be.", examples: [30] }),
  accounts: z
    .record(z.string().regex(/^[\p{L}\p{N}_-]+$/u), words)
    .default({})
    .meta({
      description:
        "The marks that a slide may carry for whose account it gives, and the words shown for each.",
      examples: [{ record: "Record", debated: "Debated" }],
    }),
  credits: z
    .array(creditSchema)
    .default([])
    .meta({
      description: "What the lecture reuses.",
      examples: [[{ title: "Relief of Korea", license: "CC-BY-4.0" }]],
    }),
  sources: words.optional().meta({
    description: "The bibliography: a CSL-JSON, CSL-YAML or BibTeX file in the deck's folder.",
    examples: ["sources.json"],
  }),
  recordings: z
    .enum(["private", "public"])
    .optional()
    .meta({
      description:
        "Whether recordings travel in `source.zip`. Without this key they do not: a recording is somebody's voice.",
      examples: ["public"],
    }),
  front: z
    .array(made)
    .optional()
    .meta({
      description:
        "Slides made before the first era. Without this key: the title, unless the first slide has that layout.",
      examples: [["title"]],
    }),
  back: z
    .array(made)
    .optional()
    .meta({
      description:
        "Slides made after the last era. Without this key: sources, if the deck has a bibliography, and credits.",
      examples: [["sources", "credits"]],
    }),
};

/** The keys of an era's front matter. */
const eraShape = {
  title: words.optional().meta({
    description: "The era's title. Without it: the file's name.",
    examples: ["Permission to invade"],
  }),
  span: standard(dateFault)
    .optional()
    .meta({ description: "When the era was, as an EDTF interval.", examples: ["1950-01/1953-07-27"] }),
  places: z
    .array(words)
    .default([])
    .meta({ description: "Where it happens.", examples: [["Moscow", "Pyongyang"]] }),
  people: z
    .array(words)
    .default([])
    .meta({
      description:
        "Who is in it, as in the index; a name in its own script may follow in parentheses. Write the surname first, with a comma, where it is not to be guessed: `Philby, Kim`.",
      examples: [["Kim Il Sung (김일성)", "Joseph Stalin"]],
    }),
  summary: words.optional().meta({ description: "What the era is about, in a sentence or two." }),
  terms: z
    .record(words, words)
    .default({})
    .meta({
      description: "Key terms and what they mean.",
      examples: [{ armistice: "An agreement that stops the fighting." }],
    }),
  questions: z
    .array(words)
    .default([])
    .meta({ description: "Questions to think about.", examples: [["What did Stalin think he knew?"]] }),
  minutes: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .meta({ description: "Planned minutes, for the lecturer.", examples: [5] }),
};

/** `deck.yaml`. */
export const deckSchema = z.strictObject(deckShape);
/** The front matter of an era in a deck with `deck.yaml`. */
export const eraSchema = z.strictObject(eraShape);

/** Keys of reveal-md's front matter that say nothing here: they are skipped with one warning (reveal-md 6, README). */
export const REVEAL_KEYS: readonly string[] = [
  "revealOptions",
  "separator",
  "verticalSeparator",
  "notesSeparator",
  "highlightTheme",
  "css",
  "scripts",
  "preprocessor",
  "template",
  "listingTemplate",
  "staticDirs",
  "static",
  "assetsDir",
  "absoluteUrl",
  "favicon",
  "glob",
  "watch",
  "transition",
];

/** Without its default: a key counts as given only where it is written. */
export function given(schema: z.ZodType): z.ZodType {
  const hasDefault = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
  if (!hasDefault) return schema.optional();
  return z.optional(schema.def.innerType).meta(z.globalRegistry.get(schema) ?? {});
}

/** Front matter in a folder without `deck.yaml`: an era's keys and a deck's; reveal-md's keys are let through. */
export const plainSchema = z.strictObject({
  ...Object.fromEntries(Object.entries(deckShape).map(([key, schema]) => [key, given(schema)])),
  ...Object.fromEntries(REVEAL_KEYS.map((key) => [key, z.unknown().optional()])),
  ...eraShape,
  theme: z.string().optional(),
});

/** `deck.yaml` as it was checked. */
export type DeckYaml = z.output<typeof deckSchema>;
/** An era's front matter as it was checked. */
export type EraYaml = z.output<typeof eraSchema>;
