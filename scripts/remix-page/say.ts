/** Words on the selection, in sight and aloud. */
import { slideTitle } from "../player/slide-name.ts";
import { showTime } from "../player/show-time.ts";
import { say, type Texts } from "../player/texts.ts";
import type { Track } from "../player/track.ts";
import type { Draft, Item } from "./draft.ts";
import type { World } from "./world.ts";

/** How many slides there are and how long they take; own slides have no sound, and take no time. */
export function factsOf(
  { items }: Draft,
  track: Track,
  texts: Texts,
): { readonly count: string; readonly time: string } {
  const lengths = new Map(track.slides.map(({ fullId, startMs, endMs }) => [fullId, endMs - startMs]));
  const totalMs = items.reduce(
    (sum, item) => sum + ("slide" in item ? (lengths.get(item.slide) ?? 0) : 0),
    0,
  );
  const count = say(items.length === 1 ? texts.slideCountOne : texts.slideCount, { n: items.length });
  return { count, time: showTime(totalMs) };
}

/** Says what was done, and what the selection is now. */
export function announceDone({ announce, store, track, texts }: World, what: string): void {
  const facts = say(texts.remixFacts, { ...factsOf(store.get(), track, texts) });
  announce(say(texts.remixDone, { what, facts }));
}

/** What an item is called. */
export function titleOf(item: Item, track: Track, texts: Texts): string {
  if ("own" in item) return item.own.title || texts.remixOwnSlide;
  const slide = track.slides.find(({ fullId }) => fullId === item.slide);
  return slide === undefined ? item.slide : slideTitle(slide, texts);
}
