/**
 * `lecture.json`: what a lecture holds and when, for other programs. `docs/schema/lecture.schema.json` describes it. It never holds the
 * lecturer's notes, nor a path of the machine that built it.
 */
import type { Era, Lecture, LectureCredit, Slide } from "../model.ts";
import { plainText } from "../narration/transcript.ts";
import { slideTitle } from "../slide-title.ts";
import type { Output } from "./index.ts";

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const FORMAT_VERSION = 1;

/** `lecture.json`, documented by `docs/schema/lecture.schema.json`. */
export const lectureJson: Output = {
  name: "lecture",
  make: async (lecture) => ({
    files: [{ path: "lecture.json", text: lectureText(lectureData(lecture)) }],
    problems: [],
  }),
};

/** The file's text: indented for reading, but a slide's times on one line. They hold every word, and would be most of the file as spaces. */
export function lectureText(data: Record<string, unknown>): string {
  const fields = Object.entries(data).map(([name, value]) =>
    named(name, name === "timeline" ? rows(value) : [JSON.stringify(value, null, 1).replaceAll("\n", "\n ")]),
  );
  // Joined once: the file of a long lecture is large.
  return ["{\n ", ...between(fields, ",\n "), "\n}\n"].join("");
}

/** An object whose lists have an item on each line, in pieces. */
function rows(value: unknown): string[] {
  const fields = Object.entries(value ?? {}).map(([name, field]: [string, unknown]) => {
    const items = Array.isArray(field) ? field.map((item) => [JSON.stringify(item)]) : undefined;
    return named(
      name,
      items === undefined ? [JSON.stringify(field)] : ["[\n   ", ...between(items, ",\n   "), "\n  ]"],
    );
  });
  return ["{\n  ", ...between(fields, ",\n  "), "\n }"];
}

const named = (name: string, pieces: readonly string[]): string[] => [`${JSON.stringify(name)}: `, ...pieces];

const between = (lists: readonly (readonly string[])[], mark: string): string[] =>
  lists.flatMap((list, i) => (i === 0 ? list : [mark, ...list]));

/** The file's content as plain data; keys that have no value are left out. */
export function lectureData(lecture: Lecture): Record<string, unknown> {
  const { deck, front, back, timeline, voice, bibliography, credits } = lecture;
  const { meta } = deck;
  return {
    version: FORMAT_VERSION,
    id: deck.id,
    title: meta.title,
    ...(deck.short !== undefined && { short: { leftOut: deck.short.leftOut } }),
    ...given({ subtitle: meta.subtitle }),
    language: meta.language,
    authors: meta.authors.map(({ name, orcid }) => ({ name, ...given({ orcid }) })),
    ...given({
      date: meta.date,
      edition: meta.version,
      license: meta.license,
      identifier: meta.identifier,
      url: meta.url,
    }),
    accounts: meta.accounts,
    voice: { adapter: voice.adapter, title: voice.title, synthetic: voice.synthetic },
    eras: deck.eras.map((era) => eraData(era, meta.title)),
    front: front.map(({ kind, fullId, title }) => ({ kind, id: fullId, title })),
    back: back.map(({ kind, fullId, title }) => ({ kind, id: fullId, title })),
    timeline,
    sources: bibliography.map(({ key, bibliographyHtml }) => ({
      id: key,
      text: plainText(bibliographyHtml),
      html: bibliographyHtml,
    })),
    credits: credits.map(creditData),
  };
}

function eraData(era: Era, deckTitle: string): Record<string, unknown> {
  return {
    id: era.id,
    title: era.title,
    ...given({ span: era.span, summary: era.summary }),
    places: era.places,
    people: era.people,
    terms: era.terms.map(({ term, definition }) => ({ term, definition })),
    questions: era.questions,
    slides: era.slides.map((slide) => slideData(slide, slideTitle(slide, era, deckTitle))),
  };
}

function slideData(slide: Slide, title: string): Record<string, unknown> {
  return {
    id: slide.id,
    fullId: slide.fullId,
    aliases: slide.aliases,
    title,
    layout: slide.layout,
    ...given({ account: slide.account }),
    steps: slide.steps.length,
    citations: slide.citations.map(({ key, locator }) => ({ id: key, ...given({ locator }) })),
    descriptions: slide.descriptions,
  };
}

function creditData(credit: LectureCredit): Record<string, unknown> {
  const { kind, title, author, source, license, changes, files, slides, basis, note } = credit;
  return { kind, title, ...given({ author, source, license, changes, files, slides, basis, note }) };
}

function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
