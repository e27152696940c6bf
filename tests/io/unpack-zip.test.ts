import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { BadArchive, readArchive, UNPACK_LIMITS, unpackZip } from "../../scripts/io/unpack-zip.ts";
import { zipFiles } from "../../scripts/outputs/zip.ts";
import { zipByHand, type HandEnd, type HandEntry } from "./zip-by-hand.ts";

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What is in an archive, as text. */
const unpacked = (archive: Uint8Array, limits = UNPACK_LIMITS): Record<string, string> =>
  Object.fromEntries([...unpackZip(archive, "a.zip", limits)].map(([path, bytes]) => [path, text(bytes)]));

/** What is said of an archive that is not unpacked. */
function refusalOf(archive: Uint8Array, limits = UNPACK_LIMITS): string {
  try {
    unpacked(archive, limits);
  } catch (error) {
    if (error instanceof BadArchive) return error.message.replace("a.zip was not unpacked: ", "");
    throw error;
  }
  throw new Error("it was unpacked");
}

describe("an archive is unpacked", () => {
  test("that this program packed", async () => {
    const files = new Map([
      ["talk/01-an-era.md", new TextEncoder().encode("# Одна эпоха\n".repeat(50))],
      ["talk/media/한국.png", new Uint8Array([1, 2, 3])],
      ["talk/empty.txt", new Uint8Array()],
    ]);
    const found = new Map(unpackZip(await zipFiles(files), "a.zip"));
    expect([...found.keys()].sort()).toEqual([...files.keys()].sort());
    for (const [path, content] of files) expect([...(found.get(path) ?? [])]).toEqual([...content]);
  });

  test("with stored and packed files, folders of their own, and a comment", () => {
    const archive = zipByHand(
      [
        { path: "talk/", unixMode: 0o040755, method: 0 },
        { path: "talk/a.md", content: "one" },
        { path: "talk/b.md", content: "two", method: 0 },
        { path: "talk/from-dos.md", content: "three", unixMode: 0 },
      ],
      { comment: "packed on a Sunday" },
    );
    expect(unpacked(archive)).toEqual({
      "talk/a.md": "one",
      "talk/b.md": "two",
      "talk/from-dos.md": "three",
    });
  });

  test("in zip64, in the list and at the end", () => {
    const entries = [
      { path: "a.md", content: "long", zip64: true },
      { path: "b.md", content: "short" },
    ];
    expect(unpacked(zipByHand(entries, { zip64: true }))).toEqual({ "a.md": "long", "b.md": "short" });
  });

  test("whose names are UTF-8 without saying so, as macOS writes them", () => {
    expect(unpacked(zipByHand([{ path: "épisode.md", content: "x", flags: 0 }]))).toEqual({
      "épisode.md": "x",
    });
  });

  test("that is empty", () => {
    expect(unpacked(zipByHand([]))).toEqual({});
  });
});

const ok: HandEntry = { path: "good.md", content: "good" };

describe("an archive is refused", () => {
  const cases: [why: string, entries: HandEntry[], says: string, end?: HandEnd][] = [
    ["a path up", [{ path: "../evil.md" }], '"../evil.md" leads out of the folder'],
    ["a path up in the middle", [{ path: "a/../../evil.md" }], '"a/../../evil.md" leads out of the folder'],
    ["a path up as a folder", [{ path: "a/../" }], '"a/../" leads out of the folder'],
    [
      "an absolute path",
      [{ path: "/etc/evil" }],
      '"/etc/evil" is to be written to a place outside the folder',
    ],
    ["a drive", [{ path: "c:evil.md" }], '"c:evil.md" is to be written to a place outside the folder'],
    ["a backslash", [{ path: "..\\evil.md" }], "has a backslash in its name"],
    ["a zero byte", [{ path: "evil.md\0.png" }], '"evil.md\\u0000.png" has a zero byte in its name'],
    ["an empty name in a path", [{ path: "a//b.md" }], '"a//b.md" has an empty name in its path'],
    ["a dot in a path", [{ path: "./b.md" }], '"./b.md" has an empty name in its path'],
    ["no name", [{ path: "" }], '"" has no name, or one that is too long'],
    ["an endless name", [{ path: "a".repeat(2000) }], "has no name, or one that is too long"],
    ["a name in an old code page", [{ path: Buffer.of(0x82, 0x2e), flags: 0 }], "not written in UTF-8"],
    [
      "a link",
      [{ path: "l", content: "/etc/passwd", unixMode: 0o120777 }],
      '"l" is a link, which may lead anywhere',
    ],
    ["a device", [{ path: "d", unixMode: 0o020666 }], '"d" is neither a file nor a folder'],
    ["a pipe", [{ path: "p", unixMode: 0o010644 }], '"p" is neither a file nor a folder'],
    ["a folder by its mode alone", [{ path: "f", unixMode: 0o040755 }], '"f" is neither a file nor a folder'],
    [
      "a folder with content",
      [{ path: "f/", content: "x", unixMode: 0 }],
      "is a folder with content of its own",
    ],
    ["encryption", [{ ...ok, flags: 0x0801 }], '"good.md" is encrypted; pack it without a password'],
    ["strong encryption", [{ ...ok, flags: 0x0840 }], '"good.md" is encrypted'],
    ["another way of packing", [{ ...ok, method: 14 }], "is packed in a way that is not read here"],
    ["patches", [{ ...ok, flags: 0x0820 }], "is packed in a way that is not read here"],
    ["one name twice", [ok, ok], '"good.md" is in it twice'],
    [
      "two names that differ in case",
      [ok, { path: "Good.MD" }],
      '"Good.MD" and "good.md" are one file on some systems',
    ],
    [
      "folders that differ in case",
      [{ path: "media/a" }, { path: "Media/b" }],
      "are one file on some systems",
    ],
    [
      "two ways to write an accent",
      [{ path: "\u00e9.md" }, { path: "e\u0301.md" }],
      "are one file on some systems",
    ],
    [
      "a file where a folder is",
      [{ path: "a" }, { path: "a/b" }],
      '"a/b" and "a" are one file on some systems',
    ],
    ["a folder where a file is", [{ path: "a/b" }, { path: "a" }], '"a" is in it twice'],
    [
      "two files in the same bytes",
      [ok, { ...ok, sharesHeaderOf: 0 }],
      '"good.md" lies over another file of the archive',
    ],
    [
      "another name in its place",
      [{ ...ok, localPath: "evil.md" }],
      "is one thing in the archive's list and another in its place",
    ],
    ["a wrong check sum", [{ ...ok, says: { crc32: 1 } }], '"good.md" is broken: its check sum is wrong'],
    [
      "less than it says",
      [{ ...ok, says: { sizeBytes: 5 } }],
      '"good.md" is broken, or not as big as the archive says',
    ],
    [
      "more than it says",
      [{ ...ok, says: { sizeBytes: 3 } }],
      '"good.md" is broken, or not as big as the archive says',
    ],
    [
      "more than nothing",
      [{ ...ok, says: { sizeBytes: 0 } }],
      '"good.md" is broken, or not as big as the archive says',
    ],
    ["packed bytes that are none", [{ ...ok, packed: Buffer.from("nonsense") }], '"good.md" is broken'],
    [
      "bytes after the packed ones",
      [{ ...ok, packed: Buffer.concat([deflateRawSync("good"), Buffer.of(1)]) }],
      '"good.md" is broken',
    ],
    ["more entries than it lists", [ok], "its list of files is broken", { entries: 2 }],
    [
      "fewer entries than it lists",
      [ok, { path: "b" }],
      "its list of files is longer than it says",
      { entries: 1 },
    ],
    ["a list elsewhere", [ok], "its list of files is not where it says", { listAt: 1 }],
    [
      "something between list and end",
      [ok],
      "its list of files is not where it says",
      { between: Buffer.of(1, 2) },
    ],
    ["a part of several", [ok], "it is one part of several", { disk: 1 }],
    ["sizes beyond reason", [ok], "it names a size that cannot be", { zip64: true, listAt: 2 ** 60 }],
  ];
  test.each(cases)("with %s", (_, entries, says, end) => {
    expect(refusalOf(zipByHand(entries, end))).toContain(says);
  });

  test("when it is no archive at all", () => {
    for (const content of ["", "PK", "a letter, not an archive", "PK\u0003\u0004".repeat(40)])
      expect(refusalOf(new TextEncoder().encode(content))).toBe(
        "it is no zip archive, or its end is missing",
      );
  });

  test("wherever it was cut off", () => {
    const whole = zipByHand([ok, { path: "b.md", content: "second" }]);
    for (let length = 0; length < whole.length; length++)
      expect(refusalOf(whole.subarray(0, length))).toMatch(/end is missing|not where it says/);
  });

  test("or unpacked right, whichever byte of it was changed", () => {
    const files = { "good.md": "good", "b.md": "second second second" };
    const whole = zipByHand(Object.entries(files).map(([path, content]) => ({ path, content })));
    /** What comes of it: the contents, or that it is refused. Another error is a bug. */
    const outcome = (archive: Uint8Array): string[] | "refused" => {
      try {
        return Object.values(unpacked(archive));
      } catch (error) {
        if (error instanceof BadArchive) return "refused";
        throw error;
      }
    };
    const outcomes = Array.from({ length: whole.length * 8 }, (_, bit) => {
      const changed = Buffer.from(whole);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return outcome(changed);
    });
    expect(new Set(outcomes.map((found) => found.toString()))).toEqual(
      new Set(["refused", Object.values(files).toString()]),
    );
  });

  test("with a name that would confuse a terminal, which is written out", () => {
    expect(refusalOf(zipByHand([{ path: "../\u001b[2J\u202egpj.exe" }]))).toBe(
      '"../\\u001b[2J\\u{202e}gpj.exe" leads out of the folder',
    );
  });
});

describe("a bomb is refused", () => {
  const zeros = new Uint8Array(4 * 1024 * 1024);

  test("by how much bigger it would become, before it is unpacked", () => {
    expect(refusalOf(zipByHand([{ path: "b", content: zeros }]))).toBe(
      '"b" would become more than 200 times its size',
    );
  });

  test("that says it is small: it is unpacked no further than that", () => {
    const lying = zipByHand([{ path: "b", content: zeros, says: { sizeBytes: 1000 } }]);
    expect(refusalOf(lying)).toContain("not as big as the archive says");
  });

  test("by the size of one file, and of all", () => {
    const archive = zipByHand(["a", "b", "c"].map((path) => ({ path, content: "x".repeat(900), method: 0 })));
    expect(refusalOf(archive, { ...UNPACK_LIMITS, fileBytes: 800 })).toContain('"a" is bigger than');
    expect(refusalOf(archive, { ...UNPACK_LIMITS, totalBytes: 2000 })).toContain("it would become more than");
    expect(Object.keys(unpacked(archive, { ...UNPACK_LIMITS, totalBytes: 2700 }))).toHaveLength(3);
  });

  test("by the number of its files, in the list or only as it says", () => {
    const archive = zipByHand(["a", "b", "c"].map((path) => ({ path })));
    expect(refusalOf(archive, { ...UNPACK_LIMITS, entries: 2 })).toBe("it holds 3 files; 2 are the most");
    expect(refusalOf(zipByHand([], { zip64: true, entries: 1e9 }))).toContain("it holds 1000000000 files");
  });
});

describe("an archive is read from disk", () => {
  test("up to a size, and only if it is a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lanternist-unpack-"));
    const path = join(folder, "source.zip");
    const archive = zipByHand([ok]);
    await writeFile(path, archive);
    expect(Buffer.compare(await readArchive(path), archive)).toBe(0);
    await expect(readArchive(path, { ...UNPACK_LIMITS, archiveBytes: 20 })).rejects.toThrow(
      "source.zip was not unpacked: it is bigger than 0 MB",
    );
    await expect(readArchive("/dev/zero")).rejects.toThrow("zero was not unpacked: it is no file");
  });
});
