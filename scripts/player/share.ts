/** *Copy link to this moment* and *Copy link to just this era*. Where the browser refuses to copy, a dialog shows the link, ready to be copied by hand. */
import { copyText } from "./copy-text.ts";
import { bindDialog } from "./dialog.ts";
import { byId, maybeById } from "./dom.ts";
import { fragmentOf } from "./moment.ts";
import type { Moments } from "./moments.ts";
import type { Player } from "./player.ts";
import { showTime } from "./show-time.ts";
import { say, type Texts } from "./texts.ts";
import type { Toast } from "./toast.ts";
import type { LectureIndex } from "./data.ts";
import type { Draw } from "./view.ts";

/** The address of the page without what stands after `#`. */
export const pageAddress = (): string => location.href.split("#")[0] ?? "";

/** Binds the two buttons and the dialog; returns what shows the second only in an era. */
export function createShare(
  player: Player,
  moments: Moments,
  index: LectureIndex,
  texts: Texts,
  toast: Toast,
): Draw {
  const dialog = bindDialog("copy");
  const field = byId("copy-link", HTMLInputElement);
  const era = maybeById("link-to-era");

  async function copy(link: string, done: string): Promise<void> {
    if (await copyText(link)) return toast(done);
    field.value = link;
    dialog.showModal();
    field.focus();
    field.select();
  }

  byId("link-to-moment", HTMLButtonElement).addEventListener("click", () => {
    const time = showTime(player.view().positionMs);
    void copy(`${pageAddress()}${fragmentOf(moments.here())}`, say(texts.linkCopied, { time }));
  });
  era?.addEventListener("click", () => {
    const id = index.columns[player.view().slide.column]?.id ?? "";
    const link = `${pageAddress().split("?")[0]}?only=${encodeURIComponent(id)}`;
    void copy(link, say(texts.eraLinkCopied, { era: player.view().era }));
  });
  return (view) => {
    if (era !== undefined) era.hidden = view.era === "";
  };
}
