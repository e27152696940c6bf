/**
 * Makes the author reference from the tables that the program itself reads: keys, settings, layouts, and the JSON
 * Schemas that editors complete from. `tsx scripts/docs.ts` writes the files; a test says when they are out of date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { handoutFile, handoutProfiles, profileNames } from "./handout-profiles.ts";
import { courseSchema, entrySchema } from "./remix/course-schema.ts";
import { pairTable, takenTable } from "./remix/licenses/tables.ts";
import { layouts } from "./render/layouts.ts";
import { themes } from "./render/themes.ts";
import { deckSchema, eraSchema } from "./source/schema.ts";
import { SLIDE_SETTINGS } from "./source/settings.ts";

const root = join(fileURLToPath(new URL(".", import.meta.url)), "..");

/** A file of `docs/` that is made, or has made parts. */
export interface MadeDoc {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

/** The guides with made parts, as they are now: what stands between their marks is made anew. */
export interface Guides {
  readonly authoring: string;
  readonly remix: string;
}

/** Reads the guides. */
export async function readGuides(): Promise<Guides> {
  const read = (name: string): Promise<string> => readFile(join(root, `docs/${name}.md`), "utf8");
  return { authoring: await read("authoring"), remix: await read("remix") };
}

/** Makes the files. */
export function makeDocs({ authoring, remix }: Guides): MadeDoc[] {
  const parts: Readonly<Record<string, string>> = {
    "deck keys": keyTable(deckSchema),
    "era keys": keyTable(eraSchema),
    settings: table(
      ["setting", "what it does"],
      Object.entries(SLIDE_SETTINGS).map(([name, text]) => [code(name), text]),
    ),
    layouts: table(
      ["layout", "what it shows", "slots", "chosen for"],
      layouts.map((layout) => [
        code(layout.name),
        layout.description,
        layout.slots.map(code).join(", "),
        layout.chosenWhen,
      ]),
    ),
    handouts: table(
      ["profile", "file", "what it is"],
      profileNames.map((name) => [code(name), code(handoutFile(name)), handoutProfiles[name].description]),
    ),
    themes: table(
      ["theme", "its look"],
      themes.map((theme) => [code(theme.name), theme.description]),
    ),
  };
  const [taken, ...takenRows] = takenTable();
  const [pair, ...pairRows] = pairTable();
  const remixParts = {
    "course entries": keyTable(entrySchema),
    "course keys": keyTable(ownKeys(courseSchema)),
    licences: table(taken, takenRows),
    pairs: table(pair, pairRows),
  };
  return [
    { path: "docs/authoring.md", text: withParts(authoring, parts) },
    { path: "docs/remix.md", text: withParts(remix, remixParts) },
    {
      path: "docs/schema/course.schema.json",
      text: schemaFile("A course of a Lanternist deck", courseSchema),
    },
    { path: "docs/schema/deck.schema.json", text: schemaFile("deck.yaml of a Lanternist deck", deckSchema) },
    {
      path: "docs/schema/era.schema.json",
      text: schemaFile("Front matter of an era of a Lanternist deck", eraSchema),
    },
  ];
}

const withParts = (guide: string, parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts).reduce(replacePart, guide);

/** The keys of a course that `deck.yaml` does not have. Those of its entries have a table of their own. */
const ownKeys = ({ shape }: z.ZodObject): z.ZodObject =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(shape)
        .filter(([key]) => key === "sources" || !Object.hasOwn(deckSchema.shape, key))
        .map(([key, schema]) => [
          key,
          key === "slides" ? z.array(z.looseObject({})).meta(z.globalRegistry.get(schema) ?? {}) : schema,
        ]),
    ),
  );

function replacePart(text: string, [name, made]: readonly [string, string]): string {
  const begin = `<!-- begin ${name}: made by scripts/docs.ts -->`;
  const end = `<!-- end ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`a guide lacks its part "${name}"`);
  return `${text.slice(0, from + begin.length)}\n\n${made}\n${text.slice(to)}`;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows]
    .map((row) => `| ${row.map(cell).join(" | ")} |`)
    .join("\n")
    .concat("\n");

const cell = (text: string): string => text.replaceAll("|", "\\|");
const code = (text: string): string => `\`${text}\``;

/** The part of JSON Schema that our schemas come out as. */
interface Property {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly Property[];
  readonly items?: Property;
  readonly properties?: Readonly<Record<string, Property>>;
}

const jsonSchema = (schema: z.ZodType): Property & { readonly required?: readonly string[] } =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape is JSON Schema's own
  z.toJSONSchema(schema, { io: "input" }) as Property & { required?: string[] };

function keyTable(schema: z.ZodObject): string {
  const { properties = {}, required = [] } = jsonSchema(schema);
  const rows: string[][] = [];
  for (const [name, property] of Object.entries(properties)) {
    // zod leaves the examples out where input and output differ.
    const examples = property.examples ?? examplesOf(schema.shape[name]);
    rows.push(row(name, { ...property, examples }, required.includes(name)));
    for (const [key, part] of Object.entries(inner(property))) rows.push(row(`${name}.${key}`, part, false));
  }
  return table(["key", "is", "what it says", "without it", "for instance"], rows);
}

function examplesOf(schema: z.core.$ZodType | undefined): readonly unknown[] {
  const examples = schema === undefined ? undefined : z.globalRegistry.get(schema)?.["examples"];
  return Array.isArray(examples) ? examples : [];
}

/** The keys of groups, and of lists of groups. */
const inner = (property: Property): Readonly<Record<string, Property>> =>
  property.properties ??
  property.items?.properties ??
  property.items?.anyOf?.find((p) => p.properties)?.properties ??
  {};

function row(name: string, property: Property, required: boolean): string[] {
  const { description = "", examples = [], default: usual } = property;
  const [example] = examples;
  return [
    code(name),
    kind(property),
    description,
    required ? "required" : usual === undefined || isEmpty(usual) ? "" : code(inline(usual)),
    example === undefined ? "" : code(inline(example)),
  ];
}

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

function kind({ type, enum: values, anyOf, items }: Property): string {
  if (values !== undefined) return values.map(code).join(" or ");
  if (anyOf !== undefined) return [...new Set(anyOf.map(kind))].join(" or ");
  if (type === "array") return `list of ${items === undefined ? "anything" : kind(items)}`;
  return (
    {
      string: "text",
      number: "number",
      integer: "whole number",
      boolean: "`true` or `false`",
      object: "group",
    }[type ?? ""] ?? "anything"
  );
}

/** A value as one line of YAML. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, item]) => `${key}: ${inline(item)}`)
    .join(", ")} }`;
}

function schemaFile(title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { path, text } of makeDocs(await readGuides())) {
    await writeFile(join(root, path), text);
  }
}
