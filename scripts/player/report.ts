/** *Report a mistake on this slide*: a mail that says where, or the address that the deck names for questions. */
import type { LectureIndex } from "./data.ts";
import { maybeById } from "./dom.ts";
import { fragmentOf } from "./moment.ts";
import type { Moments } from "./moments.ts";
import type { Player } from "./player.ts";
import { pageAddress } from "./share.ts";
import { showTime } from "./show-time.ts";
import { say, type Texts } from "./texts.ts";

/** Binds the link, where the deck says whom to write to. */
export function createReport(player: Player, moments: Moments, index: LectureIndex, texts: Texts): void {
  const link = maybeById("report");
  const { contact } = index;
  if (!(link instanceof HTMLAnchorElement) || contact === undefined) return;
  if (contact.kind === "web") {
    link.href = contact.to;
    link.target = "_blank";
    link.rel = "noopener";
    return;
  }
  const to = contact.to.split("@").map(encodeURIComponent).join("@");
  link.href = `mailto:${to}`;
  link.addEventListener("click", () => {
    const { slide, positionMs } = player.view();
    const fragment = fragmentOf(moments.here());
    // Where a file lies on a reader's disk is nobody's business.
    const address = location.protocol.startsWith("http") ? `${pageAddress()}${fragment}` : fragment;
    const subject = say(texts.reportSubject, { title: index.title, slide: slide.fullId });
    const body = say(texts.reportBody, {
      title: index.title,
      slide: slide.title === "" ? slide.fullId : `${slide.fullId} (${slide.title})`,
      time: showTime(positionMs),
      link: address,
    });
    // RFC 6068: lines end with CRLF.
    const lines = body.replaceAll("\n", "\r\n");
    link.href = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
  });
}
