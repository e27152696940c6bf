import { createServer, type Server } from "node:http";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DownloadFailed, downloadBrowser, puppeteerCache } from "../../scripts/io/browser/download.ts";

let folder: string;
let server: Server;
let asked: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "download-"));
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

it("asks for the headless shell that Puppeteer drives, and says why when it cannot be had", async () => {
  const { port } = server.address() as AddressInfo;
  const download = downloadBrowser({
    env: { PUPPETEER_CACHE_DIR: folder },
    progress: () => {},
    baseUrl: `http://127.0.0.1:${port}`,
  });
  await expect(download).rejects.toThrow(DownloadFailed);
  expect(asked[0]).toMatch(/^\/\d+\.[\d.]+\/[^/]+\/chrome-headless-shell-[^/]+\.zip$/);
  const left = await readdir(folder, { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile() && entry.name.endsWith(".zip"))).toEqual([]);
});

it("keeps it where Puppeteer does", () => {
  expect(puppeteerCache({ PUPPETEER_CACHE_DIR: "/here" })).toBe("/here");
  expect(puppeteerCache({ HOME: "/home/ada" })).toBe("/home/ada/.cache/puppeteer");
});
