/** Writing a slide of one's own. */
import { bindDialog } from "../player/dialog.ts";
import { byId } from "../player/dom.ts";
import { say } from "../player/texts.ts";
import { newOwnId, write, type OwnSlide } from "./draft.ts";
import { announceDone } from "./say.ts";
import type { World } from "./world.ts";

/** Binds the dialog; returns what opens it, with a slide to change or with a new one. */
export function createOwnDialog(world: World): (own: OwnSlide | undefined) => void {
  const { store, texts } = world;
  const dialog = bindDialog("own");
  const title = byId("own-title", HTMLInputElement);
  const text = byId("own-text", HTMLTextAreaElement);
  const narration = byId("own-narration", HTMLTextAreaElement);
  let changed: OwnSlide | undefined;

  byId("own-form", HTMLFormElement).addEventListener("submit", () => {
    const id = changed?.id ?? newOwnId(store.get());
    const own = { id, title: title.value.trim(), text: text.value, narration: narration.value };
    store.set(write(store.get(), own));
    announceDone(world, say(texts.remixOwnKept, { title: own.title }));
  });
  return (own) => {
    changed = own;
    title.value = own?.title ?? "";
    text.value = own?.text ?? "";
    narration.value = own?.narration ?? "";
    dialog.showModal();
    title.focus();
  };
}
