/** A handout that carries its source: what is unpacked from it builds the same lecture, and knows nothing private. */
import { unzipSync } from "fflate";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesIn, makeHome, type Home } from "./helper.ts";

const SECRET = "Xylomarimbo";
const DECK: Readonly<Record<string, string | Uint8Array>> = {
  "deck.yaml": `title: A small lecture # ${SECRET}\nlanguage: en\ndate: 2026-01-02\nlicense: CC-BY-4.0\nsources: sources.bib\ncredits: [{ title: A stone, license: CC0-1.0, files: [media/stone.svg] }]\n`,
  "sources.bib": `@book{stone, title = {Stones}, author = {Ada Mason}, year = {1999}, publisher = {Quarry}, file = {/home/${SECRET}/stones.pdf}}\n`,
  "01-first.md": `---\ntitle: First # ${SECRET}\n---\n\n## Stone {#stone}\n\n<!-- ${SECRET} -->\n\n- One [@stone]\n- Two[^1]\n\n![A stone](media/stone.svg)\n\nNarration:\n[click] A stone is laid, see [the quarry]. [click] Another follows.\n\nNote:\nTell them of ${SECRET} [^2].\n![${SECRET}](media/private.svg)\n\n[^1]: Not the first.\n[^2]: ${SECRET}\n\n[the quarry]: https://example.org/quarry\n\n---\n\n## Bread {#bread}\n\nNarration:\nBread is baked.\n`,
  "media/stone.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>A stone</title><path d="M0 0h8v8H0z"/></svg>',
  "media/private.svg": `<svg xmlns="http://www.w3.org/2000/svg"><title>${SECRET}</title></svg>`,
  "drafts/later.md": SECRET,
  LICENSE: "CC BY 4.0\n",
};

let home: Home;
beforeAll(async () => {
  home = await makeHome();
});
afterAll(() => home.remove());

test("the source in a handout builds the same lecture byte for byte, and holds nothing private", async () => {
  await home.write("talk", DECK);
  const options = ["--no-audio", "--attach-source"] as const;
  const first = await home.run("build", "talk", "--out", "first", ...options);
  expect([first.code, first.stderr]).toEqual([0, expect.not.stringContaining("warning")]);

  const handout = await readFile(join(home.folder, "first/handout.pdf"));
  const document = await getDocument({ data: new Uint8Array(handout), verbosity: 0 }).promise;
  const attachments = (await document.getAttachments()) as Record<
    string,
    { filename: string; description: string; content: Uint8Array }
  >;
  await document.destroy();
  expect(Object.values(attachments).map(({ filename, description }) => [filename, description])).toEqual([
    ["source.zip", "The source of “A small lecture”: Markdown, pictures and bibliography"],
  ]);
  const source = unzipSync(attachments["source.zip"]?.content ?? new Uint8Array());
  expect(Object.keys(source)).toEqual(
    ["01-first.md", "LICENSE", "deck.yaml", "media/stone.svg", "sources.bib"].map((path) => `talk/${path}`),
  );
  for (const [path, bytes] of Object.entries(source))
    expect([path, Buffer.from(bytes).includes(SECRET)]).toEqual([path, false]);

  await home.write("unpacked", source);
  const again = await home.run("build", "unpacked/talk", "--out", "again", ...options);
  expect(again.code).toBe(0);
  const [one, other] = [await filesIn(join(home.folder, "first")), await filesIn(join(home.folder, "again"))];
  expect([...other.keys()].sort()).toEqual([...one.keys()].sort());
  expect(
    [...one.keys()].filter((path) => one.get(path)?.equals(other.get(path) ?? Buffer.of()) !== true),
  ).toEqual([]);
  for (const [path, bytes] of one) expect([path, bytes.includes(SECRET)]).toEqual([path, false]);

  const checked = await home.run("check", "--pdf", "first/handout.pdf", "--strict");
  expect([checked.code, checked.stderr]).toEqual([0, ""]);
}, 240_000);

test("without being asked, a handout carries nothing", async () => {
  await home.write("talk", DECK);
  await home.run("build", "talk", "--out", "bare", "--no-audio", "--only", "handout");
  const handout = await readFile(join(home.folder, "bare/handout.pdf"));
  const document = await getDocument({ data: new Uint8Array(handout), verbosity: 0 }).promise;
  expect(await document.getAttachments()).toBeNull();
  await document.destroy();
}, 120_000);
