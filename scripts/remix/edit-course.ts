/** Writes into a course's file what `remix` adds to it. Its author's order and comments stay. Pure. */
import { isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from "yaml";
import type { Credit, Pronunciation } from "../model.ts";

/** The credit of a deck, or of something of others in it, for slides of the course. */
export type SlideCredit = Omit<Credit, "files" | "slides"> & { readonly slides?: readonly string[] };

/** What is added. */
export interface CourseEdits {
  /** At the end of `slides:`. */
  readonly entries?: readonly Readonly<Record<string, unknown>>[];
  /** A bibliography, by its path from the course's file. */
  readonly sources?: string;
  readonly pronunciations?: Readonly<Record<string, Pronunciation>>;
  readonly accounts?: Readonly<Record<string, string>>;
  /** A credit that is there already, but for its slides, gets these too. */
  readonly credits?: readonly SlideCredit[];
  /** Credits that hold no more for their slides. They come before `credits`. */
  readonly uncredited?: readonly SlideCredit[];
  /** What `use:` names → what it shall name. */
  readonly moved?: ReadonlyMap<string, string>;
}

/**
 * The text with the edits.
 * @param text of the file, which reads without errors
 */
export function editCourse(text: string, edits: CourseEdits): string {
  const document = parseDocument(text, { version: "1.2", schema: "core", logLevel: "silent" });
  const before = document.toString(layoutOf(text));
  for (const [old, fresh] of edits.moved ?? []) moveUses(document, old, fresh);
  for (const key of ["pronunciations", "accounts"] as const)
    for (const [word, value] of Object.entries(edits[key] ?? {}))
      document.setIn([key, word], document.createNode(value));
  if (edits.sources !== undefined) addSources(document, edits.sources);
  for (const credit of edits.uncredited ?? []) removeCredit(document, credit);
  for (const credit of edits.credits ?? []) addCredit(document, credit);
  for (const entry of edits.entries ?? []) listAt(document, "slides").add(document.createNode(entry));
  const after = document.toString(layoutOf(text));
  if (after === before) return text;
  return text.includes("\r\n") ? after.replace(/\r?\n/g, "\r\n") : after;
}

/** As its author lays it out: long lines stay, and lists are indented or not. */
const layoutOf = (text: string): { lineWidth: number; indentSeq: boolean } => ({
  lineWidth: 0,
  indentSeq: !/^[\w-]+:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*-[ \t]/m.test(text),
});

function listAt(document: Document, key: string): YAMLSeq {
  const there = document.get(key);
  if (isSeq(there)) return there;
  const list = document.createNode([]) as YAMLSeq;
  list.flow = false;
  document.set(key, list);
  return list;
}

function addSources(document: Document, path: string): void {
  const there = document.get("sources");
  if (there === path || (isSeq(there) && there.toJSON().includes(path))) return;
  if (there === undefined) document.set("sources", path);
  else if (isSeq(there)) there.add(path);
  else document.set("sources", document.createNode([there, path]));
}

/** What makes two credits one: all but the slides that they are for. */
const sameWork = (node: YAMLMap, { slides: _slides, ...credit }: SlideCredit): boolean => {
  const plain: Readonly<Record<string, unknown>> = node.toJSON();
  const { slides: _its, files, ...written } = plain;
  const sorted = (value: object): string =>
    JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return files === undefined && sorted(written) === sorted(credit);
};

function findCredit(document: Document, credit: SlideCredit): YAMLMap | undefined {
  const list = document.get("credits");
  return isSeq(list) ? list.items.filter(isMap).find((node) => sameWork(node, credit)) : undefined;
}

function addCredit(document: Document, credit: SlideCredit): void {
  const there = findCredit(document, credit);
  if (there === undefined) {
    listAt(document, "credits").add(document.createNode(credit));
    return;
  }
  const known = new Set<unknown>(slidesOf(there));
  const fresh = (credit.slides ?? []).filter((slide) => !known.has(slide));
  if (fresh.length > 0) there.set("slides", document.createNode([...known, ...fresh]));
}

function removeCredit(document: Document, credit: SlideCredit): void {
  const there = findCredit(document, credit);
  const list = document.get("credits");
  if (there === undefined || !isSeq(list)) return;
  const left = slidesOf(there).filter((slide) => credit.slides?.includes(String(slide)) !== true);
  if (left.length > 0) there.set("slides", document.createNode(left));
  else list.delete(list.items.indexOf(there));
}

const slidesOf = (credit: YAMLMap): unknown[] => {
  const slides = credit.get("slides");
  return isSeq(slides) ? slides.items.map((item) => (isScalar(item) ? item.value : item)) : [];
};

/** In entries for one slide, and at both ends of ranges. */
function moveUses(document: Document, old: string, fresh: string): void {
  const list = document.get("slides");
  for (const entry of isSeq(list) ? list.items : []) {
    const use = isMap(entry) ? entry.get("use", true) : undefined;
    if (!isScalar(use) || typeof use.value !== "string") continue;
    const [, deck, path = ""] = /^(?:([^:]*):)?(.*)$/.exec(use.value) ?? [];
    if (deck === undefined) continue;
    const ends = path
      .split("..")
      .map((end) => (`${deck}:${end.trim()}` === old ? fresh.slice(fresh.indexOf(":") + 1) : end));
    use.value = `${deck}:${ends.join("..")}`;
  }
}
