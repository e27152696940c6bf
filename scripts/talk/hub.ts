/** Several links as one: the speaker view of this machine, a phone over the preview server. Pure. */
import type { TalkLink, TalkMessage } from "./messages.ts";

/** Links, to which more can be added. */
export interface TalkHub extends TalkLink {
  readonly add: (link: TalkLink) => void;
}

/**
 * Makes a hub without links.
 * @param relays which messages that come over one link are sent on over the others; none where there is but one window in the middle
 */
export function createHub(relays: (message: TalkMessage) => boolean = () => false): TalkHub {
  const links: TalkLink[] = [];
  const listeners = new Set<(message: TalkMessage) => void>();
  return {
    add: (link) => {
      links.push(link);
      link.listen((message) => {
        if (relays(message)) for (const other of links) if (other !== link) other.send(message);
        for (const told of listeners) told(message);
      });
    },
    send: (message) => {
      for (const link of links) link.send(message);
    },
    listen: (told, signal) => {
      if (signal?.aborted === true) return;
      listeners.add(told);
      signal?.addEventListener("abort", () => listeners.delete(told));
    },
  };
}
