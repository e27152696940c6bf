/** Private notes are in the lecturer's own build, and in no byte of any other. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPdf } from "../outputs/read-pdf.ts";
import { makeHome, type Home } from "./helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.remove());

/** Words that stand nowhere else, in everything that notes may hold. */
const SECRETS = ["Xylomarimbo", "Quetzalphone", "Wyvernstock", "Zyzzyvapor", "Fjordglyphe", "귀뚜라미"];
const [plain, emphasised, linked, pictured, noted, korean] = SECRETS;
const NOTES = `
Note:
Tell them about the ${plain}, and *${emphasised}*.

- [slowly](https://example.org/${linked})
- ![${pictured}](stone.png)
- [@nobody, ${noted}] ${korean}
`;

const deck = (notes: string) => ({
  "deck.yaml": "title: A small lecture\nlanguage: en\ndate: 2026-01-02\n",
  "01-first.md": `## Stone {#stone}\n\n- One\n- Two\n\nNarration:\n[click] A stone is laid. [click] Another follows.\n${notes}\n---\n\n## Bread {#bread}\n`,
  "02-second.md": `## Salt {#salt}\n\nNarration:\nSalt is carried home.\n${notes}`,
  "stone.png": Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==",
    "base64",
  ),
});

/** Path → bytes of a folder's files, and of what is packed inside them. */
async function allBytes(folder: string): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll(sep, "/");
    const bytes = await readFile(path);
    found.set(name, bytes);
    if (name.endsWith(".zip"))
      for (const [inner, content] of Object.entries(unzipSync(bytes)))
        found.set(`${name}/${inner}`, Buffer.from(content));
    if (name.endsWith(".pdf")) {
      for (const [i, stream] of streamsOf(bytes).entries()) found.set(`${name}/stream ${i}`, stream);
      const { pages, ...rest } = await readPdf(bytes);
      found.set(`${name}/text`, Buffer.from(JSON.stringify([pages, rest])));
    }
  }
  return found;
}

/** What the compressed streams of a PDF hold. */
function streamsOf(pdf: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (let at = pdf.indexOf("stream\n"); at !== -1; at = pdf.indexOf("stream\n", at + 7)) {
    try {
      streams.push(inflateSync(pdf.subarray(at + 7)));
    } catch {
      // The end of a stream, or one that is not compressed and was searched as it is.
    }
  }
  return streams;
}

/** The files in which a word stands, in any of the ways that text is written to files. */
function holding(files: ReadonlyMap<string, Buffer>, words: readonly string[]): string[] {
  const needles = words.flatMap((word) => [
    Buffer.from(word, "utf8"),
    Buffer.from(word, "utf16le"),
    Buffer.from(word, "utf16le").swap16(),
    Buffer.from(encodeURIComponent(word)),
  ]);
  return [...files]
    .filter(([, bytes]) => needles.some((needle) => bytes.includes(needle)))
    .map(([path]) => path);
}

describe("private notes", () => {
  it("are in no byte of a public build: it is the same as that of a deck with empty lines in their place", async () => {
    await home.write("talk", deck(NOTES));
    const { code, stderr } = await home.run("build", "talk", "--zip");
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("error")]);
    const files = await allBytes(join(home.folder, "dist"));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        "index.html",
        "speaker.html",
        "handout.pdf",
        "handout.pdf/text",
        "site.zip/read.html",
      ]),
    );
    expect(holding(files, ["Stone"])).toEqual(
      expect.arrayContaining(["handout.pdf/text", "site.zip/index.html", "assets/eras/01-first.js"]),
    );
    expect(holding(files, SECRETS)).toEqual([]);

    await home.write("talk", deck(NOTES.replace(/[^\n]/g, "")));
    const without = await home.run("build", "talk", "--zip", "--out", "without");
    expect(without.code).toBe(0);
    const same = await allBytes(join(home.folder, "without"));
    expect([...files.keys()].sort()).toEqual([...same.keys()].sort());
    const changed = [...files].filter(([path, bytes]) => !bytes.equals(same.get(path) ?? Buffer.of()));
    expect(changed.map(([path]) => path)).toEqual([]);
    // Two handouts are printed.
  }, 240_000);

  it("are in the scripts of notes alone with --speaker, and the pages and the last lines say whose it is", async () => {
    await home.write("talk", deck(NOTES));
    const { code, stdout } = await home.run("build", "talk", "--speaker", "--no-audio");
    expect(code).toBe(0);
    expect(stdout).toContain("→ dist-speaker/speaker.html");
    expect(stdout).toContain("dist-speaker holds your private notes: it is yours, and not for publishing.");
    const files = await allBytes(join(home.folder, "dist-speaker"));
    expect(holding(files, SECRETS).sort()).toEqual(["assets/notes/01-first.js", "assets/notes/02-second.js"]);
    for (const secret of SECRETS.filter((word) => word !== linked))
      expect(holding(files, [secret])).toContain("assets/notes/01-first.js");
    expect(holding(files, ["Not for publishing"])).toEqual(
      expect.arrayContaining(["index.html", "speaker.html"]),
    );
  });

  it("stay out of a folder that holds a public build, and a public build out of theirs", async () => {
    await home.write("talk", deck(NOTES));
    const quietly = ["--no-audio", "--only", "site"] as const;
    await home.run("build", "talk", ...quietly);
    const into = await home.run("build", "talk", "--speaker", "--out", "dist", ...quietly);
    expect([into.code, into.stderr]).toEqual([2, expect.stringContaining("such as --out dist-speaker")]);
    await home.run("build", "talk", "--speaker", ...quietly);
    const over = await home.run("build", "talk", "--out", "dist-speaker", ...quietly);
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining("such as --out dist")]);
    expect(holding(await allBytes(join(home.folder, "dist")), SECRETS)).toEqual([]);
    const packed = await home.run("build", "talk", "--speaker", "--zip", ...quietly);
    expect([packed.code, packed.stderr]).toEqual([2, expect.stringContaining("leave one out")]);
  });
});
