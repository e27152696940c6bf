/**
 * The link between the windows of one browser, by `postMessage`: it works from disk too. Messages are taken only from a window that
 * opened this one, or that this one opened; after this window was reloaded it knows the latter by their own `opener`.
 */
import type { TalkLink, TalkMessage } from "../talk/messages.ts";
import { readMessage } from "../talk/read-message.ts";

/** A link, and who is at its other end. */
export interface WindowLink extends TalkLink {
  /** Talks to a window from now on: one that was just opened. */
  readonly add: (other: Window) => void;
  /** The windows that can be talked to. */
  readonly others: () => readonly Window[];
}

/**
 * Links this window with the others of one lecture.
 * @param lecture the deck's id: a window that shows another one by now is not meant
 */
export function createWindowLink(lecture: string): WindowLink {
  const known = new Set<Window>();
  const listeners = new Set<(message: TalkMessage) => void>();
  // Opened from disk, a page has no origin that could be named; what is sent goes to known windows only.
  const target = location.protocol.startsWith("http") ? location.origin : "*";

  function others(): readonly Window[] {
    if (isWindow(window.opener)) known.add(window.opener);
    for (const other of known) if (other.closed) known.delete(other);
    return [...known];
  }

  window.addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (!isWindow(source) || !isOwnOrigin(origin)) return;
    if (!others().includes(source) && source.opener !== window) return;
    if (typeof data !== "object" || data === null || !("lanternist" in data) || !("talk" in data)) return;
    if (data.lanternist !== lecture) return;
    const message = readMessage(data.talk);
    if (message === undefined) return;
    known.add(source);
    for (const told of listeners) told(message);
  });

  return {
    add: (other) => known.add(other),
    others,
    send: (talk) => {
      for (const other of others()) other.postMessage({ lanternist: lecture, talk }, target);
    },
    listen: (told, signal) => {
      if (signal?.aborted === true) return;
      listeners.add(told);
      signal?.addEventListener("abort", () => listeners.delete(told));
    },
  };
}

/** Files of a disk have no origin of their own: browsers write `null`, or `file://`. */
const isOwnOrigin = (origin: string): boolean =>
  location.protocol.startsWith("http")
    ? origin === location.origin
    : origin === "null" || origin.startsWith("file:");

/** Whether it is another window; `instanceof` knows only those of this page. */
const isWindow = (value: unknown): value is Window =>
  typeof value === "object" &&
  value !== null &&
  value !== window &&
  "postMessage" in value &&
  "closed" in value;
