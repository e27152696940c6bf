/** The line to the preview server. It is opened again whenever it breaks: the server may have been started anew. */
import type { PageMessage, PreviewMessage } from "../../preview/messages.ts";

/** A line. */
export interface Line {
  readonly send: (message: PageMessage) => void;
}

/** What comes over it. */
export interface LineEvents {
  readonly told: (message: PreviewMessage) => void;
  readonly broken: () => void;
}

/** Waits between two tries; they grow, so that a page that was forgotten costs little. */
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5_000;

/** Opens the line to the server that the page came from. What is sent while it is broken is lost. */
export function openLine({ told, broken }: LineEvents): Line {
  let socket: WebSocket | undefined;
  let waitMs = FIRST_WAIT_MS;

  function open(): void {
    const line = new WebSocket(`ws://${location.host}/-/line`);
    socket = line;
    line.addEventListener("message", ({ data }) => {
      waitMs = FIRST_WAIT_MS;
      // Only our own server is at the other end.
      const message: PreviewMessage = JSON.parse(String(data));
      told(message);
    });
    line.addEventListener("close", () => {
      broken();
      setTimeout(open, waitMs);
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 1.5);
    });
  }
  open();
  return {
    send: (message) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
  };
}
