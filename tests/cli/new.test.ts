/** A lecture of one's own: from nothing, and from a deck that somebody gave away. */
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { parse } from "yaml";
import { programVersion } from "../../scripts/io/program.ts";
import { zipFiles } from "../../scripts/outputs/zip.ts";
import { zipByHand } from "../io/zip-by-hand.ts";
import { filesIn, makeHome, SMALL_DECK, type Home } from "./helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.remove());

const read = (path: string): Promise<string> => readFile(join(home.folder, path), "utf8");
const packageJson = z.object({
  scripts: z.record(z.string(), z.string()),
  devDependencies: z.object({ lanternist: z.string() }),
});
const scriptsOf = async (folder: string): Promise<Record<string, string>> =>
  packageJson.parse(JSON.parse(await read(`${folder}/package.json`))).scripts;

/** Runs an npm script of a folder, with the program as `npm install` would have put it there. */
async function npmRun(folder: string, ...args: string[]): Promise<string> {
  const bin = join(home.folder, folder, "node_modules/.bin");
  await mkdir(bin, { recursive: true });
  await symlink(join(import.meta.dirname, "../../lib/cli.js"), join(bin, "lanternist")).catch(
    () => undefined,
  );
  const env = { ...process.env, XDG_CACHE_HOME: join(home.folder, "cache") };
  const { stdout, stderr } = await promisify(execFile)("npm", ["run", ...args], {
    cwd: join(home.folder, folder),
    env,
  });
  expect(stderr).not.toMatch(/ (?:error|warning) \[/);
  return stdout;
}

/** The commands of both recipes, in order, without the installation. */
async function recipes(folder: string): Promise<string[][]> {
  const github = z
    .object({
      jobs: z.object({ publish: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }),
    })
    .parse(parse(await read(`${folder}/.github/workflows/publish.yml`)));
  const gitlab = z
    .object({
      pages: z.object({ script: z.array(z.string()), artifacts: z.object({ paths: z.array(z.string()) }) }),
    })
    .parse(parse(await read(`${folder}/.gitlab-ci.yml`)));
  const runs = github.jobs.publish.steps.flatMap(({ run }) => run ?? []);
  return [runs, gitlab.pages.script].map((commands) =>
    commands.filter((command) => command !== "npm install"),
  );
}

describe("new", () => {
  test("starts a lecture that its own scripts and recipes check and build, without a warning", async () => {
    const { code, stdout } = await home.run("new", "talk");
    expect([code, stdout]).toEqual([
      0,
      "talk/slides is a small deck that shows the format.\nNext: lanternist build talk/slides\n  or: cd talk, npm install, npm run preview\n",
    ]);
    expect([...(await filesIn(join(home.folder, "talk"))).keys()].sort()).toEqual([
      ".github/workflows/publish.yml",
      ".gitignore",
      ".gitlab-ci.yml",
      "README.md",
      "package.json",
      "slides/01-the-tower.md",
      "slides/deck.yaml",
    ]);
    const { devDependencies } = packageJson.parse(JSON.parse(await read("talk/package.json")));
    expect(devDependencies.lanternist).toBe(programVersion());
    const ignored = (await read("talk/.gitignore")).split("\n");

    for (const commands of await recipes("talk")) {
      expect(commands.length).toBeGreaterThan(1);
      for (const command of commands) {
        const [npm, run, ...args] = command.split(" ");
        expect([npm, run]).toEqual(["npm", "run"]);
        await npmRun("talk", ...args);
      }
    }
    // What the recipes publish is there, and git does not keep it.
    for (const folder of ["dist", "public"]) {
      expect(await readdir(join(home.folder, "talk", folder))).toEqual(
        expect.arrayContaining(["index.html", "handout.pdf", "source.zip"]),
      );
      expect(ignored).toContain(`${folder}/`);
    }
    const page = await read("talk/dist/read.html");
    expect(page).toContain("The first lighthouse");
    expect(page).not.toContain("for you alone");
  }, 240_000);

  test("works in an empty folder that is there, and writes over nothing", async () => {
    await mkdir(join(home.folder, "empty"));
    expect((await home.run("new", "empty")).code).toBe(0);
    const before = await filesIn(join(home.folder, "empty"));
    const { code, stderr } = await home.run("new", "empty");
    expect([code, stderr]).toEqual([2, "error: empty is not empty; name a new folder\n"]);
    expect(await filesIn(join(home.folder, "empty"))).toEqual(before);
  });
});

const archiveOf = (
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Uint8Array> =>
  zipFiles(new Map(Object.entries(files).map(([path, content]) => [folder + path, Buffer.from(content)])));

describe("new --from", () => {
  const deck = {
    ...SMALL_DECK,
    "deck.yaml": "title: Stones and bread\nauthors: [Ada Lim, Bo Han]\nlicense: CC-BY-SA-4.0\nlanguage: en\n",
  };

  test("starts from an archive, and says what it is and what to do next", async () => {
    await writeFile(join(home.folder, "source.zip"), await archiveOf("stones/", deck));
    const { code, stdout } = await home.run("new", "mine", "--from", "source.zip");
    expect([code, stdout.split("\n")]).toEqual([
      0,
      [
        "mine/stones is a copy of source.zip:",
        "  title    Stones and bread",
        "  authors  Ada Lim, Bo Han",
        "  licence  CC-BY-SA-4.0",
        "  holds    2 eras, 3 slides",
        "Next: lanternist build mine/stones",
        "  or: cd mine, npm install, npm run preview",
        "",
      ],
    ]);
    for (const [path, content] of Object.entries(deck))
      expect(await read(`mine/stones/${path}`)).toBe(content);
    expect((await scriptsOf("mine"))["build"]).toBe("lanternist build stones");
    expect((await home.run("check", "mine/stones", "--strict")).code).toBe(0);
  });

  test("starts from the folder of a built site, whose lecture it builds again", async () => {
    await home.write("talk", deck);
    await home.run("build", "talk", "--only", "site", "--no-audio", "--out", "site");
    expect((await home.run("new", "mine", "--from", "site")).code).toBe(0);
    expect(await read("mine/talk/01-first.md")).not.toContain("private thought");
    await home.run("build", "mine/talk", "--only", "site", "--no-audio", "--out", "again");
    expect(await filesIn(join(home.folder, "again"))).toEqual(await filesIn(join(home.folder, "site")));
  }, 120_000);

  test("starts from a deck's folder, plain ones too, and keeps a name that gives the title", async () => {
    await home.write("Two stones", { "a.md": "# One\n\n---\n\n# Two\n", "picture.png": "no picture" });
    const { code, stdout } = await home.run("new", "mine", "--from", "Two stones");
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("  authors  not named\n  licence  none given: ask"),
    ]);
    expect([...(await filesIn(join(home.folder, "mine/two-stones"))).keys()].sort()).toEqual([
      "a.md",
      "picture.png",
    ]);
  });

  test("never puts a name from an archive into a command", async () => {
    for (const [archive, folder] of [
      ["$(touch evil)/", "touch-evil"],
      ["-rf/", "rf"],
      ["dist/", "slides"],
      ["", "given"],
    ] as const) {
      await writeFile(join(home.folder, "given.zip"), await archiveOf(archive, deck));
      await home.run("new", `as-${folder}`, "--from", "given.zip");
      expect(await readdir(join(home.folder, `as-${folder}`))).toContain(folder);
      expect((await scriptsOf(`as-${folder}`))["check"]).toBe(
        folder === "slides" ? "lanternist check" : `lanternist check ${folder}`,
      );
    }
  });

  test("says that a deck has mistakes, and starts from it all the same", async () => {
    await home.write("flawed", { ...deck, "01-first.md": "## One {#one layout=nonsense}\n\nWords.\n" });
    const { code, stdout } = await home.run("new", "mine", "--from", "flawed");
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("  It has 1 error, 0 warnings; lanternist check mine/flawed shows them."),
    ]);
  });

  test.each<[what: string, files: () => Promise<Uint8Array> | Uint8Array, says: string]>([
    ["no archive", () => Buffer.from("words"), "given.zip was not unpacked: it is no zip archive"],
    ["a broken one", async () => (await archiveOf("t/", deck)).subarray(40), "given.zip was not unpacked: "],
    [
      "one that writes elsewhere",
      () => zipByHand([{ path: "t/deck.yaml", content: "title: A\n" }, { path: "t/../../evil.md" }]),
      'given.zip was not unpacked: "t/../../evil.md" leads out of the folder',
    ],
    [
      "a bomb",
      () => zipByHand([{ path: "t/01-a.md", content: new Uint8Array(4 * 1024 * 1024) }]),
      'given.zip was not unpacked: "t/01-a.md" would become more than 200 times its size',
    ],
    [
      "one without a deck",
      () => archiveOf("", { "photo.jpg": "…", "letters/a.txt": "…" }),
      "there is no deck in given.zip: a deck has deck.yaml",
    ],
  ])("refuses %s with one sentence, and leaves nothing", async (_, files, says) => {
    await writeFile(join(home.folder, "given.zip"), await files());
    const { code, stdout, stderr } = await home.run("new", "new/mine", "--from", "given.zip");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
    expect(stderr).toContain(says);
    expect((await readdir(home.folder)).sort()).toEqual(expect.not.arrayContaining(["new", "evil.md"]));
  });

  test("refuses what is not there, and a folder without a deck", async () => {
    await home.write("letters", { "a.txt": "…" });
    expect((await home.run("new", "mine", "--from", "nowhere")).stderr).toBe(
      'error: there is nothing at "nowhere"; name a folder, or a source.zip\n',
    );
    expect((await home.run("new", "mine", "--from", "letters")).stderr).toContain(
      "there is no deck in letters",
    );
    expect(await readdir(home.folder)).not.toContain("mine");
  });
});
