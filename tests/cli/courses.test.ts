/** Courses are built beside their deck. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unpackZip } from "../../scripts/io/unpack-zip.ts";
import { zipFiles } from "../../scripts/outputs/zip.ts";
import { filesIn, makeHome, SMALL_DECK, type Home } from "./helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
  await home.write("talk", {
    ...SMALL_DECK,
    "courses/brief.yaml":
      "title: In brief\nslides:\n  - use: second\n  - use: first\n    title: Before that\n",
    "courses/own.yaml": "title: Our own\nslides:\n  - use: first\n  - file: own/think.md\n",
    "courses/own/think.md": "## Think {#think}\n\nNarration:\nThink of it yourself.\n",
  });
});
afterEach(() => home.remove());

const read = (path: string): Promise<string> => readFile(join(home.folder, path), "utf8");
const titles = async (path: string): Promise<string[]> => {
  const { eras } = JSON.parse(await read(path)) as { eras: { title: string }[] };
  return eras.map(({ title }) => title);
};

test("every course is made, and only its own sentences are spoken", async () => {
  const { code, stdout } = await home.run("build", "talk", "--only", "site");
  expect(code).toBe(0);
  expect([...stdout.matchAll(/(\d+) spoken anew/g)].map(([, count]) => count)).toEqual(["4", "0", "1"]);
  expect(stdout).toContain("→ dist/courses/brief/index.html");
  expect(stdout).toMatch(/The course brief is \d+ s long/);
  expect(await titles("dist/lecture.json")).toEqual(["First", "Second"]);
  expect(await titles("dist/courses/brief/lecture.json")).toEqual(["Second", "Before that"]);
  // A slide that is taken as it is brings the sound that it has.
  const sounds = await readdir(join(home.folder, "dist/audio"));
  expect(await readdir(join(home.folder, "dist/courses/brief/audio"))).toEqual(sounds);
});

test("--course makes one, and leaves the rest as it was", async () => {
  await home.run("build", "talk", "--only", "site");
  const before = await read("dist/index.html");
  await home.write("talk", {
    "02-second.md": (SMALL_DECK["02-second.md"] ?? "").replace("Bread is baked.", "Bread is eaten."),
  });
  const { code, stdout } = await home.run("build", "talk", "--only", "site", "--course", "brief");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^The course brief is \d+ s long; building it took /m);
  expect(stdout).not.toContain("→ dist/index.html");
  expect(await read("dist/courses/brief/captions.vtt")).toContain("Bread is eaten.");
  expect(await read("dist/courses/own/captions.vtt")).toContain("Think of it yourself.");
  expect(await read("dist/index.html")).toBe(before);
});

test("a course that is not there is named, with the one that was meant", async () => {
  const { code, stderr } = await home.run("build", "talk", "--course", "breif");
  expect(code).toBe(2);
  expect(stderr).toContain('there is no course "breif"; did you mean "brief"?');
});

test("a mistake in one course stops all, and an earlier result stays", async () => {
  await home.run("build", "talk", "--only", "site", "--no-audio");
  const before = await read("dist/index.html");
  await home.write("talk", { "courses/brief.yaml": "title: In brief\nslides:\n  - use: third\n" });
  const { code, stderr } = await home.run("build", "talk", "--only", "site", "--no-audio");
  expect(code).toBe(1);
  expect(stderr).toContain('courses/brief.yaml:3:10 error [unknown-slide] the deck has no era "third"');
  expect(await read("dist/index.html")).toBe(before);
  expect((await home.run("check", "talk", "--no-audio")).code).toBe(1);
});

test("a course borrows from a folder, an archive and a built site", async () => {
  const other = {
    "deck.yaml": "title: Rice\nsources: sources.json\n",
    "01-rice.md":
      "## Rice {#rice}\n\n![A field](media/field.png)\n\nRice [@kim].\n\nNarration:\nRice is grown.\n",
    "sources.json": '[{"id":"kim","type":"book","title":"Rice"}]',
  };
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );
  await home.write("talk/courses/rice", other);
  await home.write("talk/courses/rice", { "media/field.png": png });
  const files = Object.entries(other).map(
    ([path, text]) => [`rice/${path}`, new TextEncoder().encode(text)] as const,
  );
  const archive = await zipFiles(new Map([...files, ["rice/media/field.png", new Uint8Array(png)]]));
  await home.write("talk/courses", { "rice.zip": archive });
  await home.write("talk/courses/site", { "source.zip": archive, "index.html": "<!doctype html>" });
  const course = (path: string): string =>
    `title: Rice\ndecks: { other: ${path} }\nslides:\n  - use: other:rice\n`;
  await home.write("talk", {
    "courses/folder.yaml": course("rice"),
    "courses/archive.yaml": course("rice.zip"),
    "courses/site.yaml": course("site"),
  });
  expect((await home.run("build", "talk", "--only", "site", "--no-audio")).code).toBe(0);
  const made = async (name: string) => ({
    picture: await readFile(join(home.folder, `dist/courses/${name}/assets/media/field.png`)),
    captions: await read(`dist/courses/${name}/captions.vtt`),
  });
  const folder = await made("folder");
  expect(folder.picture.equals(png)).toBe(true);
  expect(folder.captions).toContain("Rice is grown.");
  expect(await made("archive")).toEqual(folder);
  expect(await made("site")).toEqual(folder);
});

test("the source of a course is an ordinary deck, which gives the same site", async () => {
  const built = await home.run("build", "talk", "--only", "site", "--no-audio");
  expect(built.code).toBe(0);
  const site = await filesIn(join(home.folder, "dist/courses/brief"));
  const source = Object.fromEntries(unpackZip(site.get("source.zip") ?? new Uint8Array(), "source.zip"));
  expect(Object.keys(source).sort()).toEqual(["brief/01-second.md", "brief/02-first.md", "brief/deck.yaml"]);
  await home.write("unpacked", source);
  const again = await home.run("build", "unpacked/brief", "--out", "again", "--only", "site", "--no-audio");
  expect([again.code, again.stderr]).toEqual([0, ""]);
  const same = await filesIn(join(home.folder, "again"));
  expect([...same.keys()].sort()).toEqual([...site.keys()].sort());
  expect(
    [...site.keys()].filter((path) => same.get(path)?.equals(site.get(path) ?? Buffer.of()) !== true),
  ).toEqual([]);
});

test("a deck elsewhere on the disk is read only for who trusts the course", async () => {
  await home.write("elsewhere", { "deck.yaml": "title: Else\n", "01-else.md": "## Else {#else}\n\nElse.\n" });
  await home.write("talk", {
    "courses/out.yaml": "title: Out\ndecks: { else: ../../elsewhere }\nslides:\n  - use: else:else\n",
  });
  const refused = await home.run("build", "talk", "--only", "site", "--no-audio");
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('[outside-deck] "../../elsewhere" lies outside the deck\'s folder');
  const trusted = await home.run("build", "talk", "--only", "site", "--no-audio", "--trust");
  expect(trusted.code).toBe(0);
  expect(await titles("dist/courses/out/lecture.json")).toEqual(["Else"]);
});
