import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { playedTo, seekTo, useSite } from "./helper.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  mp3: "audio/mpeg",
};

/** The simplest host there is: whole files only, no HTTP Range. */
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
  readFile(join(site.folder, path)).then(
    (bytes) => {
      response.setHeader("Content-Type", TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream");
      response.setHeader("Last-Modified", "Sun, 01 Nov 2026 00:00:00 GMT");
      return response.end(bytes);
    },
    () => response.writeHead(404).end(),
  );
});
const site = useSite(undefined, { host: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("on a host that serves whole files only, seeking still moves the sound", async () => {
  const { page, complaints } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 300);
  for (const [goal, startMs] of [
    [2_000, 0],
    [1_000, 0],
    [5_000, 3_500],
  ] as const) {
    await seekTo(page, goal);
    await playedTo(page, goal + 200);
    const [position, soundMs] = await page.evaluate(() => [
      Number(document.querySelector<HTMLInputElement>("#seek")?.value),
      (document.querySelector("audio")?.currentTime ?? 0) * 1000 - 69,
    ]);
    expect(Math.abs(startMs + (soundMs ?? 0) - (position ?? 0))).toBeLessThan(100);
  }
  expect(complaints).toEqual([]);
});
