/** What is made of the selection: it is played, linked, printed, and saved as a course file. */
import { copyText } from "../player/copy-text.ts";
import { bindDialog } from "../player/dialog.ts";
import { byId, setText } from "../player/dom.ts";
import { download, downloadBlob } from "../player/download.ts";
import { partAddress } from "../player/part-address.ts";
import { selectionOf, type Names } from "../player/selection.ts";
import { say } from "../player/texts.ts";
import type { Track } from "../player/track.ts";
import { courseOf } from "./course-file.ts";
import { borrowedIn, ownIn, type Draft } from "./draft.ts";
import { startZip } from "./folder/zip.ts";
import type { World } from "./world.ts";

/** The selection as the lecture's own pages have it. Own slides are not in it: they have not been built. */
export function onlyOf(draft: Draft, track: Track, index: Names): string {
  const slides = new Map(track.slides.map((slide) => [slide.fullId, slide]));
  return selectionOf(
    track,
    index,
    borrowedIn(draft).flatMap((id) => slides.get(id) ?? []),
  );
}

/** Binds the buttons. */
export function createResults(world: World): void {
  const { index, track, texts, store } = world;
  const play = byId("play", HTMLAnchorElement);
  const print = byId("print", HTMLAnchorElement);
  const told = byId("told", HTMLParagraphElement);
  const dialog = bindDialog("copy");
  const field = byId("copy-link", HTMLInputElement);

  function tell(text: string): void {
    told.hidden = false;
    setText(told, text);
    world.announce(text);
  }

  store.follow((draft) => {
    const only = onlyOf(draft, track, index);
    play.href = partAddress("index.html", only, draft.title);
    print.href = partAddress("read.html", only, draft.title);
    byId("own-note", HTMLParagraphElement).hidden = ownIn(draft).length === 0;
    told.hidden = true;
    if (!store.isKept()) tell(texts.remixNotKept);
  });
  /** Says what is missing where nothing of the lecture is chosen. */
  const needsSlides = (event: Event) => {
    if (borrowedIn(store.get()).length > 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell(texts.remixNothing);
  };
  const linking = byId("copy-selection", HTMLButtonElement);
  for (const button of [play, print, linking, byId("folder", HTMLButtonElement)])
    button.addEventListener("click", needsSlides, { capture: true });

  async function copyLink(): Promise<void> {
    if (await copyText(play.href)) return tell(texts.remixLinkCopied);
    field.value = play.href;
    dialog.showModal();
    field.focus();
    field.select();
  }
  linking.addEventListener("click", () => void copyLink());

  byId("course", HTMLButtonElement).addEventListener("click", () => {
    const draft = store.get();
    if (draft.items.length === 0) return tell(texts.remixNothing);
    const { name, files } = courseOf(draft, track, index);
    const [course] = files;
    if (course === undefined) throw new Error("a course has a file");
    if (files.length === 1) {
      download(course.path, course.text, "application/yaml;charset=utf-8");
      return tell(say(texts.remixCourseSaved, { file: course.path }));
    }
    const zip = startZip();
    for (const { path, text } of files) zip.add(path, new TextEncoder().encode(text));
    downloadBlob(`${name}.zip`, zip.end());
    tell(say(texts.remixCourseZip, { file: `${name}.zip` }));
  });
}
