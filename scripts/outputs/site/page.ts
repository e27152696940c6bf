/** `index.html`: what is needed to start, and what those without JavaScript get. */
import { ownLine, RDFA_PREFIXES } from "../../credits/lines.ts";
import type { Deck, DeckMeta, Lecture, MadeSlide, Slide, VoiceInfo } from "../../model.ts";
import type { ColumnIndex, LectureIndex } from "../../player/data.ts";
import { eraFacts } from "../../player/era-facts.ts";
import { showTime } from "../../player/show-time.ts";
import { say, textsFor, textsOf, type Texts } from "../../player/texts.ts";
import { template as page } from "../../../templates/site/index.hbs";
import { template as back } from "../../../templates/site/icons/back.hbs";
import { template as bookmark } from "../../../templates/site/icons/bookmark.hbs";
import { template as captions } from "../../../templates/site/icons/captions.hbs";
import { template as copy } from "../../../templates/site/icons/copy.hbs";
import { template as close } from "../../../templates/site/icons/close.hbs";
import { template as contents } from "../../../templates/site/icons/contents.hbs";
import { template as enlarge } from "../../../templates/site/icons/enlarge.hbs";
import { template as full } from "../../../templates/site/icons/full.hbs";
import { template as keys } from "../../../templates/site/icons/keys.hbs";
import { template as rewind } from "../../../templates/site/icons/rewind.hbs";
import { template as sentenceBack } from "../../../templates/site/icons/sentence-back.hbs";
import { template as sentenceOn } from "../../../templates/site/icons/sentence-on.hbs";
import { template as skip } from "../../../templates/site/icons/skip.hbs";
import { template as find } from "../../../templates/site/icons/find.hbs";
import { template as forward } from "../../../templates/site/icons/forward.hbs";
import { template as knows } from "../../../templates/site/icons/knows.hbs";
import { template as link } from "../../../templates/site/icons/link.hbs";
import { template as more } from "../../../templates/site/icons/more.hbs";
import { template as muted } from "../../../templates/site/icons/muted.hbs";
import { template as notes } from "../../../templates/site/icons/notes.hbs";
import { template as offline } from "../../../templates/site/icons/offline.hbs";
import { template as overview } from "../../../templates/site/icons/overview.hbs";
import { template as part } from "../../../templates/site/icons/part.hbs";
import { template as pause } from "../../../templates/site/icons/pause.hbs";
import { template as play } from "../../../templates/site/icons/play.hbs";
import { template as print } from "../../../templates/site/icons/print.hbs";
import { template as remove } from "../../../templates/site/icons/remove.hbs";
import { template as report } from "../../../templates/site/icons/report.hbs";
import { template as settings } from "../../../templates/site/icons/settings.hbs";
import { template as transcript } from "../../../templates/site/icons/transcript.hbs";
import { template as pen } from "../../../templates/site/icons/pen.hbs";
import { template as marker } from "../../../templates/site/icons/marker.hbs";
import { template as eraser } from "../../../templates/site/icons/eraser.hbs";
import { template as undo } from "../../../templates/site/icons/undo.hbs";
import { template as redo } from "../../../templates/site/icons/redo.hbs";
import { template as saveIcon } from "../../../templates/site/icons/save.hbs";
import { template as openIcon } from "../../../templates/site/icons/open.hbs";
import { template as addIcon } from "../../../templates/site/icons/add.hbs";
import { template as folderIcon } from "../../../templates/site/icons/folder.hbs";
import { template as earlierIcon } from "../../../templates/site/icons/earlier.hbs";
import { template as laterIcon } from "../../../templates/site/icons/later.hbs";
import { template as gripIcon } from "../../../templates/site/icons/grip.hbs";
import { template as remixIcon } from "../../../templates/site/icons/remix.hbs";
import { template as drawingPart } from "../../../templates/site/parts/drawing.hbs";
import { template as black } from "../../../templates/site/icons/black.hbs";
import { template as goTo } from "../../../templates/site/icons/go-to.hbs";
import { template as pointer } from "../../../templates/site/icons/pointer.hbs";
import { template as present } from "../../../templates/site/icons/present.hbs";
import { template as rehearse } from "../../../templates/site/icons/rehearse.hbs";
import { template as stop } from "../../../templates/site/icons/stop.hbs";
import { template as rehearsalPart } from "../../../templates/site/parts/rehearsal.hbs";
import { template as reset } from "../../../templates/site/icons/reset.hbs";
import { template as speaker } from "../../../templates/site/icons/speaker.hbs";
import { template as textLarger } from "../../../templates/site/icons/text-larger.hbs";
import { template as textSmaller } from "../../../templates/site/icons/text-smaller.hbs";
import { template as watch } from "../../../templates/site/icons/watch.hbs";
import { template as goToPart } from "../../../templates/site/parts/go-to.hbs";
import { template as keysPart } from "../../../templates/site/parts/keys.hbs";
import { template as presentPart } from "../../../templates/site/parts/present.hbs";
import { template as erasPart } from "../../../templates/site/parts/eras.hbs";
import { template as sound } from "../../../templates/site/icons/sound.hbs";
import { template as momentsPart } from "../../../templates/site/parts/moments.hbs";
import { template as momentsMenuPart } from "../../../templates/site/parts/moments-menu.hbs";
import { template as captionLookPart } from "../../../templates/site/parts/caption-look.hbs";
import { template as findPart } from "../../../templates/site/parts/find.hbs";
import { template as offlinePart } from "../../../templates/site/parts/offline.hbs";
import { template as transcriptPart } from "../../../templates/site/parts/transcript.hbs";
import type { Column } from "./column.ts";
import { sectionId } from "../../render/slide.ts";
import { slideTitle } from "../../slide-title.ts";
import { citationTags } from "../handout/around/citation.ts";
import { ANCHORS } from "../handout/article.ts";
import { lectureMetadata } from "../metadata.ts";
import { scriptJson } from "./json.ts";

/** Nothing comes from elsewhere and nothing goes there; the same on disk and on a host. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "media-src 'self' blob:; base-uri 'none'; form-action 'none'";

/** How fast the lecture can be played; 1 is as recorded. */
const SPEEDS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5];

const icons = {
  transcript,
  full,
  keys,
  rewind,
  "sentence-back": sentenceBack,
  "sentence-on": sentenceOn,
  skip,
  back,
  bookmark,
  captions,
  close,
  contents,
  copy,
  enlarge,
  find,
  forward,
  knows,
  link,
  more,
  muted,
  notes,
  offline,
  overview,
  part,
  pause,
  play,
  print,
  remove,
  report,
  settings,
  sound,
  pen,
  marker,
  eraser,
  undo,
  redo,
  save: saveIcon,
  open: openIcon,
  black,
  "go-to": goTo,
  pointer,
  present,
  rehearse,
  reset,
  speaker,
  "text-larger": textLarger,
  "text-smaller": textSmaller,
  stop,
  watch,
  add: addIcon,
  folder: folderIcon,
  earlier: earlierIcon,
  later: laterIcon,
  grip: gripIcon,
  remix: remixIcon,
};

/** Larger pieces of the page, each in a file of its own. */
const parts = {
  drawing: drawingPart,
  eras: erasPart,
  moments: momentsPart,
  "moments-menu": momentsMenuPart,
  "caption-look": captionLookPart,
  find: findPart,
  offline: offlinePart,
  transcript: transcriptPart,
  "go-to": goToPart,
  keys: keysPart,
  present: presentPart,
  rehearsal: rehearsalPart,
};

const named = <T>(kind: string, table: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(table).map(([name, template]) => [`${kind}-${name}`, template]));

/** What the pages of the site are put together from: `icon-NAME` and `part-NAME`. */
export const partials = { ...named("icon", icons), ...named("part", parts) };

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
