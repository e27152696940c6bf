/** The lecture as plain text: what is said on which slide, and when. Pure. */
import type { DeckMeta, Lecture, Slide, SlideTime } from "../model.ts";
import { slideTitle } from "../slide-title.ts";

/**
 * Title, voice, then per era and slide its time, title and narration, a line per paragraph, with the numbers of its sources.
 * The lecturer's notes are no part of it.
 */
export function transcriptOf(lecture: Lecture): string {
  const { deck, timeline, voice, front, back, bibliography } = lecture;
  const { meta } = deck;
  const times = new Map(timeline.slides.map((slide) => [slide.slide, slide]));
  const notes = new Map(bibliography.map(({ key, noteHtml }) => [key, plainText(noteHtml)]));
  const at = (id: string): string => `[${showTime(times.get(id)?.startMs ?? 0, timeline.durationMs)}]`;
  const made = (slides: Lecture["front"]): string[] =>
    slides.map(({ fullId, title }) => `${at(fullId)} ${title}\n`);
  const authors = meta.authors.map(({ name }) => name).join(", ");
  const head = [
    meta.title,
    meta.subtitle,
    [authors, meta.date].filter(Boolean).join(", "),
    voiceLine(lecture),
  ];
  const eras = deck.eras.map((era) => {
    const name = era.span === undefined ? era.title : `${era.title} (${era.span})`;
    const slides = era.slides.map((slide) =>
      showSlide(
        slide,
        slideTitle(slide, era, meta.title),
        at(slide.fullId),
        times.get(slide.fullId),
        meta.accounts,
        notes,
      ),
    );
    return `${name}\n${"=".repeat(Array.from(name).length)}\n\n${slides.join("\n")}`;
  });
  const rights = meta.license === undefined ? [] : [`Licence: ${meta.license}\n`];
  const spoken =
    voice.credit === undefined
      ? []
      : [`Voice: ${[voice.title, voice.credit.author, voice.credit.source].filter(Boolean).join(", ")}\n`];
  return [
    `${head.filter(Boolean).join("\n")}\n`,
    ...made(front),
    ...eras,
    ...made(back),
    ...rights,
    ...spoken,
  ].join("\n");
}

function voiceLine({ timeline, voice }: Lecture): string {
  if (timeline.estimated) return "Without sound; times are estimated";
  return voice.synthetic ? `Spoken by a synthetic voice: ${voice.title}` : `Spoken by: ${voice.title}`;
}

function showSlide(
  slide: Slide,
  named: string,
  at: string,
  time: SlideTime | undefined,
  accounts: DeckMeta["accounts"],
  notes: ReadonlyMap<string, string>,
): string {
  const title = named === "" ? "(untitled)" : named;
  const account = slide.account === undefined ? "" : ` (${accounts[slide.account] ?? slide.account})`;
  const paragraphs = new Map<number, string[]>();
  for (const { paragraph, html } of slide.narration) {
    paragraphs.set(paragraph, [...(paragraphs.get(paragraph) ?? []), plainText(html)]);
  }
  const spoken = [...paragraphs.values()].map((sentences) => sentences.join(" "));
  const shown = time === undefined || slide.narration.length > 0 ? [] : ["(no narration)"];
  const sources = slide.citations.map(({ key, locator }, i) => {
    const note = (notes.get(key) ?? key).replace(/\.$/, "");
    return `[${i + 1}] ${note}${locator === undefined ? "" : `, ${locator}`}.`;
  });
  const footnotes = slide.footnotes.map((html, i) => `[note ${i + 1}] ${plainText(html)}`);
  return [`${at} ${title}${account}`, ...spoken, ...shown, ...sources, ...footnotes]
    .map((line) => `${line}\n`)
    .join("\n");
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** Text of cleaned inline HTML; the numbers of citations stand in brackets. */
export function plainText(html: string): string {
  // Most sentences have no markup.
  return (/[<&]/.test(html) ? withoutMarkup(html) : html).replace(/\s+/gu, " ").trim();
}

const withoutMarkup = (html: string): string =>
  html
    .replace(/<sup[^>]*>\s*<a[^>]*class="footnote[^>]*>(.*?)<\/a>\s*<\/sup>/gu, " [note $1]")
    .replace(/<sup[^>]*>\s*(<a\b.*?)<\/sup>/gu, (_, links: string) => ` [${links.replace(/<[^>]*>/gu, "")}]`)
    .replace(/<[^>]*>/gu, "")
    .replace(
      /&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/giu,
      (whole, decimal?: string, hex?: string, name?: string) => {
        if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    );

/** `4:07`, or `1:04:07` in a lecture of an hour or more. */
function showTime(ms: number, durationMs: number): string {
  const seconds = Math.floor(ms / 1000);
  const pad = (value: number): string => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (durationMs < 3_600_000) return `${minutes}:${pad(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}
