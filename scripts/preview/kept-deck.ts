/**
 * What a deck that is read again and again keeps: eras whose files are the same, slides that say the same, and what the
 * checks found in these. Each keeper gives what reading anew would give.
 */
import { isDeepStrictEqual } from "node:util";
import { freshLooks, type Looks } from "../checks/index.ts";
import type { DeckFile, DeckFiles, DeckMeta, Problem, Slide } from "../model.ts";
import { DECK_YAML, readDeckYaml, type DeckData } from "../source/deck.ts";
import { openEra, readEra, type EraContext, type OpenedEra, type ReadEra } from "../source/era.ts";
import type { DeckReader } from "../source/parse.ts";
import { NO_SLIDES, slidesReader, unmoved, type KeptSlides } from "./kept-slides.ts";

/** An era as it was read, and what it was read with. */
interface KeptEra {
  readonly opened: OpenedEra;
  readonly context: EraContext;
  readonly meta: Pick<DeckMeta, "language" | "accounts">;
  readonly first: boolean;
  readonly read: ReadEra;
  readonly slides: KeptSlides;
}

/** An era's file as it was opened, and what it was opened with. */
interface KeptFile {
  readonly file: DeckFile | undefined;
  readonly strict: boolean;
  readonly opened: OpenedEra;
}

/**
 * Makes a reader that reads a file again only when it, or what it was read with, is another, and of such an era only the slides that are
 * others. Files that are the same must be the same objects.
 */
export function keepReader(): DeckReader {
  let yaml: { readonly files: DeckFiles; readonly data: DeckData } | undefined;
  const files = new Map<string, KeptFile>();
  const kept = new Map<string, KeptEra>();
  return {
    readDeckYaml: (now) => {
      const same = yaml !== undefined && sameDeckYaml(yaml.files, now) ? yaml.data : undefined;
      yaml = { files: now, data: same ?? readDeckYaml(now) };
      return yaml.data;
    },
    openEra: (found, context) => {
      const file = context.files.files.get(found.path);
      const before = files.get(found.path);
      if (before !== undefined && before.file === file && before.strict === context.strict)
        return before.opened;
      const opened = openEra(found, context);
      files.set(found.path, { file, strict: context.strict, opened });
      return opened;
    },
    readEra: (opened, context, meta, first) => {
      const { path } = opened.file;
      const before = kept.get(path);
      const same = before !== undefined && sameDeck(before, context, meta) ? before : undefined;
      if (same !== undefined && same.opened === opened && same.first === first) {
        // The files of now, so that those of then can be forgotten.
        kept.set(path, { ...same, context });
        return same.read;
      }
      const slides = slidesReader(same?.slides ?? NO_SLIDES);
      const read = keepSlides(readEra(opened, context, meta, first, slides.read), before?.read);
      kept.set(path, { opened, context, meta, first, read, slides: slides.kept() });
      return read;
    },
  };
}

/** Whether `deck.yaml` is the same, and all that it can name. */
const sameDeckYaml = ({ files: before }: DeckFiles, { files: now }: DeckFiles): boolean =>
  before.get(DECK_YAML) === now.get(DECK_YAML) &&
  before.size === now.size &&
  [...now.keys()].every((path) => before.has(path));

/** Whether all that an era takes from the rest of the deck is the same. */
const sameDeck = (before: KeptEra, context: EraContext, meta: KeptEra["meta"]): boolean =>
  before.meta.language === meta.language &&
  isDeepStrictEqual(before.meta.accounts, meta.accounts) &&
  sameSurroundings(before.context, context);

/** Whether all that an era can refer to is the same: the other files, and the kinds of blocks. */
function sameSurroundings(before: EraContext, now: EraContext): boolean {
  if (before.strict !== now.strict || ![...now.blocks.keys()].every((kind) => before.blocks.has(kind)))
    return false;
  const [then, files] = [before.files.files, now.files.files];
  if (then === files) return true;
  if (then.size !== files.size) return false;
  for (const [path, file] of files) {
    const other = then.get(path);
    // Of another era only its name counts.
    if (other !== file && (other === undefined || !/\.(?:md|markdown)$/i.test(path))) return false;
  }
  return true;
}

/** Gives slides that are the same as before as the objects that they were. */
function keepSlides(read: ReadEra, before: ReadEra | undefined): ReadEra {
  if (before === undefined) return read;
  const known = new Map(before.era.slides.map((slide) => [slide.fullId, slide]));
  const slides = read.era.slides.map((slide) => {
    const old = known.get(slide.fullId);
    return old !== undefined && isDeepStrictEqual(old, slide) ? old : slide;
  });
  return { ...read, era: { ...read.era, slides } };
}

/** Looks at a slide once, and once more where it has moved and something is wrong with it. */
export function keepLooks(): Looks {
  const found = new WeakMap<
    object,
    { readonly key: string; readonly slide: Slide; readonly problems: readonly Problem[] }
  >();
  const links = new WeakMap<object, readonly string[]>();
  return {
    checkSlide: (slide, era, meta) => {
      const key = `${meta.language}\n${era.summary ?? ""}`;
      const before = found.get(unmoved(slide));
      if (before?.key === key && (before.slide === slide || before.problems.length === 0))
        return before.problems;
      const problems = freshLooks.checkSlide(slide, era, meta);
      found.set(unmoved(slide), { key, slide, problems });
      return problems;
    },
    linksOf: (slide) => {
      const known = links.get(unmoved(slide)) ?? freshLooks.linksOf(slide);
      links.set(unmoved(slide), known);
      return known;
    },
  };
}
