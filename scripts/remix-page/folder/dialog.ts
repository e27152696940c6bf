/** *Save as folder*: makes of the selection a site that plays by itself, and hands it to the reader in one archive. Only where there is a host. */
import { bindDialog } from "../../player/dialog.ts";
import { byId, setText } from "../../player/dom.ts";
import { downloadBlob } from "../../player/download.ts";
import { parseHtml } from "../../player/plain-text.ts";
import { say } from "../../player/texts.ts";
import { courseName } from "../course-file.ts";
import type { World } from "../world.ts";
import { cutLecture, dataScripts, type CutLecture } from "./cut-lecture.ts";
import { CUT_PAGES, cutPage, pageText } from "./cut-pages.ts";
import { pageFiles } from "./page-files.ts";
import type { PackAnswer, PackAsk } from "./protocol.ts";

const WORKER = "assets/remix-folder.js";
/** Named by scripts and not by pages. */
const NEEDED = ["assets/player-licenses.txt", WORKER, "offline.js"];
/** Not every site has it. */
const OPTIONAL = ["accessibility.html"];

/** A file that the host does not give, or that cannot be read. */
class NotHere extends Error {}

/** Binds the button and the dialog. */
export function createFolderDialog(world: World): void {
  const { texts, store } = world;
  const dialog = bindDialog("folder");
  const words = byId("folder-words", HTMLParagraphElement);
  const bar = byId("folder-bar", HTMLProgressElement);
  const save = byId("folder-save", HTMLButtonElement);
  const stop = byId("folder-stop", HTMLButtonElement);
  let worker: Worker | undefined;
  const isPreview = document.querySelector("meta[name='lanternist-preview']") !== null;
  const isHosted = location.protocol.startsWith("http") && window.origin !== "null";
  const canPack = isHosted && !isPreview;
  const folder = () => courseName(store.get().title);

  function show(text: string, isWorking = false): void {
    setText(words, text);
    bar.hidden = !isWorking;
    stop.hidden = !isWorking;
    save.hidden = isWorking || !canPack;
  }

  function end(): void {
    worker?.terminate();
    worker = undefined;
  }

  async function saveFolder(): Promise<void> {
    const name = folder();
    end();
    worker = new Worker(WORKER);
    const packing = worker;
    bar.removeAttribute("value");
    show(texts.loading, true);
    stop.focus();
    const progress = (done: number, total: number) => {
      bar.value = done / total;
      setText(words, say(texts.remixFolderMaking, { done, total }));
    };
    try {
      const archive = await pack(world, name, packing, progress);
      if (worker !== packing) return;
      downloadBlob(`${name}.zip`, archive);
      show(say(texts.remixFolderSaved, { file: `${name}.zip` }));
    } catch (error) {
      if (worker !== packing) return;
      if (!(error instanceof NotHere)) throw error;
      show(say(texts.remixFolderFailed, { path: error.message }));
    } finally {
      if (worker === packing) end();
    }
    words.focus();
  }

  byId("folder", HTMLButtonElement).addEventListener("click", () => {
    const offer = say(texts.remixFolderOffer, { file: `${folder()}.zip` });
    show(canPack ? offer : isPreview ? texts.remixFolderPreview : texts.remixFolderDisk);
    dialog.showModal();
  });
  save.addEventListener("click", () => void saveFolder());
  stop.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", end);
}

/** Makes the archive with a worker's help. */
async function pack(
  world: World,
  folder: string,
  worker: Worker,
  progress: (done: number, total: number) => void,
): Promise<Blob> {
  const { title } = world.store.get();
  const lecture = await cutLecture(world).catch(() => {
    throw new NotHere(world.texts.remixSlides);
  });
  const asked = await ask(worker, { kind: "texts", paths: CUT_PAGES }, progress);
  if (asked.kind !== "texts") throw new Error(`the worker answered ${asked.kind}`);
  const pages = CUT_PAGES.map((path, i) => ({
    path,
    page: cutPage(path, asked.texts[i] ?? "", lecture, title, world.texts),
  }));
  const made = pages.map(({ path, page }) => ({ path, text: pageText(page) }));
  const paths = [...NEEDED, ...pages.flatMap(({ page }) => pageFiles(page)), ...slideFiles(lecture)];
  const packed = await ask(
    worker,
    { kind: "pack", folder, made: [...made, ...dataScripts(lecture)], paths, optional: OPTIONAL },
    progress,
  );
  if (packed.kind !== "packed") throw new Error(`the worker answered ${packed.kind}`);
  return packed.archive;
}

/** What the slides show and say. */
function slideFiles({ columns }: CutLecture): string[] {
  const slides = columns.flatMap((column) => column.slides);
  const sounds = slides.flatMap(({ sound, description }) => [sound, description]);
  return slides
    .flatMap(({ html }) => pageFiles(parseHtml(html)))
    .concat(sounds.flatMap((sound) => sound?.path ?? []));
}

/** Asks the worker, and waits for what is not progress. */
function ask(
  worker: Worker,
  question: PackAsk,
  progress: (done: number, total: number) => void,
): Promise<PackAnswer> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", function hear({ data }: MessageEvent<PackAnswer>) {
      if (data.kind === "progress") return progress(data.done, data.total);
      worker.removeEventListener("message", hear);
      if (data.kind === "failed") reject(new NotHere(data.path));
      else resolve(data);
    });
    worker.addEventListener("error", () => reject(new NotHere(WORKER)), { once: true });
    worker.postMessage(question, []);
  });
}
