import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeHome, SMALL_DECK, type Home } from "./helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
  await home.write("talk", SMALL_DECK);
});
afterEach(() => home.remove());

/** Path → contents of a folder's files. */
async function contentsOf(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [relative(folder, path).replaceAll(sep, "/"), await readFile(path)] as const),
    ),
  );
}

it("--zip packs exactly the site into one file, index.html at its top, in the same bytes every time", async () => {
  const { code, stdout } = await home.run("build", "talk", "--only", "site", "--zip");
  expect(code).toBe(0);
  expect(stdout).toContain("→ dist/site.zip");
  const site = await contentsOf(join(home.folder, "dist"));
  const zip = site.get("site.zip") ?? Buffer.of();
  site.delete("site.zip");
  // Says which files of this folder are the program's; means nothing elsewhere.
  site.delete(".lanternist.json");
  const packed = unzipSync(zip);
  expect(Object.keys(packed)).toEqual([...site.keys()].sort());
  expect(Object.keys(packed)).toContain("index.html");
  for (const [path, bytes] of site)
    expect([path, bytes.equals(packed[path] ?? Buffer.of())]).toEqual([path, true]);

  await home.run("build", "talk", "--only", "site", "--zip", "--out", "again");
  expect(zip.equals(await readFile(join(home.folder, "again/site.zip")))).toBe(true);
});

it("holds what an earlier build made and this one keeps, and does not outlive the site", async () => {
  await home.run("build", "talk", "--only", "site", "--no-audio");
  await home.write("dist", { CNAME: "history.example" });
  await home.run("build", "talk", "--only", "read", "--no-audio", "--zip");
  const packed = Object.keys(unzipSync(await readFile(join(home.folder, "dist/site.zip"))));
  expect(packed).toEqual(expect.arrayContaining(["index.html", "read.html"]));
  expect(packed).not.toContain("CNAME");

  await home.run("build", "talk", "--only", "site", "--no-audio");
  const left = await readdir(join(home.folder, "dist"));
  expect(left).toContain("CNAME");
  expect(left).not.toContain("site.zip");
});
