/** The address follows the slide, and links to slides lead there. */
import { addressOf, slideIn } from "./address.ts";
import type { LectureIndex } from "./data.ts";
import { byId } from "./dom.ts";
import type { Player } from "./player.ts";
import { findSlide, type Track } from "./track.ts";
import type { Draw } from "./view.ts";

/** Goes where the address says, now and whenever it changes; returns what keeps the address up to date. */
export function createLinks(player: Player, index: LectureIndex, track: Track): Draw {
  const follow = () => {
    const name = slideIn(location.hash);
    const slide = name === undefined ? undefined : findSlide(track, index, name);
    if (slide !== undefined && slide !== player.view().slide) player.goTo(slide);
  };
  follow();
  window.addEventListener("hashchange", follow);

  // `#era--slide--name` is an element of a slide: here, on another slide, or only in the text to read.
  byId("stage", HTMLDivElement).addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    const fragment = link?.getAttribute("href") ?? "";
    if (link === null || fragment.startsWith("#/")) return;
    event.preventDefault();
    const id = decodeURIComponent(fragment.slice(1));
    const section = link.closest(".slides > section > section");
    const target = section?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (target) {
      target.tabIndex = -1;
      return target.focus();
    }
    const slide = track.slides.find(({ fullId }) => `${id}--`.startsWith(`${fullId.replace("/", "--")}--`));
    if (slide !== undefined && slide !== player.view().slide) return player.goTo(slide);
    location.assign(`read.html${fragment}`);
  });

  let shown = "";
  return (view) => {
    const address = addressOf(view.slide.fullId);
    if (!view.started || address === shown) return;
    shown = address;
    history.replaceState(null, "", address);
  };
}
