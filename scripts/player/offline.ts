/**
 * *Save for offline*: keeps the lecture in this browser when a reader asks for it, and never by itself. Only where there is a host and the browser allows
 * a worker; its button stays hidden elsewhere. What is saved, and how, is the worker's (`scripts/offline`).
 */
import type { OfflineList } from "../offline/list.ts";
import type { Answer, Ask } from "../offline/protocol.ts";
import { addScript } from "./columns.ts";
import { bindDialog } from "./dialog.ts";
import { byId, setText } from "./dom.ts";
import { showSize } from "./show-size.ts";
import { say, type Texts } from "./texts.ts";

const WORKER = "offline.js";
const LIST = "offline-list.js";

/** The copy of the lecture in this browser. */
export interface OfflineCopy {
  readonly isSaved: () => Promise<boolean>;
  readonly remove: () => Promise<void>;
}

/**
 * Binds the menu's button, the dialog and the line on the start panel.
 * @returns undefined where a lecture cannot be saved
 */
export function createOffline(texts: Texts): OfflineCopy | undefined {
  // From disk, and in a sandboxed frame, where the mere asking for workers throws.
  if (!location.protocol.startsWith("http") || window.origin === "null") return undefined;
  const workers = navigator.serviceWorker;
  // Also undefined on plain http: hosts, whatever the type says.
  if (!window.isSecureContext || workers === undefined) return undefined;
  const folder = new URL("./", location.href).href;
  const dialog = bindDialog("offline");
  const text = byId("offline-text", HTMLParagraphElement);
  const bar = byId("offline-bar", HTMLProgressElement);
  const save = byId("offline-save", HTMLButtonElement);
  const stop = byId("offline-stop", HTMLButtonElement);
  const remove = byId("offline-remove", HTMLButtonElement);
  const open = byId("offline", HTMLButtonElement);
  const newer = byId("newer", HTMLParagraphElement);
  /** Aborted by *Stop*; undefined while nothing is being saved. */
  let saving: AbortController | undefined;

  /** The lecture's own registration: the one of a folder above may reach here too. */
  async function registration(): Promise<ServiceWorkerRegistration | undefined> {
    const found = await workers.getRegistration(folder).catch(() => undefined);
    return found?.scope === folder ? found : undefined;
  }

  async function ask(question: Ask): Promise<Answer> {
    const worker = (await registration())?.active;
    if (worker === undefined || worker === null) return {};
    const { port1, port2 } = new MessageChannel();
    return new Promise((resolve) => {
      port1.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data), { once: true });
      port1.start();
      worker.postMessage(question, [port2]);
    });
  }

  /** What the dialog says and offers. */
  function show(answer: Answer, offer: { readonly sizeBytes?: number; readonly words?: string } = {}): void {
    const { savedBytes, newerBytes, part } = answer;
    const size = (bytes: number) => showSize(bytes, texts);
    const words =
      offer.words ??
      (newerBytes !== undefined
        ? say(texts.offlineNewer, { size: size(newerBytes) })
        : savedBytes !== undefined
          ? say(texts.offlineSaved, { size: size(savedBytes) })
          : say(texts.offlineOffer, { size: size(offer.sizeBytes ?? part?.totalBytes ?? 0) }));
    setText(text, words);
    setText(save, newerBytes === undefined ? texts.offlineSave : texts.offlineUpdate);
    const isWhole = savedBytes !== undefined && newerBytes === undefined && part === undefined;
    showOnly({
      save: !isWhole || answer.failure !== undefined,
      remove: savedBytes !== undefined || part !== undefined,
    });
  }

  function showOnly(on: {
    readonly save?: boolean;
    readonly stop?: boolean;
    readonly remove?: boolean;
  }): void {
    const hadFocus = [save, stop, remove].some((button) => button === document.activeElement);
    save.hidden = on.save !== true;
    stop.hidden = on.stop !== true;
    remove.hidden = on.remove !== true;
    bar.hidden = on.stop !== true;
    // A button that goes takes the focus with it; the words that say why get it, and are read.
    if (hadFocus && document.activeElement?.closest("[hidden]") !== null) text.focus();
  }

  async function refresh(): Promise<void> {
    setText(text, texts.loading);
    showOnly({});
    const answer = await ask("check");
    if (saving !== undefined) return;
    if (answer.savedBytes !== undefined) return show(answer);
    const list = await loadList().catch(() => undefined);
    if (list === undefined) setText(text, texts.offlineFailed);
    else show(answer, { sizeBytes: list.files.reduce((sum, file) => sum + file.sizeBytes, 0) });
  }

  async function saveAll(): Promise<void> {
    const run = new AbortController();
    saving = run;
    bar.removeAttribute("value");
    setText(text, texts.offlineBegins);
    showOnly({ stop: true });
    const wasSaved = (await ask("state")).savedBytes !== undefined;
    try {
      await ready();
    } catch {
      saving = undefined;
      return show({}, { words: texts.offlineRefused });
    }
    let answer = await ask("begin");
    while (!run.signal.aborted && answer.failure === undefined && answer.part !== undefined) {
      const { doneBytes, totalBytes } = answer.part;
      bar.max = totalBytes;
      bar.value = doneBytes;
      setText(
        text,
        say(texts.offlineSaving, { done: showSize(doneBytes, texts), total: showSize(totalBytes, texts) }),
      );
      answer = await ask("next");
    }
    saving = undefined;
    if (run.signal.aborted) return stopped();
    if (answer.failure !== undefined) return show(answer, { words: failureWords(answer, texts) });
    newer.hidden = true;
    // The page that is open is the old version: it makes way as soon as the new one is whole.
    if (wasSaved) location.reload();
    else show(answer);
  }

  async function stopped(): Promise<void> {
    await ask("discard");
    await refresh();
  }

  /** Registers the worker and waits until it can be asked. */
  async function ready(): Promise<void> {
    const made = await workers.register(WORKER);
    const coming = made.active ?? made.waiting ?? made.installing;
    if (coming === null) throw new Error("the worker vanished");
    if (coming.state === "activated") return;
    await new Promise<void>((resolve, reject) => {
      coming.addEventListener("statechange", () => {
        if (coming.state === "activated") resolve();
        if (coming.state === "redundant") reject(new Error("the worker could not start"));
      });
    });
  }

  async function takeAway(): Promise<void> {
    await ask("remove");
    await (await registration())?.unregister();
    newer.hidden = true;
    await refresh();
  }

  open.hidden = false;
  const openDialog = () => {
    dialog.showModal();
    if (saving === undefined) void refresh();
  };
  open.addEventListener("click", openDialog);
  byId("newer-show", HTMLButtonElement).addEventListener("click", openDialog);
  save.addEventListener("click", () => void saveAll());
  stop.addEventListener("click", () => saving?.abort());
  remove.addEventListener("click", () => void takeAway());
  // Only a page that came from what is saved asks whether the host has a newer version.
  if (workers.controller !== null) void lookForNewer();

  async function lookForNewer(): Promise<void> {
    const { newerBytes } = await ask("check");
    newer.hidden = newerBytes === undefined;
  }

  return {
    isSaved: async () => {
      const { savedBytes, part } = await ask("state");
      return savedBytes !== undefined || part !== undefined;
    },
    remove: async () => {
      saving?.abort();
      if ((await registration()) !== undefined) await takeAway();
    },
  };
}

function failureWords({ failure, part, savedBytes }: Answer, texts: Texts): string {
  if (failure === "full") return savedBytes === undefined ? texts.offlineFull : texts.offlineFullOld;
  if (failure === "changed") return texts.offlineChanged;
  return part === undefined ? texts.offlineFailed : texts.offlineBroken;
}

/** Loads the list as a script, since the page may not fetch; each time anew, since the host may have another. */
async function loadList(): Promise<OfflineList> {
  let loaded: OfflineList | undefined;
  window.lanternist = {
    ...window.lanternist,
    offline: (list) => {
      loaded = list;
    },
  };
  const script = await addScript(LIST);
  script.remove();
  if (loaded === undefined) throw new Error(`${LIST} gave no list`);
  return loaded;
}
