/** What pages of a preview and the server say to one another: who hears what, and who may ask what. */
import type { At } from "../model.ts";
import type { Role } from "./access.ts";
import type { PageMessage, PreviewMessage, TalkRelay } from "./messages.ts";
import { readPageMessage } from "./page-message.ts";
import type { Session } from "./session.ts";

/** One open page. */
export interface Listener {
  readonly role: Role;
  readonly send: (message: PreviewMessage) => void;
}

/** What a page's wish needs of the world. */
export interface ConversationWorld {
  readonly session: Session;
  /** Opens a place of the deck in the editor; resolves to what went wrong. Absent where it must not be opened. */
  readonly open?: (at: At) => Promise<string | undefined>;
  /** Makes a key and an address for one more device. Absent where no other device can come. */
  readonly invite?: () => { readonly address: string; readonly key: string; readonly code: string };
}

/** All open pages. */
export interface Conversation {
  /** Tells every page. */
  readonly tell: (message: PreviewMessage) => void;
  readonly join: (listener: Listener) => void;
  readonly leave: (listener: Listener) => void;
  /** Takes in what a page says; what is no message is dropped. */
  readonly hear: (from: Listener, text: string) => void;
}

/** Makes the conversation; nobody is there yet. */
export function makeConversation({ session, open, invite }: ConversationWorld): Conversation {
  const listeners = new Set<Listener>();
  /** Those who have what was shown when they came. */
  const settled = new WeakSet<Listener>();

  async function openPlace(from: Listener, at: At | undefined): Promise<void> {
    // Only what lies in the deck is opened, whatever a problem's place says.
    if (at === undefined || from.role !== "desk" || !session.source().files.has(at.file)) return;
    const wrong =
      open === undefined ? "this preview is open to the network: no editor is started" : await open(at);
    from.send({ kind: "opened", file: at.file, line: at.line, ...(wrong !== undefined && { wrong }) });
  }

  /** The presenting window is where the talk is: of several, the one that began to present last. */
  let leader: Listener | undefined;
  let isPresenting = false;

  function relay(from: Listener, { message }: TalkRelay): void {
    if (message.kind === "state") {
      const presents = isRecord(message["state"]) && message["state"]["mode"] === "present";
      if (from.role !== "desk") return;
      if (leader === undefined || (presents && !isPresenting)) leader = from;
      if (leader !== from) return;
      isPresenting = presents;
    }
    const forLeader = message.kind === "hello" || message.kind === "ask";
    for (const other of listeners)
      if (other !== from && (!forLeader || leader === undefined || other === leader))
        other.send({ kind: "talk", message });
  }

  function answer(from: Listener, message: PageMessage): void {
    switch (message.kind) {
      case "at": {
        session.lookedAt(message.slide);
        const at = session.sourceOf(message.slide);
        if (at !== undefined)
          from.send({ kind: "source", slide: message.slide, file: at.file, line: at.line });
        const shown = session.shown();
        // It was away while something changed. Later it is told of every change: what it says then may cross the next one.
        const isNew = !settled.has(from);
        settled.add(from);
        if (isNew && shown !== undefined && message.version !== shown.version)
          from.send({
            kind: "lecture",
            version: shown.version,
            index: shown.page.index,
            stale: shown.page.slides.map((_, column) => column),
            slides: [],
          });
        break;
      }
      case "open":
        void openPlace(from, session.sourceOf(message.slide));
        break;
      case "open-problem": {
        const problem = session.problems()[message.number];
        void openPlace(from, problem);
        break;
      }
      case "invite":
        if (from.role === "desk") from.send({ kind: "invitation", ...invite?.() });
        break;
      case "talk":
        relay(from, message);
    }
  }

  return {
    tell: (message) => {
      for (const listener of listeners) listener.send(message);
    },
    join: (listener) => {
      listeners.add(listener);
      const shown = session.shown();
      listener.send({ kind: "problems", problems: session.shownProblems() });
      listener.send({
        kind: "welcome",
        role: listener.role,
        edits: listener.role === "desk" && open !== undefined,
        ready: shown !== undefined,
        version: shown?.version ?? 0,
      });
    },
    leave: (listener) => {
      listeners.delete(listener);
      if (leader !== listener) return;
      leader = undefined;
      isPresenting = false;
    },
    hear: (from, text) => {
      const message = readPageMessage(text);
      if (message !== undefined) answer(from, message);
    },
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
