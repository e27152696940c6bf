import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { gitCommit } from "../../scripts/io/git-commit.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lanternist-git-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const A = "ab".repeat(20);
const B = "cd".repeat(32);
async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

test("the commit of the branch that is checked out, from any folder below", async () => {
  await write({
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/refs/heads/main": `${A}\n`,
    "decks/korea/deck.yaml": "",
  });
  expect(await gitCommit(join(folder, "decks/korea"))).toBe(A);
});

test("a commit that is checked out without a branch, of either length", async () => {
  await write({ ".git/HEAD": `${B}\n` });
  expect(await gitCommit(folder)).toBe(B);
});

test("a branch whose commit was packed", async () => {
  await write({
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/packed-refs": `# pack-refs with: peeled\n${"00".repeat(20)} refs/heads/other/refs/heads/main\n${A} refs/heads/main\n`,
  });
  expect(await gitCommit(folder)).toBe(A);
});

test("another work tree of the same repository", async () => {
  await write({
    "main/.git/refs/heads/side": `${A}\n`,
    "main/.git/worktrees/side/HEAD": "ref: refs/heads/side\n",
    "main/.git/worktrees/side/commondir": "../..\n",
    "side/.git": "gitdir: ../main/.git/worktrees/side\n",
  });
  expect(await gitCommit(join(folder, "side"))).toBe(A);
});

test.skipIf(spawnSync("git", ["--version"]).status !== 0)(
  "what git itself says of a real repository",
  async () => {
    const git = (...args: string[]): string =>
      execFileSync(
        "git",
        ["-C", folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args],
        {
          encoding: "utf8",
        },
      ).trim();
    git("init", "--quiet");
    expect(await gitCommit(folder)).toBeUndefined();
    git("commit", "--quiet", "--allow-empty", "-m", "One");
    expect(await gitCommit(folder)).toBe(git("rev-parse", "HEAD"));
    git("pack-refs", "--all");
    expect(await gitCommit(folder)).toBe(git("rev-parse", "HEAD"));
  },
);

test.each([
  ["a branch that leads out", { ".git/HEAD": "ref: refs/../../secret\n", secret: A }],
  ["no commit", { ".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": "hello\n" }],
  ["no head", { ".git/config": "" }],
  ["a file that names nothing", { ".git": "hello\n" }],
])("%s is no commit", async (_, files) => {
  await write(files);
  expect(await gitCommit(folder)).toBeUndefined();
});
