/** `index.html`: what is needed to start, and what those without JavaScript get. */
import { ownLine, RDFA_PREFIXES } from "../../credits/lines.ts";
import type { Deck, DeckMeta, Lecture, MadeSlide, Slide, VoiceInfo } from "../../model.ts";
import type { ColumnIndex, LectureIndex } from "../../player/data.ts";
import { eraFacts } from "../../player/era-facts.ts";
import { showTime } from "../../player/show-time.ts";
import { say, textsFor, textsOf, type Texts } from "../../player/texts.ts";
import { template as page } from "../../../templates/site/index.hbs";
import type { Column } from "./column.ts";
import { sectionId } from "../../render/slide.ts";
import { slideTitle } from "../../slide-title.ts";
import { citationTags } from "../handout/around/citation.ts";
import { ANCHORS } from "../handout/article.ts";
import { lectureMetadata } from "../metadata.ts";
import { scriptJson } from "./json.ts";
import { partials } from "./partials.ts";

/** Nothing comes from elsewhere and nothing goes there; the same on disk and on a host. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "media-src 'self' blob:; base-uri 'none'; form-action 'none'";

/** How fast the lecture can be played; 1 is as recorded. */
const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5];

/**
 * What the player is told at once, of every slide.
 * @param own of this build: its sound, and whether it is the lecturer's own, with notes
 */
export function lectureIndex(
  { meta, eras, id, short }: Pick<Deck, "meta" | "eras" | "id" | "short">,
  columns: readonly ColumnIndex[],
  own: Pick<LectureIndex, "hasSound" | "hasDescriptions"> & { readonly isPrivate: boolean },
): LectureIndex {
  const aliases = eras.flatMap((era) =>
    era.slides.flatMap((slide) => slide.aliases.map((alias) => [alias, slide.fullId] as const)),
  );
  return {
    id,
    title: meta.title,
    authors: meta.authors.map(({ name }) => name),
    texts: textsFor(meta.language),
    hasSound: own.hasSound,
    ...contactOf(meta.contact),
    hasDescriptions: own.hasDescriptions,
    columns,
    ...(short === undefined ? {} : { leftOut: short.instead }),
    ...(own.isPrivate ? { isPrivate: true } : {}),
    ...(meta.minutes === undefined ? {} : { minutes: meta.minutes }),
    aliases: Object.fromEntries(aliases),
  };
}

/** What a reader can write to: other words are no address. */
export function contactOf(contact = ""): Pick<LectureIndex, "contact"> {
  if (/^https:\/\/\S+$/i.test(contact)) return { contact: { kind: "web", to: contact } };
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? { contact: { kind: "mail", to: contact } } : {};
}

/** What a page of a preview has of its own, or a built one beside it. */
export interface PageOptions {
  /** The policy that lets it talk with its server. */
  readonly csp?: string;
  /** The version of the lecture that the page holds. */
  readonly preview?: string;
  /** Address of the deck's own source; no link without it. */
  readonly source?: string;
}

/**
 * What every page with the lecture's index has.
 * @param index with all that the page's own script needs
 */
export const frameFields = (
  { language, title }: Pick<DeckMeta, "language" | "title">,
  index: LectureIndex,
  { csp = CONTENT_SECURITY_POLICY, preview = "" }: PageOptions,
) => ({
  csp,
  preview,
  language,
  title,
  uiLanguage: index.texts,
  t: textsOf(index.texts),
  isPrivate: index.isPrivate === true,
  indexJson: scriptJson(index),
});

/**
 * The whole page as HTML.
 */
export function indexPage(
  lecture: Pick<Lecture, "deck" | "voice" | "credits">,
  columns: readonly Column[],
  index: LectureIndex,
  options: PageOptions = {},
): string {
  const { meta } = lecture.deck;
  const texts = textsOf(index.texts);
  const slideCount = columns.reduce((sum, column) => sum + column.slides.length, 0);
  const durationMs = index.columns
    .flatMap(({ slides }) => slides)
    .reduce((sum, slide) => sum + slide.durationMs, 0);
  const total = showTime(durationMs);
  const count = say(slideCount === 1 ? texts.slideCountOne : texts.slideCount, { n: slideCount });
  return page(
    {
      ...frameFields(meta, index, options),
      source: options.source ?? "",
      subtitle: meta.subtitle ?? "",
      description: meta.subtitle ?? "",
      authors: meta.authors.map((author) => author.name).join(", "),
      tags: index.isPrivate === true ? [] : citationTags(meta),
      hasSound: index.hasSound,
      hasDescriptions: index.hasDescriptions,
      hasContact: index.contact !== undefined,
      hasYears: index.columns.some(({ years }) => years !== undefined),
      hasEras: index.columns.some(({ title }) => title !== ""),
      voiceLine: voiceLine(lecture.voice, index, texts),
      facts: [total, count, ...(index.leftOut === undefined ? [] : [texts.shortVersion])].join(" · "),
      parts: partsOf(index, texts),
      contents: contentsOf(columns, texts, meta.title),
      durationMs,
      total,
      licenseHtml: ownLine({ meta, marked: true }),
      rdfaPrefixes: RDFA_PREFIXES,
      metadataJson: index.isPrivate === true ? "" : scriptJson(lectureMetadata(lecture)),
      speeds: SPEEDS.map((value) => ({ value: String(value), label: `${value}×`, normal: value === 1 })),
    },
    { partials },
  );
}

/** The eras with their lengths and sizes; of one era alone the lecture's own line says enough. */
function partsOf({ columns }: LectureIndex, texts: Texts): { title: string; facts: string }[] {
  const eras = columns.filter(({ title }) => title !== "");
  return eras.length < 2 ? [] : eras.map((era) => ({ title: era.title, facts: eraFacts(era, texts) }));
}

/** Names the voice, and says whether a person spoke. */
function voiceLine(voice: VoiceInfo, { hasSound }: LectureIndex, texts: Texts): string {
  if (!hasSound) return texts.noSound;
  return say(voice.synthetic ? texts.voiceSynthetic : texts.voicePerson, { voice: voice.title });
}

/** Links into the text to read, for those without JavaScript. */
function contentsOf(columns: readonly Column[], texts: Texts, deckTitle: string) {
  let n = 0;
  return columns.flatMap((column) => {
    const slides = column.slides.map((slide) => {
      n += 1;
      const named = "kind" in slide ? slide.title : slideTitle(slide, column, deckTitle);
      const title = named === "" ? say(texts.untitled, { n }) : named;
      return { title, href: readAddress(slide) };
    });
    return column.title === ""
      ? slides.map((slide) => ({ ...slide, slides: [] }))
      : [{ title: column.title, href: `read.html#${column.id}`, slides }];
  });
}

/** Where a slide stands in the text to read. */
function readAddress(slide: Slide | MadeSlide): string {
  if (!("kind" in slide)) return `read.html#${sectionId(slide.fullId)}`;
  return slide.kind === "title" ? "read.html" : `read.html#${ANCHORS[slide.kind]}`;
}
