import { rename, rm } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { makeAccess, type Access } from "../../scripts/preview/access.ts";
import { makeConversation } from "../../scripts/preview/conversation.ts";
import type { PreviewMessage } from "../../scripts/preview/messages.ts";
import { listen, type PreviewServer } from "../../scripts/preview/server.ts";
import { siteFiles } from "../../scripts/preview/site-files.ts";
import { readProgramFile } from "../../scripts/io/program.ts";
import type { At } from "../../scripts/model.ts";
import { DECK, previewed, type Written } from "./helper.ts";

interface Running {
  readonly deck: Written;
  readonly server: PreviewServer;
  readonly access: Access;
  /** What was to be opened in the editor. */
  readonly opened: At[];
}

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function serve(names: readonly string[] = []): Promise<Running> {
  const deck = await previewed();
  const server = await listen(0, "127.0.0.1");
  const access = makeAccess(server.port, names);
  const opened: At[] = [];
  const open = async (at: At) => {
    opened.push(at);
    return Promise.resolve(undefined);
  };
  const conversation = makeConversation({ session: deck.session, ...(names.length === 0 && { open }) });
  const signal = new AbortController().signal;
  server.open(access, {
    files: siteFiles(deck.session, { programFile: readProgramFile, signal }),
    conversation,
    programFile: readProgramFile,
    now: () => 0,
    failed: (reason) => {
      throw reason;
    },
  });
  endings.push(server.close, deck.close);
  return { deck, server, access, opened };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** Asks as any program could: with whatever headers. */
function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        port,
        path,
        headers: { host: `localhost:${port}`, ...headers },
        method: body === undefined ? "GET" : "POST",
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    asked.on("error", reject);
    asked.end(body);
  });
}

const cookieOf = ({ headers }: Answer): string => String(headers["set-cookie"]).split(";")[0] ?? "";

/** Opens the line of a page; `undefined` when the server refuses. */
async function line(port: number, headers: Record<string, string>) {
  const told: PreviewMessage[] = [];
  const socket = new WebSocket(`ws://127.0.0.1:${port}/-/line`, { headers });
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.on("open", () => resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("message", (data: Buffer) => told.push(JSON.parse(data.toString())));
  });
  if (!isOpen) return undefined;
  endings.unshift(async () => {
    socket.terminate();
    return Promise.resolve();
  });
  const heard = async (kind: PreviewMessage["kind"]): Promise<PreviewMessage> => {
    for (;;) {
      const found = told.find((message) => message.kind === kind);
      if (found !== undefined) return found;
      await new Promise((resolve) => {
        socket.once("message", resolve);
      });
    }
  };
  return { told, heard, send: (message: unknown) => socket.send(JSON.stringify(message)) };
}

test("the page may ask this server alone, and its files are there", async () => {
  const { server } = await serve();
  const page = await ask(server.port, "/");
  expect(page.status).toBe(200);
  expect(page.body).toContain(`connect-src &#x27;self&#x27; ws://localhost:${server.port}`);
  expect(page.body).toContain("<h1");
  const cookie = cookieOf(page);
  for (const path of [
    "/assets/player.js",
    "/assets/site.css",
    "/assets/theme.css",
    "/assets/eras/01-war.js",
    "/read.html",
    "/accessibility.html",
    "/lecture.json",
  ])
    expect([path, (await ask(server.port, path, { cookie })).status]).toEqual([path, 200]);
  expect((await ask(server.port, "/nothing.html", { cookie })).status).toBe(404);
});

test("under a foreign name nothing is shown", async () => {
  const { server } = await serve();
  for (const host of ["evil.example", `evil.example:${server.port}`, `192.168.1.5:${server.port}`]) {
    const answer = await ask(server.port, "/", { host });
    expect(answer.status).toBe(403);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.body).not.toContain("Stone");
  }
});

test("a foreign page gets no file and no line, even with the cookie", async () => {
  const { server } = await serve();
  const cookie = cookieOf(await ask(server.port, "/"));
  const host = `localhost:${server.port}`;
  for (const origin of ["https://evil.example", "http://localhost:3000", "null"]) {
    expect((await ask(server.port, "/assets/eras/01-war.js", { cookie, origin })).status).toBe(403);
    expect((await ask(server.port, "/-/join", { cookie, origin }, "KEY")).status).toBe(403);
    expect(await line(server.port, { cookie, origin, host })).toBeUndefined();
  }
  expect(await line(server.port, { cookie, host })).toBeUndefined();
  expect(await line(server.port, { origin: `http://${host}`, host })).toBeUndefined();
  expect(await line(server.port, { cookie, origin: `http://${host}`, host })).toBeDefined();
});

test("other pages cannot load the lecture as a script of theirs", async () => {
  const { server } = await serve();
  const cookie = cookieOf(await ask(server.port, "/"));
  const { headers } = await ask(server.port, "/assets/eras/01-war.js", { cookie });
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test.each([
  "/../deck.yaml",
  "/assets/../../deck.yaml",
  "/%2e%2e/deck.yaml",
  "/assets/%2e%2e%2fdeck.yaml",
  "/deck.yaml",
  "/01-war.md",
  "/%",
  "//etc/passwd",
])("%s is no file of the site", async (path) => {
  const { server } = await serve();
  const cookie = cookieOf(await ask(server.port, "/"));
  const answer = await ask(server.port, path, { cookie });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.body).not.toContain("A small lecture");
});

test("a device of the network is asked for a key, and joins with it once", async () => {
  const { server, access } = await serve(["192.168.1.5"]);
  const host = `192.168.1.5:${server.port}`;
  const first = await ask(server.port, "/", { host });
  expect(first.body).toContain("Join the preview");
  expect(first.body).not.toContain("Stone");
  expect((await ask(server.port, "/assets/eras/01-war.js", { host })).status).toBe(403);
  expect((await ask(server.port, "/-/join.js", { host })).status).toBe(200);

  const origin = `http://${host}`;
  expect((await ask(server.port, "/-/join", { host, origin }, "WRONGKEY")).status).toBe(403);
  const key = access.invite(0);
  const joined = await ask(server.port, "/-/join", { host, origin }, key);
  expect(joined.status).toBe(204);
  expect((await ask(server.port, "/-/join", { host, origin }, key)).status).toBe(403);
  const cookie = cookieOf(joined);
  expect((await ask(server.port, "/", { host, cookie })).body).toContain("Stone");
});

test("a guest cannot open the editor, nor ask others in", async () => {
  const { server, access, opened } = await serve(["192.168.1.5"]);
  const host = `192.168.1.5:${server.port}`;
  const origin = `http://${host}`;
  const cookie = cookieOf(await ask(server.port, "/-/join", { host, origin }, access.invite(0)));
  const guest = await line(server.port, { host, origin, cookie });
  await guest?.heard("welcome");
  guest?.send({ kind: "open", slide: "war/stone" });
  guest?.send({ kind: "invite" });
  guest?.send({ kind: "at", slide: "war/stone", version: 1 });
  await guest?.heard("source");
  expect(guest?.told.map(({ kind }) => kind)).toEqual(["problems", "welcome", "source"]);
  expect(opened).toEqual([]);
});

test("a slide is opened in the editor by its name alone", async () => {
  const { server, opened } = await serve();
  const host = `localhost:${server.port}`;
  const cookie = cookieOf(await ask(server.port, "/"));
  const page = await line(server.port, { host, cookie, origin: `http://${host}` });
  for (const message of [
    { kind: "open", slide: "../../etc/passwd" },
    { kind: "open", slide: "war/stone; rm -rf /" },
    { kind: "open", file: "/etc/passwd", line: 1 },
    "no message",
    { kind: "open", slide: "war/iron" },
  ])
    page?.send(message);
  await page?.heard("opened");
  expect(opened).toMatchObject([{ file: "01-war.md", line: 19 }]);
});

test("the place of a problem is opened only where it lies in the deck", async () => {
  const { server, deck, opened } = await serve();
  await deck.save("01-war.md", (DECK["01-war.md"] ?? "").replace("[click] Another", "[show nobody] Another"));
  await deck.passTime();
  const host = `localhost:${server.port}`;
  const page = await line(server.port, {
    host,
    cookie: cookieOf(await ask(server.port, "/")),
    origin: `http://${host}`,
  });
  const number = deck.session.problems().findIndex(({ severity }) => severity === "error");
  page?.send({ kind: "open-problem", number: 99 });
  page?.send({ kind: "open-problem", number });
  await page?.heard("opened");
  expect(opened).toMatchObject([{ file: "01-war.md", line: 12, code: "unknown-target" }]);

  await rename(deck.folder, `${deck.folder}-away`);
  deck.session.changed("all");
  await deck.session.settled();
  page?.send({ kind: "open-problem", number: 0 });
  page?.send({ kind: "at", slide: "war/iron", version: 1 });
  await page?.heard("source");
  expect(opened).toHaveLength(1);
  await rename(`${deck.folder}-away`, deck.folder);
});

test("a picture that is taken away while it is shown is not there, and the server is", async () => {
  const { server, deck } = await serve();
  const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==",
    "base64",
  );
  await deck.save("media/dot.png", picture);
  await deck.save("02-peace.md", "## Bread {#bread}\n\n![A dot](media/dot.png)\n");
  const cookie = cookieOf(await ask(server.port, "/"));
  expect((await ask(server.port, "/assets/media/dot.png", { cookie })).status).toBe(200);
  await rm(join(deck.folder, "media/dot.png"));
  expect((await ask(server.port, "/assets/media/dot.png", { cookie })).status).toBe(404);
  expect((await ask(server.port, "/", { cookie })).status).toBe(200);
});

test("an edit reaches every page, and a page that was away is brought up to date", async () => {
  const { server, deck } = await serve();
  const host = `localhost:${server.port}`;
  const headers = { host, cookie: cookieOf(await ask(server.port, "/")), origin: `http://${host}` };
  const conversation = await line(server.port, headers);
  await conversation?.heard("welcome");
  // The helper's session tells its own list; a page hears what it missed when it says what it has.
  await deck.save("01-war.md", (DECK["01-war.md"] ?? "").replace("- One", "- First"));
  conversation?.send({ kind: "at", slide: "war/stone", version: 1 });
  expect(await conversation?.heard("lecture")).toMatchObject({ version: 2, stale: [0, 1, 2, 3] });
});

test("what windows of a talk say goes to the others", async () => {
  const { server } = await serve();
  const host = `localhost:${server.port}`;
  const headers = { host, cookie: cookieOf(await ask(server.port, "/")), origin: `http://${host}` };
  const [one, two] = [await line(server.port, headers), await line(server.port, headers)];
  one?.send({ kind: "talk", message: { kind: "hello" } });
  expect(await two?.heard("talk")).toEqual({ kind: "talk", message: { kind: "hello" } });
  expect(one?.told.some(({ kind }) => kind === "talk")).toBe(false);
});

test("media elements get the part that they ask for", async () => {
  const { server } = await serve();
  const cookie = cookieOf(await ask(server.port, "/"));
  const part = await ask(server.port, "/transcript.txt", { cookie, range: "bytes=2-5" });
  expect(part.status).toBe(206);
  expect(part.body).toHaveLength(4);
  expect((await ask(server.port, "/transcript.txt", { cookie, range: "bytes=999999-" })).status).toBe(416);
});
