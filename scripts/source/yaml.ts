/**
 * Reads YAML that an author wrote: `deck.yaml`, front matter, author blocks. Every mistake becomes a problem
 * with its own place; nothing in the text can run code, name a type or grow beyond its size.
 */
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Document, Node, Pair, ParsedNode, YAMLMap } from "yaml";
import type * as z from "zod";
import { error } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import { conflicts } from "./conflict-marks.ts";
import { explainIssue, valueAt } from "./yaml-issues.ts";

/** What reading gives: the checked value, or what is wrong with it. */
export interface YamlResult<T> {
  /** Undefined when anything is wrong. */
  readonly value: T | undefined;
  /** The value without the top-level keys that are wrong, if that much is valid. Equals `value` when all is well. */
  readonly partial: T | undefined;
  readonly problems: readonly Problem[];
  /** The place of the value at a path of keys and indexes, or of the nearest one around it. */
  readonly at: (path: readonly PropertyKey[]) => At;
}

/** How often aliases may be expanded in one document; enough for any honest table. */
const MAX_ALIASES = 100;
/** The largest YAML text that is read. The largest honest one, a bibliography, has its own reader. */
const MAX_LENGTH = 2_000_000;
/** How deep values may lie inside one another. */
const MAX_DEPTH = 60;

/**
 * Reads YAML 1.2 and checks it.
 * Where the schema wants text and the author wrote a bare number or date (`span: 1950`), the text is taken as written;
 * a key without a value counts as absent.
 * @param at the place of the first character of `text` in its file
 * @param indent columns that the file has before every line but the first, such as in a fence inside a list
 * @param schema a zod schema; objects in it should be strict, so that unknown keys are found
 */
export function readYaml<T>(text: string, at: At, schema: z.ZodType<T>, indent = 0): YamlResult<T> {
  const fail = (...problems: Problem[]): YamlResult<T> => ({
    value: undefined,
    partial: undefined,
    problems,
    at: () => at,
  });
  if (text.length > MAX_LENGTH)
    return fail(error("yaml-too-large", at, `more than ${MAX_LENGTH} characters of YAML`));
  const unmerged = conflicts(text, at, indent);
  if (unmerged.length > 0) return fail(...unmerged);
  if (tooDeep(text)) return fail(error("yaml-too-deep", at, `values lie more than ${MAX_DEPTH} levels deep`));

  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (document === undefined)
    return fail(error("yaml-too-deep", at, `values lie more than ${MAX_DEPTH} levels deep`));
  const place = (offset: number): At => {
    const { line, col } = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return {
      file: at.file,
      line: at.line + Math.max(line, 1) - 1,
      column: line <= 1 ? at.column + Math.max(col, 1) - 1 : col + indent,
    };
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map((e) =>
    error("invalid-yaml", place(e.pos[0]), `not valid YAML: ${sentence(e.message)}`, hintFor(e.code)),
  );
  if (problems.length > 0) return fail(...problems);

  problems.push(...keyProblems(document, place));
  const data = plain(document);
  if (data === undefined) {
    return fail(
      error("yaml-alias-bomb", at, `aliases (*name) stand for more than ${MAX_ALIASES} values`, {
        hint: "write the values out",
      }),
    );
  }
  const tree: Tree = { document, pairs: new Map() };
  const atPath = (path: readonly PropertyKey[]) => place(nodeAt(tree, path).offset);

  const { result, input } = check(schema, data.value, tree);
  if (result.success && problems.length === 0)
    return { value: result.data, partial: result.data, problems, at: atPath };
  const issues = result.success ? [] : result.error.issues;
  for (const issue of issues) {
    problems.push(...explainIssue(issue, schema, input, (path, key) => place(offsetOf(tree, path, key))));
  }
  return { value: undefined, partial: withoutWrongKeys(schema, input, issues), problems, at: atPath };
}

type Parsed = Document.Parsed<ParsedNode, boolean>;

/** Undefined when values lie deeper than the stack: in lines that look like a block of text and are none. */
function parsed(text: string, lineCounter: LineCounter): Parsed | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      schema: "core",
      version: "1.2",
      logLevel: "silent",
    });
  } catch (e) {
    if (e instanceof RangeError) return undefined;
    throw e;
  }
}

/** A parsed document with a table of the keys of the maps that were looked into. */
interface Tree {
  readonly document: Parsed;
  readonly pairs: Map<YAMLMap, Map<string, Pair>>;
}

/** Reads the data; undefined when its aliases grow too far. */
function plain(document: Parsed): { value: unknown } | undefined {
  try {
    return { value: withoutNulls(document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown) };
  } catch (e) {
    if (e instanceof ReferenceError) return undefined;
    throw e;
  }
}

/** `key:` without a value is the same as no key. */
function withoutNulls(value: unknown, around: readonly unknown[] = []): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (around.includes(value)) throw new ReferenceError("an alias names a value that holds it");
  const inside = [...around, value];
  if (Array.isArray(value)) return value.map((item) => withoutNulls(item, inside));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, withoutNulls(item, inside)]),
  );
}

/** Parses with the schema; where text is wanted and a bare number stands, tries again with the text as written. */
function check<T>(schema: z.ZodType<T>, data: unknown, tree: Tree) {
  const input = data ?? {};
  const first = schema.safeParse(input);
  if (first.success) return { result: first, input };
  let changed = false;
  for (const path of first.error.issues.flatMap((issue) => wantsText(issue, []))) {
    const { node } = nodeAt(tree, path);
    if (isScalar(node) && typeof node.value !== "string" && typeof node.source === "string") {
      changed = put(input, path, node.source) || changed;
    }
  }
  return changed ? { result: schema.safeParse(input), input } : { result: first, input };
}

/** Paths at which text would have been right, inside unions too. */
function wantsText(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): (readonly PropertyKey[])[] {
  const path = [...base, ...issue.path];
  if (issue.code === "invalid_type" && issue.expected === "string") return [path];
  if (issue.code !== "invalid_union") return [];
  return issue.errors.flat().flatMap((inner) => wantsText(inner, path));
}

/** Puts a value at a path of data that is ours alone. */
function put(data: unknown, path: readonly PropertyKey[], value: unknown): boolean {
  const last = path.at(-1);
  const holder = valueAt(data, path.slice(0, -1));
  if (last === undefined || typeof holder !== "object" || holder === null || !Object.hasOwn(holder, last))
    return false;
  return Reflect.set(holder, last, value);
}

function withoutWrongKeys<T>(
  schema: z.ZodType<T>,
  input: unknown,
  issues: readonly z.core.$ZodIssue[],
): T | undefined {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return undefined;
  const wrong = new Set(
    issues.flatMap(({ path, ...issue }) =>
      path.length === 0 && issue.code === "unrecognized_keys" ? issue.keys : path.slice(0, 1),
    ),
  );
  const kept = Object.fromEntries(Object.entries(input).filter(([key]) => !wrong.has(key)));
  const again = schema.safeParse(kept);
  return again.success ? again.data : undefined;
}

/** The node at a path as far as it goes, and where it starts. */
function nodeAt(tree: Tree, path: readonly PropertyKey[]): { node: Node | null; offset: number } {
  let node: Node | null = tree.document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(tree.document) ?? null;
    let next: unknown;
    if (isMap(node)) next = pairOf(tree, node, String(key))?.value;
    else if (isSeq(node)) next = node.items[Number(key)];
    if (!isNode(next)) return { node: null, offset };
    node = next;
    offset = node.range?.[0] ?? offset;
  }
  return { node, offset };
}

/** The place of a value, or of one of its keys. */
function offsetOf(tree: Tree, path: readonly PropertyKey[], key: string | undefined): number {
  const { node, offset } = nodeAt(tree, path);
  if (key === undefined || !isMap(node)) return offset;
  const pair = pairOf(tree, node, key);
  return isNode(pair?.key) ? (pair.key.range?.[0] ?? offset) : offset;
}

/** Looks a key up in a table that is made once per map, so that many problems in a long map stay quick. */
function pairOf(tree: Tree, map: YAMLMap, key: string): Pair | undefined {
  let pairs = tree.pairs.get(map);
  if (pairs === undefined) {
    pairs = new Map(map.items.map((pair) => [keyText(pair), pair]));
    tree.pairs.set(map, pairs);
  }
  return pairs.get(key);
}

const keyText = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key);

/** Keys given twice, keys that are no text, and the one name that plain objects cannot hold safely. */
function keyProblems(document: Parsed, place: (offset: number) => At): Problem[] {
  const problems: Problem[] = [];
  const pending: unknown[] = [document.contents];
  while (pending.length > 0) {
    const node = pending.pop();
    if (isPair(node)) pending.push(node.value);
    else if (isSeq(node)) pending.push(...node.items);
    else if (isMap(node)) {
      const seen = new Set<string>();
      for (const pair of node.items) {
        const at = place(isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);
        const key = keyText(pair);
        if (!isScalar(pair.key)) problems.push(error("invalid-yaml", at, "a key must be a word or a phrase"));
        else if (key === "__proto__")
          problems.push(error("unknown-key", at, 'the key "__proto__" is not allowed', { length: 9 }));
        else if (seen.has(key)) {
          problems.push(
            error("duplicate-key", at, `the key "${key}" is given twice`, {
              hint: "keep one of them",
              length: key.length,
            }),
          );
        }
        seen.add(key);
        pending.push(pair);
      }
    }
  }
  return problems;
}

/** What begins a block of text: its lines are those that lie deeper (YAML 1.2, 8.1). */
const BLOCK = /^( *)[^\s#"'[\]{},&*][^"'[\]{}]*: [|>][-+1-9]{0,2}$/;

/**
 * Counts brackets and indentation before parsing, which recurses. Brackets inside text count too, but for blocks of text, which may be
 * whole slides: 60 are plenty.
 */
function tooDeep(text: string): boolean {
  let depth = 0;
  let block: number | undefined;
  for (const line of text.split("\n")) {
    if (block !== undefined && (line.trim() === "" || line.search(/[^ ]/) > block)) continue;
    block = depth === 0 ? BLOCK.exec(line)?.[1]?.length : undefined;
    const lead = /^[\s\-?:]*/.exec(line)?.[0].length ?? 0;
    if (lead > MAX_DEPTH * 8 || (line.slice(0, lead).match(/[-?:](?=\s)/g)?.length ?? 0) > MAX_DEPTH)
      return true;
    for (let i = lead; i < line.length; i++) {
      const c = line.charCodeAt(i);
      if (c === 0x5b || c === 0x7b) depth++;
      else if ((c === 0x5d || c === 0x7d) && depth > 0) depth--;
      if (depth > MAX_DEPTH) return true;
    }
  }
  return false;
}

const sentence = (message: string): string =>
  message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");

function hintFor(code: string): { hint: string } | Record<string, never> {
  if (code === "TAB_AS_INDENT") return { hint: "indent with spaces" };
  if (code === "TAG_RESOLVE_FAILED") return { hint: "leave out the !tag" };
  if (code === "BLOCK_AS_IMPLICIT_KEY" || code === "UNEXPECTED_TOKEN" || code === "MULTILINE_IMPLICIT_KEY") {
    return { hint: 'put text that holds ": ", "#", "[" or "{" between quotes: title: "Moscow: a view"' };
  }
  return {};
}
