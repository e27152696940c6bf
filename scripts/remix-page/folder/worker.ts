/**
 * The worker that packs a folder: `assets/remix-folder.js`. Pages of a lecture may fetch nothing, by their own policy; a worker has the policy that its own
 * file came with (CSP 3, 6.1.17 and 7.8). It fetches from the lecture's folder alone, and only when it is asked to.
 */
import type { OfflineFile, OfflineList } from "../../offline/list.ts";
import { scriptJson } from "../../outputs/site/json.ts";
import { SAVED } from "../../offline/saved.ts";
import { stylesheetFiles } from "./stylesheet-files.ts";
import { startZip } from "./zip.ts";
import type { PackAnswer, PackAsk } from "./protocol.ts";

const site = new URL("../", self.location.href);

/** A file that the host does not give. */
class Missing extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} does not come`);
    this.path = path;
  }
}

async function load(path: string): Promise<Uint8Array> {
  const address = new URL(path.split("/").map(encodeURIComponent).join("/"), site);
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok !== true) throw new Missing(path);
  return new Uint8Array(await response.arrayBuffer());
}

async function pack(ask: Extract<PackAsk, { kind: "pack" }>): Promise<Blob> {
  const zip = startZip();
  const listed: OfflineFile[] = [];
  const put = async (path: string, bytes: Uint8Array) => {
    if (SAVED.test(path)) listed.push({ path, sizeBytes: bytes.length, sha256: await sha256(bytes) });
    zip.add(`${ask.folder}/${path}`, bytes);
  };
  for (const { path, text } of ask.made) await put(path, new TextEncoder().encode(text));
  const wanted = new Set([...ask.paths, ...ask.optional]);
  let done = 0;
  // Stylesheets name more files: a set gives those that are added while it is gone through.
  for (const path of wanted) {
    const bytes = await load(path).catch((error: unknown) => {
      if (ask.optional.includes(path)) return undefined;
      throw error;
    });
    if (bytes !== undefined) await put(path, bytes);
    if (bytes !== undefined && path.endsWith(".css"))
      for (const named of stylesheetFiles(path, new TextDecoder().decode(bytes))) wanted.add(named);
    done += 1;
    answer({ kind: "progress", done, total: wanted.size });
  }
  const list: OfflineList = {
    version: (await sha256(new TextEncoder().encode(JSON.stringify(listed)))).slice(0, 16),
    files: listed,
  };
  zip.add(
    `${ask.folder}/offline-list.js`,
    new TextEncoder().encode(`lanternist.offline(${scriptJson(list)});\n`),
  );
  return zip.end();
}

/** In hexadecimal. Empty on hosts without `https:`, where browsers have no hashes: nothing can be saved for offline from there either. */
async function sha256(bytes: Uint8Array): Promise<string> {
  if (!self.isSecureContext) return "";
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function act(ask: PackAsk): Promise<PackAnswer> {
  if (ask.kind === "pack") return { kind: "packed", archive: await pack(ask) };
  const texts = await Promise.all(ask.paths.map(load));
  return { kind: "texts", texts: texts.map((bytes) => new TextDecoder().decode(bytes)) };
}

const answer = (message: PackAnswer): void => self.postMessage(message, []);

self.addEventListener("message", ({ data }: MessageEvent<PackAsk>) => {
  act(data).then(answer, (error: unknown) => {
    if (!(error instanceof Missing)) throw error;
    answer({ kind: "failed", path: error.path });
  });
});
