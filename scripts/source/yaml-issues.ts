/* oxlint-disable no-underscore-dangle -- `_zod` is zod's documented way to look into a schema from a library */
/** Says what the schema found, in words an author can act on. */
import * as z from "zod";
import { error, suggestion } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** The place of the value at a path, or of one of its keys. */
type PlaceOf = (path: readonly PropertyKey[], key?: string) => At;

/**
 * Turns one zod issue into problems. A refinement may name its own problem code in `params: { code }`;
 * and its own hint in
 * `params: { hint }`; else a schema's `meta({ examples })` becomes the hint.
 */
export function explainIssue(issue: Issue, schema: Schema, input: unknown, placeOf: PlaceOf): Problem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    const valid = keysAt(schema, path);
    // The reader itself refuses this one, wherever it stands.
    return issue.keys
      .filter((key) => key !== "__proto__")
      .map((key) => {
        // A key that is valid by itself stands beside one that excludes it.
        const hint = valid.includes(key)
          ? `it cannot stand beside the other keys here; one of: ${valid.join(", ")}`
          : (suggestion(key, valid) ?? `keys: ${valid.join(", ")}`);
        return error("unknown-key", placeOf(path, key), `unknown key "${key}"`, {
          hint,
          length: key.length,
        });
      });
  }
  if (issue.code === "invalid_union") {
    const best = bestBranch(issue.errors, input, path);
    if (best !== undefined) {
      return best.flatMap((inner) =>
        explainIssue({ ...inner, path: [...path, ...inner.path] }, schema, input, placeOf),
      );
    }
  }
  const value = valueAt(input, path);
  const name = nameOf(path);
  const example = exampleAt(schema, path);
  const hint = example === undefined ? undefined : `for instance: ${example}`;
  const details = hint === undefined ? {} : { hint };
  if (issue.code === "invalid_key")
    return [error("invalid-value", placeOf(path), `${name} is not a valid key`, details)];
  if (value === undefined && issue.code !== "custom") {
    return [error("missing-key", placeOf(path.slice(0, -1)), `${name} is missing`, details)];
  }
  if (issue.code === "custom") {
    const code: unknown = issue.params?.["code"];
    const own: unknown = issue.params?.["hint"];
    return [
      error(typeof code === "string" ? code : "invalid-value", placeOf(path), issue.message, {
        ...(typeof own === "string" ? { hint: own } : details),
        ...(typeof value === "string" && !value.includes("\n") && { length: value.length }),
      }),
    ];
  }
  return [
    error(
      "invalid-value",
      placeOf(path),
      `${name} ${wrong(issue, value, schema)}`,
      choices(issue, value) ?? details,
    ),
  ];
}

function wrong(issue: Issue, value: unknown, schema: Schema): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kindNames[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
    case "invalid_union":
      return `cannot be ${kindOf(value)}${unionKinds(schema, issue.path)}`;
    case "invalid_value":
      return `cannot be ${show(value)}`;
    case "too_small":
      if (issue.origin === "string" || issue.origin === "array") {
        return Number(issue.minimum) <= 1
          ? "is empty"
          : `needs at least ${String(issue.minimum)} ${unit(issue.origin)}`;
      }
      return `must be ${issue.inclusive === false ? "more than" : "at least"} ${String(issue.minimum)}, not ${show(value)}`;
    case "too_big":
      if (issue.origin === "string" || issue.origin === "array")
        return `has more than ${String(issue.maximum)} ${unit(issue.origin)}`;
      return `must be ${issue.inclusive === false ? "less than" : "at most"} ${String(issue.maximum)}, not ${show(value)}`;
    case "invalid_format":
      return `is not as it should be written: ${show(value)}`;
    default:
      return issue.message;
  }
}

const unit = (origin: string): string => (origin === "array" ? "entries" : "characters");

const kindNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a group of keys",
  record: "a group of keys",
};

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of keys";
  return show(value);
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function choices(issue: Issue, value: unknown): { hint: string } | undefined {
  if (issue.code !== "invalid_value") return undefined;
  const valid = issue.values.map(String);
  const hint = suggestion(typeof value === "string" ? value : "", valid) ?? `one of: ${valid.join(", ")}`;
  return { hint };
}

/** `"authors[0].orcid"`, counted from 0 as in YAML paths. */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "this";
  return `"${path.map((key, i) => (typeof key === "number" ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`)).join("")}"`;
}

/** What stands at a path of plain data. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The branch of a union that the author meant: one that wants the kind of value that stands there. */
function bestBranch(branches: readonly (readonly Issue[])[], input: unknown, path: readonly PropertyKey[]) {
  const value = valueAt(input, path);
  const near = branches.filter((issues) => !issues.some((i) => i.path.length === 0 && isOtherKind(i, value)));
  if (near.length === 1) return near[0];
  if (typeof value !== "object") return near[0];
  return near.toSorted((a, b) => a.length - b.length)[0];
}

/** Whether an issue says that another kind of value was wanted; a choice of texts does so of a group too. */
const isOtherKind = ({ code }: Issue, value: unknown): boolean =>
  code === "invalid_type" || (code === "invalid_value" && typeof value === "object");

// ── Looking into a schema ──────────────────────────────────────────────────────────────────

/** What a wrapper such as `optional`, `default` or a pipe wraps. */
function unwrap(schema: Schema): Schema | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return schema._zod.def.innerType;
  }
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodReadonly) return schema._zod.def.innerType;
  if (schema instanceof z.ZodPipe) return schema._zod.def.in;
  return schema instanceof z.ZodLazy ? schema._zod.def.getter() : undefined;
}

/** The schemas that may stand behind wrappers and unions. */
function bare(schema: Schema): Schema[] {
  if (schema instanceof z.ZodUnion) return schema._zod.def.options.flatMap(bare);
  const inner = unwrap(schema);
  return inner === undefined ? [schema] : bare(inner);
}

function inside(schema: Schema, key: PropertyKey): Schema | null | undefined {
  if (schema instanceof z.ZodObject) return schema._zod.def.shape[String(key)];
  if (schema instanceof z.ZodArray) return schema._zod.def.element;
  if (schema instanceof z.ZodTuple) return schema._zod.def.items[Number(key)] ?? schema._zod.def.rest;
  return schema instanceof z.ZodRecord ? schema._zod.def.valueType : undefined;
}

function schemasAt(schema: Schema, path: readonly PropertyKey[]): Schema[] {
  let level = [schema];
  for (const key of path) {
    level = level.flatMap(bare).flatMap((s) => inside(s, key) ?? []);
  }
  return level;
}

function keysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  return schemasAt(schema, path)
    .flatMap(bare)
    .flatMap((s) => (s instanceof z.ZodObject ? Object.keys(s._zod.def.shape) : []));
}

function unionKinds(schema: Schema, path: readonly PropertyKey[]): string {
  const kinds = schemasAt(schema, path)
    .flatMap(bare)
    .map((s) => kindNames[s._zod.def.type]);
  const known = [...new Set(kinds.filter((kind) => kind !== undefined))];
  return known.length > 0 ? `; it is ${known.join(" or ")}` : "";
}

/** The first example in the `meta` of the schema or of one around it, as YAML that could be pasted. */
function exampleAt(schema: Schema, path: readonly PropertyKey[]): string | undefined {
  for (let length = path.length; length > 0; length--) {
    for (const found of schemasAt(schema, path.slice(0, length))) {
      for (let s: Schema | undefined = found; s !== undefined; s = unwrap(s)) {
        const examples = z.globalRegistry.get(s)?.["examples"];
        const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
        if (example !== undefined) return `${String(path[length - 1])}: ${inline(example)}`;
      }
    }
  }
  return undefined;
}

/** A value as one line of YAML. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${inline(item)}`)
      .join(", ")} }`;
  }
  return String(value);
}
