/** `script`: what the lecturer speaks from, with the private notes. Made in the lecturer's own builds only. */
import { template } from "../../../../templates/handout/script.hbs";
import type { SlideTime, Timeline } from "../../../model.ts";
import { showTime } from "../../../player/show-time.ts";
import { articleFields, type DocumentLook } from "../fields.ts";
import { pageRules } from "../page-rules.ts";
import { partials } from "../partials.ts";
import type { Words } from "../words.ts";
import { articleBookmarks, type Making, type Profile } from "./profile.ts";

/** The lecturer's script. */
export const script: Profile = {
  name: "script",
  defaults: { steps: "numbered", perPage: 1 },
  hasCover: false,
  hyphenates: true,
  styles: ["script"],
  html,
  rules: ({ article, settings }) =>
    pageRules(article, { paper: settings.paper, foot: article.words.notForDistribution }),
  bookmarks: articleBookmarks,
};

function html({ article, lecture }: Making, look: DocumentLook): string {
  const { words } = article;
  const { timeline, deck } = lecture;
  const fields = articleFields(article, look);
  const times = new Map(timeline.slides.map((time) => [time.slide, time]));
  const eras = fields.eras.map((era, place) => {
    const own = deck.eras[place];
    const slides = (own?.slides ?? []).flatMap(({ fullId }) => times.get(fullId) ?? []);
    return {
      ...era,
      timing: eraTiming(slides, own?.minutes, timeline, words),
      parts: era.parts.map((part, index) => {
        const slide = own?.slides[index];
        const time = slide === undefined ? undefined : times.get(slide.fullId);
        return {
          ...part,
          starts: time === undefined ? "" : showTime(time.startMs),
          takes: [
            ...(time === undefined ? [] : [length(time.endMs - time.startMs, timeline, words)]),
            ...plannedOf(slide?.minutes, words),
          ].join(" · "),
          privateHtml: withoutHeadings(slide?.notes ?? ""),
        };
      }),
    };
  });
  const total = [length(timeline.durationMs, timeline, words), ...plannedOf(deck.meta.minutes, words)];
  return template({ ...fields, eras, total: total.join(" · ") }, { partials });
}

/** `about 04:12`: minutes and seconds. */
const length = (ms: number, { estimated }: Timeline, { about }: Words): string =>
  estimated ? `${about} ${showTime(ms)}` : showTime(ms);

const plannedOf = (minutes: number | undefined, words: Words): string[] =>
  minutes === undefined ? [] : [`${words.planned} ${minutes} ${words.minutes}`];

function eraTiming(
  slides: readonly SlideTime[],
  minutes: number | undefined,
  timeline: Timeline,
  words: Words,
): string {
  const [first, last] = [slides[0], slides.at(-1)];
  if (first === undefined || last === undefined) return "";
  const range = `${showTime(first.startMs)}–${showTime(last.endMs)}`;
  const takes = length(last.endMs - first.startMs, timeline, words);
  return [range, takes, ...plannedOf(minutes, words)].join(" · ");
}

/** Headings inside notes would stand among those of the lecture. */
const withoutHeadings = (html: string): string =>
  html.replace(/<h[1-6]\b[^>]*>/g, "<p><strong>").replace(/<\/h[1-6]>/g, "</strong></p>");
