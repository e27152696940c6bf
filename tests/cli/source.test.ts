/** `source.zip` in the site: unpacked and built again, it gives the same site, and it knows nothing private. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unpackZip } from "../../scripts/io/unpack-zip.ts";
import { toInt16 } from "../../scripts/narration/audio/pcm.ts";
import { writeWav } from "../../scripts/narration/audio/wav.ts";
import { tone } from "../narration/signals.ts";
import { filesIn, makeHome, type Home } from "./helper.ts";

const SECRET = "Xylomarimbo";
const svg = (title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>${title}</title><path d="M0 0h8v8H0z"/></svg>`;
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
  "base64",
);
const recording = writeWav(toInt16(tone(200, 0.1, 4, 44_100)), 44_100);

/** Uses all that a deck can hold, and hides a secret wherever one can be. */
const DECK: Readonly<Record<string, string | Uint8Array>> = {
  "deck.yaml": `title: A full lecture # ${SECRET}\nlanguage: en\nlicense: CC-BY-4.0\nsources: sources.bib\n`,
  "sources.bib": `@book{stone, title = {Stones}, author = {Ada Mason}, year = {1999}, publisher = {Quarry}, file = {/home/${SECRET}.pdf}}\n`,
  "01-first.md": `---\ntitle: First # ${SECRET}\nspan: 1950/1953\n---\n\n## Stone {#stone}\n\n<!-- ${SECRET}\n${SECRET} -->\n\n- One [@stone]\n- Two[^1]\n\n![A stone](media/stone.svg)\n\nNarration:\n[click] A stone is laid, see [the quarry]. [click] Another follows.\n\nNote:\nTell them of ${SECRET} [^2], [mine].\n![${SECRET}](media/private.svg)\n\n[^1]: Not the first.\n[^2]: ${SECRET}\n\n[the quarry]: https://example.org/quarry\n[mine]: https://example.org/${SECRET}\n\n---\n\n## Where {#where .optional}\n\n\`\`\`map {#coast}\n# ${SECRET}\nextent: [28.5, 30.5, 32.5, 32.5]\nplaces:\n  - { id: city, name: City, at: [31.2, 29.9] } # ${SECRET}\n\`\`\`\n\nNarration:\n[focus coast/city] Here it lay.\n\nNotes: ${SECRET}\n`,
  "02-second.md": `\uFEFF## Bread {#bread}\r\n\r\n![A loaf](media/loaf.png)\r\n\r\nNarration:\r\nBread is baked.\r\n\r\nNote:\r\n${SECRET}\r\n\r\n---\r\n\r\n## Salt {#salt}\r\n\r\nNarration:\r\nSalt is carried home.\r\n`,
  "drawings.json": JSON.stringify({
    format: "lanternist-drawings",
    version: 1,
    deck: "talk",
    slides: {
      "second/bread": [{ id: "l1", tool: "pen", ink: "red", width: 0.004, points: [0.1, 0.1, 0.4, 0.1] }],
    },
  }),
  "media/stone.svg": svg("A stone"),
  "media/stone.svg.credit.yaml": `title: A stone\nauthor: Ada Mason\nlicense: CC0-1.0 # ${SECRET}\n`,
  "media/loaf.png": png,
  "media/private.svg": svg(SECRET),
  // Its name is the end of a name that is used.
  "stone.svg": svg(SECRET),
  "media/unused.png": png,
  "media/unused.png.credit.yaml": `title: ${SECRET}\n`,
  "recordings/first/stone.wav": recording,
  "recordings/first/stone.txt": "A stone is laid, see the quarry. Another follows.",
  "drafts/later.md": SECRET,
  "README.md": SECRET,
  LICENSE: "CC BY 4.0\n",
};

/** The paths of a source that is complete, without recordings. */
const SOURCE = [
  "01-first.md",
  "02-second.md",
  "LICENSE",
  "deck.yaml",
  "drawings.json",
  "media/loaf.png",
  "media/stone.svg",
  "media/stone.svg.credit.yaml",
  "sources.bib",
];
const RECORDINGS = ["recordings/first/stone.txt", "recordings/first/stone.wav"];

let home: Home;
beforeAll(async () => {
  home = await makeHome();
});
afterAll(() => home.remove());

/** Builds, and says what is in the site and in its source. */
async function build(deck: string, out: string, ...options: string[]) {
  const { code, stderr } = await home.run("build", deck, "--out", out, ...options);
  expect([code, stderr.match(/^.* error .*$/gm)]).toEqual([0, null]);
  const site = await filesIn(join(home.folder, out));
  return { site, source: sourceOf(site) };
}

/** What is in the source of a site. */
const sourceOf = (site: ReadonlyMap<string, Buffer>): Map<string, Uint8Array> =>
  new Map(unpackZip(site.get("source.zip") ?? new Uint8Array(), "source.zip"));

/** Unpacks a source and builds it. @returns the files of one of the two sites that are not the same in both */
async function builtAgain(
  { site, source }: Awaited<ReturnType<typeof build>>,
  name: string,
  ...options: string[]
): Promise<string[]> {
  await home.write(`${name}-unpacked`, Object.fromEntries(source));
  const [folder = ""] = [...source.keys()][0]?.split("/") ?? [];
  const again = await build(`${name}-unpacked/${folder}`, `${name}-again`, ...options);
  const paths = new Set([...site.keys(), ...again.site.keys()]);
  return [...paths].filter((path) => site.get(path)?.equals(again.site.get(path) ?? Buffer.of()) !== true);
}

describe("the source of a site builds the same site, byte for byte", () => {
  test("with media, map, drawings, bibliography and sound, and holds nothing private", async () => {
    const { "recordings/first/stone.wav": _, ...spoken } = DECK;
    await home.write("talk", spoken);
    const first = await build("talk", "spoken", "--only", "site");
    expect([...first.source.keys()].sort()).toEqual(SOURCE.map((path) => `talk/${path}`));
    for (const [path, bytes] of [...first.source, ...first.site])
      expect([path, Buffer.from(bytes).includes(SECRET)]).toEqual([path, false]);
    expect([...first.site.keys()].some((path) => path.startsWith("audio/"))).toBe(true);
    expect(await builtAgain(first, "spoken", "--only", "site")).toEqual([]);
  }, 240_000);

  test("with recordings that the deck makes public", async () => {
    await home.write("public/talk", {
      ...DECK,
      "deck.yaml": `${String(DECK["deck.yaml"])}recordings: public\n`,
    });
    const first = await build("public/talk", "public-one", "--only", "site");
    expect([...first.source.keys()].sort()).toEqual(
      [...SOURCE, ...RECORDINGS].sort().map((path) => `talk/${path}`),
    );
    expect(await builtAgain(first, "public-one", "--only", "site")).toEqual([]);
  }, 240_000);

  test("without the optional slides, which are in the source all the same", async () => {
    await home.write("short/talk", DECK);
    const first = await build("short/talk", "short-one", "--only", "site", "--no-audio", "--short");
    expect(Buffer.from(first.source.get("talk/01-first.md") ?? []).toString()).toContain("#where");
    expect(await builtAgain(first, "short-one", "--only", "site", "--no-audio", "--short")).toEqual([]);
  }, 120_000);

  test("of a course, as a deck of its own", async () => {
    await home.write("course/talk", {
      ...DECK,
      "courses/reversed.yaml": `title: Backwards # ${SECRET}\nslides:\n  - use: second/bread\n    title: Loaves\n  - use: first/where\n  - use: first/stone\n`,
    });
    const options = ["--only", "site", "--no-audio"];
    await home.run("build", "course/talk", "--out", "course-all", "--course", "reversed", ...options);
    const site = await filesIn(join(home.folder, "course-all/courses/reversed"));
    const source = sourceOf(site);
    for (const [path, bytes] of source)
      expect([path, Buffer.from(bytes).includes(SECRET)]).toEqual([path, false]);
    expect(await builtAgain({ site, source }, "course-one", ...options)).toEqual([]);
  }, 120_000);

  test("of a plain folder, with keys in its front matter", async () => {
    await home.write("plain/Two stones", {
      "a.md": `---\ntitle: Two stones # ${SECRET}\nsources: refs.yaml\n---\n\n# One [@a]\n\nWords.\n\n---\n\n# Two\n\n![A stone](stone.svg)\n\nNote: ${SECRET}\n`,
      "refs.yaml": `# ${SECRET}\n- id: a\n  type: book\n  title: Stones\n  publisher: Quarry\n  issued: 1999\n  author: [{ family: Mason, given: Ada }]\n`,
      "stone.svg": svg("A stone"),
      "README.md": SECRET,
    });
    const first = await build("plain/Two stones", "plain-one", "--only", "site", "--no-audio");
    expect([...first.source.keys()]).toEqual(
      ["a.md", "refs.yaml", "stone.svg"].map((path) => `Two stones/${path}`),
    );
    for (const [path, bytes] of first.source)
      expect([path, Buffer.from(bytes).includes(SECRET)]).toEqual([path, false]);
    expect(await builtAgain(first, "plain-one", "--only", "site", "--no-audio")).toEqual([]);
  }, 120_000);
});

test("private recordings stay at home: the source has the words, and another voice says them", async () => {
  await home.write("private/talk", DECK);
  const first = await build("private/talk", "private-one", "--only", "site");
  expect([...first.source.keys()].sort()).toEqual(SOURCE.map((path) => `talk/${path}`));
  const differing = await builtAgain(first, "private-one", "--only", "site");
  expect(differing.filter((path) => path.startsWith("audio/"))).not.toEqual([]);
  // The slides are the same.
  expect(differing).not.toContain("assets/theme.css");
}, 240_000);

test("a speaker's own build has the source that others get", async () => {
  await home.write("own/talk", DECK);
  const options = ["--only", "site", "--no-audio"];
  const own = await build("own/talk", "own-one", "--speaker", ...options);
  const shared = await build("own/talk", "shared-one", ...options);
  expect([...own.site.values()].some((bytes) => bytes.includes(SECRET))).toBe(true);
  expect(own.site.get("source.zip")?.equals(shared.site.get("source.zip") ?? Buffer.of())).toBe(true);
}, 120_000);

test("the pages link to the source only where it lies beside them", async () => {
  await home.write("linked/talk", DECK);
  const link = 'href="source.zip"';
  const { site } = await build("linked/talk", "linked-one", "--only", "site", "--no-audio");
  expect(site.get("index.html")?.toString()).toContain(link);
  expect(site.get("read.html")?.toString()).toContain(link);
  await home.run("build", "linked/talk", "--out", "read-one", "--only", "read", "--no-audio");
  const page = await readFile(join(home.folder, "read-one/read.html"), "utf8");
  expect(page).not.toContain(link);
}, 120_000);
