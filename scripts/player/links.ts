/** The address follows the slide, and links to slides and moments lead there. */
import { addressOf, isPresentAddress, presentAddress } from "./address.ts";
import { byId } from "./dom.ts";
import { momentIn } from "./moment.ts";
import type { Moments } from "./moments.ts";
import type { Player } from "./player.ts";
import type { Texts } from "./texts.ts";
import type { Track } from "./track.ts";
import type { Draw, View } from "./view.ts";

/**
 * Goes where the address says, now and whenever it changes; returns what keeps the address up to date.
 * @param tell says that a link leads to what is not there any more
 */
export function createLinks(
  player: Player,
  moments: Moments,
  track: Track,
  texts: Texts,
  tell: (text: string) => void,
): Draw {
  let shown = "";
  let following = false;

  /** The address changes once, from where the link led to where the lecture is now: a reload between the two would lose the step. */
  const follow = () => {
    following = true;
    try {
      go();
    } finally {
      following = false;
    }
    keep(player.view());
  };

  function go(): void {
    const moment = momentIn(location.hash);
    if (moment === undefined) return;
    // Silent, so it may begin by itself; a link without it changes nothing.
    if (isPresentAddress(location.hash)) player.present(true);
    // The same link works again when the address has been brought up to date.
    shown = "";
    const { slide, step } = moments.find(moment);
    const isHere = slide === player.view().slide && step === undefined && moment.offsetMs === 0;
    if (isHere && moment.sentence === undefined && slide.fullId === moment.slide) return;
    const { instead } = moments.go(moment);
    const words = { short: texts.linkToShort, era: texts.linkToEra, nowhere: texts.linkToNowhere };
    if (instead !== undefined) tell(words[instead]);
  }

  function keep(view: View): void {
    const { fullId } = view.slide;
    const address = view.mode === "present" ? presentAddress(fullId, view.step) : addressOf(fullId);
    if (following || !view.started || address === shown) return;
    shown = address;
    history.replaceState(null, "", address);
  }

  follow();
  window.addEventListener("hashchange", follow);

  // `#era--slide--name` is an element of a slide: here, on another slide, or only in the text to read.
  const openLink = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (link === null) return;
    // reveal.js would go to the slides that happen to be loaded by itself.
    event.stopPropagation();
    const fragment = link.getAttribute("href") ?? "";
    if (fragment.startsWith("#/")) return;
    event.preventDefault();
    const id = decodeURIComponent(fragment.slice(1));
    const section = link.closest(".slides > section > section");
    const target = section?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    if (target) {
      target.tabIndex = -1;
      return target.focus();
    }
    const slide = track.slides.find(({ fullId }) => `${id}--`.startsWith(`${fullId.replace("/", "--")}--`));
    if (slide !== undefined && slide !== player.view().slide) {
      player.goTo(slide);
      // The link has gone with its slide; keys stay with the player.
      return byId("player", HTMLElement).focus({ preventScroll: true });
    }
    location.assign(`read.html${fragment}`);
  };
  byId("stage", HTMLDivElement).addEventListener("click", openLink, { capture: true });

  return keep;
}
