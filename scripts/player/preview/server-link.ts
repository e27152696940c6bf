/** The link between windows and devices of a talk, over the preview server. */
import type { TalkRelay } from "../../preview/messages.ts";
import type { TalkLink, TalkMessage } from "../../talk/messages.ts";
import { readMessage } from "../../talk/read-message.ts";
import type { Line } from "./line.ts";

/** A link that is told what comes over the line. */
export interface ServerLink extends TalkLink {
  readonly told: (relay: TalkRelay) => void;
}

/** Makes the link. */
export function createServerLink(line: () => Line): ServerLink {
  const listeners = new Set<(message: TalkMessage) => void>();
  return {
    send: (message) => line().send({ kind: "talk", message: { ...message } }),
    listen: (told, signal) => {
      if (signal?.aborted === true) return;
      listeners.add(told);
      signal?.addEventListener("abort", () => listeners.delete(told));
    },
    told: ({ message }) => {
      const read = readMessage(message);
      if (read !== undefined) for (const told of listeners) told(read);
    },
  };
}
