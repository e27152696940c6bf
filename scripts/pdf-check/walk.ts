/** Follows what a page draws, through the forms it uses: what is marked, by which font text is shown. Pure. */
import { PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { effectOf, markedContentNumber, operations, type Operation } from "../pdf/content.ts";
import { dictAt, nameAt, numberAt, streamText } from "../pdf/objects.ts";
import { stringsIn } from "../pdf/strings.ts";
import type { StructureElement } from "../pdf/structure.ts";

/** A font that shows text. */
export interface FontUse {
  readonly dict: PDFDict;
  /** The first page that uses it. */
  readonly page: number;
  /** Codes of the characters it shows: one byte each, two under a composite font with the encoding Identity. */
  readonly codes: Set<number>;
  /** Some of it is to be seen; a layer under a scanned page is not (text rendering mode 3). */
  visible: boolean;
}

/** What stands on one page. */
export interface Drawn {
  /** Content marked as an artifact stands inside tagged content. */
  readonly artifactInContent: boolean;
  /** Tagged content stands inside an artifact. */
  readonly contentInArtifact: boolean;
  /** Operators that draw what is neither tagged nor an artifact. */
  readonly unmarked: ReadonlySet<string>;
  /** A mark is closed that was never opened, or left open. */
  readonly unbalanced: boolean;
  /** The sign for a missing glyph is shown: glyph 0 of a composite font. */
  readonly missingGlyph: boolean;
  /** Text is shown that no element owns and that is no artifact. */
  readonly looseText: boolean;
  /** Elements that own text of the page. */
  readonly textOwners: ReadonlySet<StructureElement>;
  /** Languages that the marks themselves name. */
  readonly languages: readonly string[];
  /** How often each form with marked content of its own is drawn. */
  readonly taggedForms: ReadonlyMap<PDFDict, number>;
}

/** Who owns the marked content of a stream. */
export interface Owners {
  /** By the dictionary of a page or form; undefined when the parent tree does not know it. */
  readonly ofStream: (dict: PDFDict) => ((mcid: number) => StructureElement | undefined) | undefined;
}

/** A stream of operations with what its names mean. */
interface Source {
  readonly content: string;
  readonly dict: PDFDict;
  readonly resources: PDFDict | undefined;
}

interface Walk {
  readonly page: number;
  readonly owners: Owners;
  /** Collected over all pages. */
  readonly fonts: Map<PDFDict, FontUse>;
}

/** What the operations before say about the text that follows (ISO 32000-1, 9.3). */
interface TextState {
  readonly font: FontUse | undefined;
  /** A code is two bytes long. */
  readonly twoBytes: boolean;
  readonly seen: boolean;
}

/** One open mark. */
interface Mark {
  readonly artifact: boolean;
  readonly owner: StructureElement | undefined;
}

/** Forms inside forms, no deeper than this: a circle ends there. */
const DEEPEST = 12;

/** What is collected while a page is walked. */
interface Found {
  artifactInContent: boolean;
  contentInArtifact: boolean;
  unbalanced: boolean;
  missingGlyph: boolean;
  looseText: boolean;
  readonly unmarked: Set<string>;
  readonly textOwners: Set<StructureElement>;
  readonly languages: string[];
  readonly taggedForms: Map<PDFDict, number>;
  /** Forms that were walked already, with the mark they stood in. */
  readonly walked: Map<PDFDict, Set<StructureElement | boolean>>;
}

/**
 * Follows a stream and the forms it draws. Fonts are added to `walk.fonts`.
 * @throws when a form is damaged
 */
export function walkContent(source: Source, walk: Walk): Drawn {
  const found: Found = {
    artifactInContent: false,
    contentInArtifact: false,
    unbalanced: false,
    missingGlyph: false,
    looseText: false,
    unmarked: new Set(),
    textOwners: new Set(),
    languages: [],
    taggedForms: new Map(),
    walked: new Map(),
  };
  follow(source, { artifact: false, owner: undefined }, walk, found, 0);
  return found;
}

/** @param outer the mark that the stream as a whole stands in */
function follow(source: Source, outer: Mark, walk: Walk, found: Found, depth: number): void {
  const ownerOf = walk.owners.ofStream(source.dict);
  const fonts = source.resources === undefined ? undefined : dictAt(source.resources, "Font");
  const open: Mark[] = [];
  let at = outer;
  const states: TextState[] = [];
  let text: TextState = { font: undefined, twoBytes: false, seen: true };
  let tagged = false;
  for (const operation of operations(source.content)) {
    const { operator, operands } = operation;
    if (operator === "BDC" || operator === "BMC") {
      const mcid = operator === "BDC" ? numberOfMark(operands, source.resources) : undefined;
      const owner = mcid === undefined ? undefined : ownerOf?.(mcid);
      const artifact = /^\s*\/Artifact\b/.test(operands);
      tagged ||= mcid !== undefined;
      if (artifact && at.owner !== undefined) found.artifactInContent = true;
      if (owner !== undefined && at.artifact) found.contentInArtifact = true;
      const language = /\/Lang\s*\(([^)]*)\)/.exec(operands)?.[1];
      if (language !== undefined) found.languages.push(language);
      open.push(at);
      at = { artifact: artifact || at.artifact, owner: owner ?? at.owner };
    } else if (operator === "EMC") {
      const before = open.pop();
      if (before === undefined) found.unbalanced = true;
      at = before ?? outer;
    } else if (operator === "Tf") {
      const dict = fonts?.lookup(PDFName.of(nameIn(operands)));
      const font = dict instanceof PDFDict ? useOf(dict, walk) : undefined;
      const twoBytes = font !== undefined && (nameAt(font.dict, "Encoding") ?? "").startsWith("Identity-");
      text = { font, twoBytes, seen: text.seen };
    } else if (operator === "Tr") {
      text = { font: text.font, twoBytes: text.twoBytes, seen: operands.trim() !== "3" };
    } else if (operator === "q") {
      states.push(text);
    } else if (operator === "Q") {
      text = states.pop() ?? text;
    } else {
      const effect = effectOf(operator);
      if (effect === "path" || effect === "other") continue;
      if (effect === "text") {
        if (text.font !== undefined && addCodes(text.font, operands, text)) found.missingGlyph = true;
        if (at.owner !== undefined) found.textOwners.add(at.owner);
        else if (!at.artifact) found.looseText = true;
      }
      const form = operator === "Do" ? formOf(operation, source.resources) : undefined;
      if (form !== undefined) followForm(form, at, source, walk, found, depth);
      else if (at.owner === undefined && !at.artifact) found.unmarked.add(operator);
    }
  }
  if (open.length > 0) found.unbalanced = true;
  if (tagged && depth > 0) found.taggedForms.set(source.dict, (found.taggedForms.get(source.dict) ?? 0) + 1);
}

function followForm(
  form: PDFRawStream,
  at: Mark,
  from: Source,
  walk: Walk,
  found: Found,
  depth: number,
): void {
  const walked = found.walked.get(form.dict) ?? new Set();
  found.walked.set(form.dict, walked);
  const times = found.taggedForms.get(form.dict);
  if (walked.has(at.owner ?? at.artifact)) {
    if (times !== undefined) found.taggedForms.set(form.dict, times + 1);
    return;
  }
  walked.add(at.owner ?? at.artifact);
  if (depth >= DEEPEST) return;
  const resources = dictAt(form.dict, "Resources") ?? from.resources;
  follow({ content: streamText(form), dict: form.dict, resources }, at, walk, found, depth + 1);
}

/** A mark's number: in the operands, or in the resource that they name (ISO 32000-1, 14.6.2). */
function numberOfMark(operands: string, resources: PDFDict | undefined): number | undefined {
  const direct = markedContentNumber(operands);
  if (direct !== undefined || operands.includes("<<")) return direct;
  const properties = resources === undefined ? undefined : dictAt(resources, "Properties");
  const named =
    properties === undefined ? undefined : dictAt(properties, /\/(\S+)\s*$/.exec(operands)?.[1] ?? "");
  return named === undefined ? undefined : numberAt(named, "MCID");
}

/** The form that `Do` draws; undefined for a picture. */
function formOf({ operands }: Operation, resources: PDFDict | undefined): PDFRawStream | undefined {
  const objects = resources === undefined ? undefined : dictAt(resources, "XObject");
  const object = objects?.lookup(PDFName.of(nameIn(operands)));
  return object instanceof PDFRawStream && nameAt(object.dict, "Subtype") === "Form" ? object : undefined;
}

const nameIn = (operands: string): string => /\/([^\s/<([]+)/.exec(operands)?.[1] ?? "";

function useOf(dict: PDFDict, { fonts, page }: Walk): FontUse {
  const known = fonts.get(dict);
  if (known !== undefined) return known;
  const use = { dict, page, codes: new Set<number>(), visible: false };
  fonts.set(dict, use);
  return use;
}

/** @returns whether glyph 0 is among them, under an encoding where codes are glyphs */
function addCodes(font: FontUse, operands: string, { twoBytes, seen }: TextState): boolean {
  if (seen) font.visible = true;
  let missing = false;
  for (const text of stringsIn(operands)) {
    if (twoBytes) {
      for (let i = 0; i + 1 < text.length; i += 2) {
        const code = text.charCodeAt(i) * 256 + text.charCodeAt(i + 1);
        font.codes.add(code);
        if (code === 0) missing = true;
      }
    } else {
      for (let i = 0; i < text.length; i++) font.codes.add(text.charCodeAt(i));
    }
  }
  return missing;
}
