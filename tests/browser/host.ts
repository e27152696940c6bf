/** A plain web host on this machine, as a student's lecture lies on one. */
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  mp3: "audio/mpeg",
  woff2: "font/woff2",
  pdf: "application/pdf",
};

export interface Host {
  readonly address: () => string;
  /** Nobody answers any more. */
  readonly stop: () => Promise<void>;
  /** Answers again, under the same address. */
  readonly start: () => Promise<void>;
}

/** Makes a host of whatever lies in the folder at the moment of asking. */
export function makeHost(folder: () => string): Host {
  let server: Server | undefined;
  let port = 0;
  return {
    address: () => `http://127.0.0.1:${port}`,
    start: async () => {
      const made = createServer((request, response) => {
        const asked = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
        const path = asked.endsWith("/") ? `${asked}index.html` : asked;
        readFile(join(folder(), path)).then(
          (bytes) => {
            const type = TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
            return response.setHeader("Content-Type", type).end(bytes);
          },
          () => response.writeHead(404).end(),
        );
      });
      await new Promise<void>((resolve) => made.listen(port, "127.0.0.1", resolve));
      server = made;
      port = (made.address() as AddressInfo).port;
    },
    stop: async () => {
      const stopping = server;
      server = undefined;
      if (stopping === undefined) return;
      await new Promise<void>((resolve) => {
        stopping.close(() => resolve());
        stopping.closeAllConnections();
      });
    },
  };
}
