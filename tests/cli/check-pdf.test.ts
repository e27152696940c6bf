import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkBounded } from "../../scripts/pdf-check/bounded.ts";
import type { Finding } from "../../scripts/pdf-check/index.ts";
import { finishedSample } from "../pdf-check/sample.ts";
import { makeHome, type Ended, type Home } from "./helper.ts";

let home: Home;
beforeAll(async () => {
  home = await makeHome();
});
afterAll(() => home.remove());

const check = async (content: Uint8Array | string, ...options: string[]): Promise<Ended> => {
  await writeFile(join(home.folder, "some.pdf"), content);
  return await home.run("check", "--pdf", "some.pdf", ...options);
};

/** A page of text as a program without tags writes it. */
async function untagged(): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([300, 300]).drawText("Hello", { font, x: 50, y: 150 });
  return document;
}

describe("check --pdf", () => {
  test("is content with a finished page", async () => {
    const { code, stdout, stderr } = await check((await finishedSample()).bytes, "--strict");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("some.pdf (1 page) keeps all rules of PDF/UA-1 that this program can check");
  });

  test("says of a page without tags what is wrong, where, by which rule, and how to mend it", async () => {
    const { code, stderr } = await check(await (await untagged()).save());
    expect(code).toBe(1);
    expect(stderr).toContain(
      "some.pdf: error [tagged] the document has no tags: a screen reader gets no headings, lists or pictures of it\n" +
        "  hint: export it again as a tagged (accessible) PDF (PDF/UA-1, 7.1)",
    );
    expect(stderr).toContain(
      "some.pdf, page 1: error [content-marked] something is drawn that is neither tagged nor an artifact (Tj)",
    );
    expect(stderr).toContain(
      "some.pdf, page 1: error [fonts-embedded] the font Helvetica is not in the file",
    );
    expect(stderr).toMatch(/^\d+ errors, 1 warning$/m);
  });

  test("gives the same as data", async () => {
    const { code, stdout } = await check(await (await untagged()).save(), "--format", "json");
    expect(code).toBe(1);
    const findings = JSON.parse(stdout) as Finding[];
    expect(findings.find(({ rule }) => rule === "language")).toMatchObject({
      severity: "error",
      matterhorn: ["11-001", "11-002", "11-003", "11-004", "11-005", "11-006"],
      clause: "7.2",
      hint: "set the document's language, such as en or de",
    });
  });

  test("warnings alone are no failure, unless they are asked to be", async () => {
    const sample = await finishedSample(
      '<!doctype html><html lang="en"><title>x</title><h1 id="top">One</h1><h1>Two</h1></html>',
    );
    expect((await check(sample.bytes)).code).toBe(0);
    const strict = await check(sample.bytes, "--strict");
    expect([strict.code, strict.stderr]).toEqual([1, expect.stringContaining("warning [one-h1]")]);
  });
});

describe("a file that cannot be checked is wrong usage, with the reason:", () => {
  const reason = async (content: Uint8Array | string): Promise<string> => {
    const { code, stdout, stderr } = await check(content);
    expect([code, stdout]).toEqual([2, ""]);
    return stderr;
  };

  test("none at all, or a folder", async () => {
    const nothing = await home.run("check", "--pdf", "nothing.pdf");
    expect([nothing.code, nothing.stderr]).toEqual([2, "error: there is no file nothing.pdf\n"]);
    const folder = await home.run("check", "--pdf", ".");
    expect([folder.code, folder.stderr]).toEqual([2, "error: . cannot be checked: it is no file\n"]);
  });

  test("no PDF", async () => {
    expect(await reason("PK a zip")).toContain("it is no PDF: it does not begin with %PDF-");
    expect(await reason("")).toContain("it is no PDF");
  });

  test("a damaged one", async () => {
    const whole = Buffer.from(await (await untagged()).save());
    expect(await reason(whole.subarray(0, 300))).toContain("it is damaged");
    expect(await reason("%PDF-1.7\n%%EOF")).toContain("it is damaged");
  });

  test("one that needs a password", async () => {
    const document = await untagged();
    document.encrypt({ userPassword: "secret", ownerPassword: "owner" });
    expect(await reason(await document.save({ useObjectStreams: false }))).toContain(
      "it needs a password to be opened; save it without one, and check it then",
    );
  });

  test("one of many gigabytes", async () => {
    await writeFile(join(home.folder, "huge.pdf"), "%PDF-1.7\n");
    await truncate(join(home.folder, "huge.pdf"), 3_000_000_000);
    const { code, stderr } = await home.run("check", "--pdf", "huge.pdf");
    expect([code, stderr]).toEqual([
      2,
      "error: huge.pdf cannot be checked: it has 3000.0 MB; files of up to 209.7 MB are read\n",
    ]);
  });
});

describe("files made to do harm", () => {
  const never = new AbortController().signal;
  const bounds = { timeMs: 60_000, memoryBytes: 300_000_000 };
  const harm = async (content: string | Uint8Array): Promise<string> =>
    await checkBounded(new Uint8Array(Buffer.from(content)), never, bounds).then(
      ({ findings }) => (findings.length > 0 ? "found" : "nothing"),
      (error: unknown) => String(error),
    );
  const file = (objects: readonly string[]): string =>
    ["%PDF-1.7", ...objects, "trailer <</Root 1 0 R>>", "%%EOF"].join("\n");
  const catalog = "1 0 obj <</Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R>> endobj";
  const pages = "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj";
  const page =
    "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources <</XObject <</F 4 0 R>>>>>> endobj";
  const content = "4 0 obj <</Subtype /Form /Length 8>> stream\n/F Do   \nendstream endobj";

  test("a tree of tags that hangs in itself, and a form that draws itself", async () => {
    const tree = "5 0 obj <</K 6 0 R /ParentTree 7 0 R>> endobj";
    const loop = "6 0 obj <</S /P /P 6 0 R /K [6 0 R 6 0 R]>> endobj";
    const numbers = "7 0 obj <</Kids [7 0 R]>> endobj";
    expect(await harm(file([catalog, pages, page, content, tree, loop, numbers]))).toBe("found");
  });

  test("a tree of tags a hundred thousand deep", async () => {
    const deep = Array.from(
      { length: 100_000 },
      (_, i) => `${10 + i} 0 obj <</S /Div /K ${11 + i} 0 R>> endobj`,
    );
    expect(await harm(file([catalog, pages, page, content, "5 0 obj <</K 10 0 R>> endobj", ...deep]))).toBe(
      "found",
    );
  });

  test("objects inside objects without end", async () => {
    expect(await harm(file([catalog, pages, page, `9 0 obj ${"[".repeat(200_000)} endobj`]))).toMatch(
      /^CannotCheck: it is damaged|^found/,
    );
  });

  test("a stream that unpacks to gigabytes", async () => {
    const once = deflateSync(Buffer.alloc(400_000_000), { level: 1 });
    const bomb = Buffer.concat([
      Buffer.from(`4 0 obj <</Length ${once.length} /Filter /FlateDecode>> stream\n`),
      once,
      Buffer.from("\nendstream endobj\n"),
    ]);
    const start = Buffer.from(["%PDF-1.7", catalog, pages, page, ""].join("\n"));
    const whole = Buffer.concat([start, bomb, Buffer.from("trailer <</Root 1 0 R>>\n%%EOF")]);
    expect(await harm(whole)).toMatch(/^CannotCheck: (?:it is damaged|checking it takes more memory)/);
  });

  test("objects packed so that they unpack to gigabytes", async () => {
    const packed = deflateSync(Buffer.alloc(1_000_000_000, 0x20), { level: 1 });
    const bomb = Buffer.concat([
      Buffer.from(
        `9 0 obj <</Type /ObjStm /N 1 /First 4 /Length ${packed.length} /Filter /FlateDecode>> stream\n`,
      ),
      packed,
      Buffer.from("\nendstream endobj\n"),
    ]);
    const start = Buffer.from(["%PDF-1.7", catalog, pages, page, ""].join("\n"));
    const whole = Buffer.concat([start, bomb, Buffer.from("trailer <</Root 1 0 R>>\n%%EOF")]);
    expect(await harm(whole)).toMatch(/^CannotCheck: checking it takes more memory/);
  });

  test("work without end is ended", async () => {
    const bytes = new Uint8Array(Buffer.from(file([catalog, pages, page, content])));
    await expect(checkBounded(bytes, never, { ...bounds, timeMs: 1 })).rejects.toThrow(
      "checking it takes more time than a document should",
    );
  });

  test("stopping the command stops the check", async () => {
    const stop = new AbortController();
    const checking = checkBounded(new Uint8Array(Buffer.from(file([]))), stop.signal, bounds);
    stop.abort(new Error("stopped by hand"));
    await expect(checking).rejects.toThrow("stopped by hand");
  });
});
