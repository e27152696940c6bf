import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDeck } from "../../scripts/io/read-deck.ts";

/** One transparent pixel: GIF89a, 2 × 3. */
const GIF = Buffer.from("R0lGODlhAgADAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAMAAAICRAEAOw==", "base64");

let root: string;
let deck: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "read-deck-"));
  deck = join(root, "talk");
  await mkdir(join(deck, "media"), { recursive: true });
  await writeFile(join(deck, "01-one.md"), "## One\n");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const codes = async () => (await readDeck(deck)).problems.map((p) => `${p.file} ${p.code}`);

describe("reading a deck's folder", () => {
  it("takes the text of what the parser reads, and only the size of the rest", async () => {
    await writeFile(join(deck, "media/film.mp4"), "film");
    const { deck: files, problems } = await readDeck(deck);
    expect(files.name).toBe("talk");
    expect([...files.files.values()]).toEqual([
      { path: "01-one.md", sizeBytes: 7, bytes: Buffer.from("## One\n") },
      { path: "media/film.mp4", sizeBytes: 4 },
    ]);
    expect(problems).toEqual([]);
  });

  it("knows how large a picture is, and says when one is none", async () => {
    await writeFile(join(deck, "media/a.gif"), GIF);
    await writeFile(join(deck, "media/b.png"), "no picture");
    const { deck: files, problems } = await readDeck(deck);
    expect(files.files.get("media/a.gif")?.picture).toEqual({ widthPx: 2, heightPx: 3 });
    expect(problems).toEqual([
      expect.objectContaining({ code: "unreadable-picture", file: "media/b.png", severity: "warning" }),
    ]);
  });

  it("leaves alone what belongs to tools", async () => {
    for (const folder of [".git", "node_modules", "dist"]) {
      await mkdir(join(deck, folder));
      await writeFile(join(deck, folder, "a.md"), "# No\n");
    }
    expect([...(await readDeck(deck)).deck.files.keys()]).toEqual(["01-one.md"]);
  });

  it("lists files in one order on every machine", async () => {
    for (const name of ["10-b.md", "09-a.md", "Z.md", "a.md"]) await writeFile(join(deck, name), "");
    expect([...(await readDeck(deck)).deck.files.keys()]).toEqual([
      "01-one.md",
      "09-a.md",
      "10-b.md",
      "Z.md",
      "a.md",
    ]);
  });
});

describe("a link", () => {
  it("to a file of the deck is followed", async () => {
    await symlink("01-one.md", join(deck, "02-two.md"));
    expect((await readDeck(deck)).deck.files.get("02-two.md")?.bytes).toEqual(Buffer.from("## One\n"));
  });

  it("out of the deck is an error, and nothing behind it is read", async () => {
    await writeFile(join(root, "secret.md"), "secret");
    await symlink(join(root, "secret.md"), join(deck, "02-two.md"));
    await symlink(root, join(deck, "media/up"));
    expect(await codes()).toEqual(["02-two.md outside-deck", "media/up outside-deck"]);
    expect([...(await readDeck(deck)).deck.files.keys()]).toEqual(["01-one.md"]);
  });

  it("in a circle ends", async () => {
    await symlink(".", join(deck, "media/self"));
    await symlink("gone", join(deck, "media/dead"));
    expect(await codes()).toEqual(["media/dead outside-deck", "media/self linked-folder"]);
  });
});

describe("a folder that is not there", () => {
  it("fails with the system's own code", async () => {
    await expect(readDeck(join(root, "none"))).rejects.toThrow("ENOENT");
  });
});
