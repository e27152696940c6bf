/** The preview's own web server: pages and files of the site, and a line to every open page. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { WebSocketServer, type WebSocket } from "ws";
import { errorCode } from "../io/error-code.ts";
import { mediaType } from "../io/media-types.ts";
import { byteRange } from "../offline/range.ts";
import type { Access, Asking } from "./access.ts";
import type { Conversation } from "./conversation.ts";
import { joinPage, noLecturePage } from "./pages.ts";
import { LONGEST_MESSAGE_BYTES } from "./page-message.ts";
import { previewPolicy, type SiteFiles } from "./site-files.ts";

/** What the server answers from. */
export interface ServerWorld {
  readonly files: SiteFiles;
  readonly conversation: Conversation;
  readonly programFile: (path: string) => Promise<Uint8Array>;
  readonly now: () => number;
  /** A bug of ours while a request was answered. */
  readonly failed: (reason: unknown) => void;
}

/** A server that listens. */
export interface PreviewServer {
  /** Answers from now on. */
  readonly open: (access: Access, world: ServerWorld) => void;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** Where the line to a page is opened. */
const LINE = "/-/line";
const JOIN = "-/join";

/** A page that does not read what it is told is given up before its messages fill the memory. */
const MOST_UNREAD_BYTES = 64 * 1024 * 1024;

/**
 * Listens.
 * @param port 0 for any that is free
 * @param address of this machine at which it listens, such as `127.0.0.1`
 * @throws the system's error, such as `EADDRINUSE`
 */
export async function listen(port: number, address: string): Promise<PreviewServer> {
  let answering: { readonly access: Access; readonly world: ServerWorld } | undefined;
  const server = createServer((request, response) => {
    if (answering === undefined) {
      response.writeHead(503).end();
      return;
    }
    const { access, world } = answering;
    answer(request, response, access, world).catch((reason: unknown) => {
      // A file may go, or a page may leave, while it is asked for.
      const isOurs = errorCode(reason) === undefined;
      if (isOurs) world.failed(reason);
      if (!response.headersSent) response.writeHead(isOurs ? 500 : 404);
      response.end();
    });
  });
  const lines = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES });
  server.on("upgrade", (request, socket, head) => {
    const role =
      answering?.access.isOurs(askingOf(request)) === true
        ? answering.access.roleOf(askingOf(request))
        : undefined;
    const isLine = request.url === LINE && request.headers.origin !== undefined;
    if (answering === undefined || role === undefined || !isLine) {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    const { conversation } = answering.world;
    lines.handleUpgrade(request, socket, head, (line) => connect(line, role, conversation));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    port: portOf(server.address()),
    open: (access, world) => {
      answering = { access, world };
    },
    close: async () => {
      for (const line of lines.clients) line.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address !== null ? address.port : 0;

const askingOf = ({ headers, socket }: IncomingMessage): Asking => ({
  host: headers.host,
  origin: headers.origin,
  cookie: headers.cookie,
  address: socket.remoteAddress,
});

/** Ties a page to the conversation for as long as its line lasts. */
function connect(line: WebSocket, role: "desk" | "guest", conversation: Conversation): void {
  const listener = {
    role,
    send: (message: object) => {
      if (line.bufferedAmount > MOST_UNREAD_BYTES) return line.terminate();
      if (line.readyState === line.OPEN) line.send(JSON.stringify(message));
    },
  };
  conversation.join(listener);
  line.on("message", (data, isBinary) => {
    if (!isBinary && Buffer.isBuffer(data)) conversation.hear(listener, data.toString("utf8"));
  });
  line.on("close", () => conversation.leave(listener));
  // A broken line closes by itself.
  line.on("error", () => undefined);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  world: ServerWorld,
): Promise<void> {
  const asking = askingOf(request);
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  if (!access.isOurs(asking)) return refuse(response, 403, "this preview is not shown under that name");
  const host = asking.host ?? "";
  const path = pathIn(request.url ?? "");
  if (request.method === "POST" && path === JOIN) return join(request, response, access, world);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "ask with GET");
  if (path === undefined) return refuse(response, 400, "that is no address of a file");
  if (access.roleOf(asking) === undefined) {
    if (isPage(path) && access.mayEnter(asking)) response.setHeader("Set-Cookie", access.deskCookie);
    else return toJoin(path, response, host, world);
  }
  const name = path === "" ? "index.html" : path;
  const found = await world.files.get(name, host);
  if (found === undefined && name === "index.html")
    return send(response, noLecturePage(previewPolicy(host)), ".html", request);
  if (found === undefined) return refuse(response, 404, "there is no such file in this lecture");
  send(response, found, extname(name), request);
}

const isPage = (path: string): boolean => path === "" || path.endsWith(".html");

/** The path in the site, without the query; undefined for a malformed one. */
function pathIn(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, "http://preview").pathname.slice(1));
  } catch {
    return undefined;
  }
}

/** Other devices get the page on which they join, and nothing else. */
async function toJoin(
  path: string,
  response: ServerResponse,
  host: string,
  world: ServerWorld,
): Promise<void> {
  const parts: Readonly<Record<string, string>> = {
    "-/join.js": "lib/site/join.js",
    "-/join.css": "lib/site/join.css",
  };
  const part = Object.hasOwn(parts, path) ? parts[path] : undefined;
  if (part !== undefined) return send(response, await world.programFile(part), extname(path));
  if (!isPage(path)) return refuse(response, 403, "join with a key first");
  send(response, joinPage(previewPolicy(host)), ".html");
}

/** Longer than any key that a person types. */
const LONGEST_KEY = 100;

async function join(
  request: IncomingMessage,
  response: ServerResponse,
  access: Access,
  world: ServerWorld,
): Promise<void> {
  let key = "";
  for await (const piece of request) {
    key += String(piece);
    if (key.length > LONGEST_KEY) return refuse(response, 413, "that is no key");
  }
  const joined = access.join(key, request.socket.remoteAddress, world.now());
  if ("cookie" in joined) {
    response.setHeader("Set-Cookie", joined.cookie);
    response.writeHead(204).end();
  } else refuse(response, joined.refused === "key" ? 403 : 429, joined.refused);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.writeHead(status).end(why);
}

/** Sends a file, or the part of it that a media element asks for. */
function send(
  response: ServerResponse,
  content: Uint8Array | string,
  ending: string,
  request?: IncomingMessage,
): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  response.setHeader("Content-Type", mediaType(ending) ?? "application/octet-stream");
  response.setHeader("Accept-Ranges", "bytes");
  const range = byteRange(request?.headers.range ?? null, bytes.length);
  if (range === "unsatisfiable") {
    response.setHeader("Content-Range", `bytes */${bytes.length}`);
    return void response.writeHead(416).end();
  }
  const part = range === undefined ? bytes : bytes.subarray(range.start, range.end + 1);
  if (range !== undefined)
    response.setHeader("Content-Range", `bytes ${range.start}-${range.end}/${bytes.length}`);
  response.setHeader("Content-Length", part.length);
  response.writeHead(range === undefined ? 200 : 206);
  response.end(request?.method === "HEAD" ? undefined : part);
}
