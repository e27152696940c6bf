/** The pages of a lecture as those of a selection that stands alone. */
import type { LectureIndex } from "../../player/data.ts";
import { showOnly } from "../../player/read-only.ts";
import { showTime } from "../../player/show-time.ts";
import { say, type Texts } from "../../player/texts.ts";
import { makeTrack } from "../../player/track.ts";
import { scriptJson } from "../../outputs/site/json.ts";
import type { CutLecture } from "./cut-lecture.ts";

/** Pages that are made anew: those that hold the index, and the text to read. */
export const CUT_PAGES = ["index.html", "speaker.html", "remix.html", "read.html"] as const;

/**
 * Makes a page of the selection of one of the lecture.
 * @param title the selection's own; empty where it has none
 */
export function cutPage(
  path: (typeof CUT_PAGES)[number],
  html: string,
  lecture: CutLecture,
  title: string,
  texts: Texts,
): Document {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (path === "read.html") {
    showOnly(page, lecture.only, title === "" ? undefined : title);
    return page;
  }
  const { people, ...index } = lecture.index;
  const data = page.getElementById("lecture");
  if (data !== null) data.textContent = scriptJson(path === "remix.html" ? { ...index, people } : index);
  // What only the lecturer's own copy has.
  for (const own of page.querySelectorAll(".start-private, .remix-private, .private")) own.remove();
  if (path === "index.html") cutStart(page, index, title, texts);
  if (path === "remix.html") {
    const left = new Set(people.map(({ name }) => name));
    for (const option of page.querySelectorAll("#filter-person option:not([value])"))
      if (!left.has(option.textContent ?? "")) option.remove();
  }
  return page;
}

/** What the start of the lecture says of its length and contents. */
function cutStart(page: Document, index: LectureIndex, title: string, texts: Texts): void {
  const track = makeTrack(index);
  const total = showTime(track.durationMs);
  const count = say(track.slides.length === 1 ? texts.slideCountOne : texts.slideCount, {
    n: track.slides.length,
  });
  const write = (selector: string, text: string) => {
    for (const element of page.querySelectorAll(selector)) element.textContent = text;
  };
  write("#total", total);
  write("#start-facts", `${total} · ${count}`);
  page.getElementById("seek")?.setAttribute("max", String(track.durationMs));
  // Contents without script, lengths of eras, and how to cite it are the whole lecture's.
  for (const whole of page.querySelectorAll(
    ".start-parts, noscript h2, noscript ol, meta[name^='citation_']",
  ))
    whole.remove();
  if (title !== "") write("title, h1", title);
  const line = page.createElement("p");
  line.className = "start-subtitle";
  line.lang = index.texts;
  line.textContent = say(texts.onlySelection, { title: index.title });
  page.querySelector(".start-subtitle")?.remove();
  page.querySelector(".start h1")?.after(line);
}

/** A page as a file. */
export const pageText = (page: Document): string => `<!doctype html>\n${page.documentElement.outerHTML}\n`;
