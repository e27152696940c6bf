import { describe, expect, it } from "vitest";
import { exitCodeOf, explain, WrongUsage } from "../scripts/exit-codes.ts";
import { BadArchive } from "../scripts/io/zip/bad-archive.ts";

const going = new AbortController().signal;
const system = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: something`), { code, path });

describe("an error that ends a command", () => {
  it.each([
    [new WrongUsage("name a folder"), 2, "error: name a folder"],
    [new BadArchive("a.zip", "it is broken"), 2, "error: a.zip was not unpacked: it is broken"],
    [system("ENOSPC"), 3, "error: the disk is full; make room and run it again"],
    [system("EISDIR", "talk"), 3, "error: talk is a folder, where a file is needed"],
    [system("EACCES", "/etc/x"), 3, "error: permission is missing for /etc/x"],
  ])("%s", (error, code, text) => {
    expect(exitCodeOf(error, going)).toBe(code);
    expect(explain(error, going)).toBe(text);
  });

  it("shows where it happened only when it is a bug", () => {
    const bug = new Error("boom");
    expect(exitCodeOf(bug, going)).toBe(70);
    expect(explain(bug, going)).toContain("report it");
    expect(explain(bug, going)).toContain("exit-codes.test.ts");
    expect(explain(system("ENOSPC"), going)).not.toContain("exit-codes.test.ts");
  });

  it("says that nothing was lost when the user stopped it", () => {
    const stopped = AbortSignal.abort();
    expect(exitCodeOf(new Error("aborted"), stopped)).toBe(130);
    expect(explain(new Error("aborted"), stopped)).toBe("stopped; the last finished build is untouched");
  });
});
