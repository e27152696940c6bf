/** What a slide is called in contents, bookmarks and index. Pure. */
import type { Era, Slide } from "../../model.ts";
import type { RenderContext } from "../../render/context.ts";
import { slideTitle } from "../../slide-title.ts";
import type { Picture } from "./picture.ts";
import type { Words } from "./words.ts";

/** Characters of an untitled slide's first words that fit one line of the contents. */
const LABEL_LENGTH = 46;

/** A slide's heading, what it shows instead of one, or its first words; undefined where it has none of these. */
export function labelOf(
  slide: Slide,
  era: Era,
  { meta }: RenderContext,
  { alternative }: Picture,
  words: Words,
): string | undefined {
  const title = slideTitle(slide, era, meta.title);
  if (title !== "") return title;
  const shown = alternative.startsWith(`${words.picture}: `)
    ? alternative.slice(words.picture.length + 2)
    : alternative;
  if (shown.length <= LABEL_LENGTH) return shown === "" ? undefined : shown.replace(/\.$/, "");
  return `${shown.slice(0, LABEL_LENGTH).replace(/[\s,;:.–—-]+\S*$/, "")} …`;
}
