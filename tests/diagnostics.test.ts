import { describe, expect, it } from "vitest";
import {
  countProblems,
  error,
  nearest,
  showProblem,
  sortProblems,
  suggestion,
  warning,
} from "../scripts/diagnostics.ts";

const at = (line: number, column: number, file = "deck.yaml") => ({ file, line, column });

describe("a problem as people read it", () => {
  it("has its place, the source line with a caret, and what to write instead", () => {
    const problem = error("unknown-key", at(2, 1), 'unknown key "licnse"', {
      hint: 'did you mean "license"?',
      length: 6,
    });
    expect(showProblem(problem, "title: A\nlicnse: MIT\n")).toBe(
      [
        'deck.yaml:2:1 error [unknown-key] unknown key "licnse"',
        "  2 | licnse: MIT",
        "      ^^^^^^",
        '  hint: did you mean "license"?',
      ].join("\n"),
    );
  });

  it("shows a window of a very long line, with the caret in it", () => {
    const shown = showProblem(
      warning("x", at(1, 501), "far along"),
      `${"a".repeat(500)}b${"c".repeat(500)}`,
    ).split("\n");
    const [, excerpt = "", caret = ""] = shown;
    expect(excerpt.length).toBeLessThan(120);
    expect(excerpt[caret.indexOf("^")]).toBe("b");
  });

  it("does without the source when there is none", () => {
    expect(showProblem(error("missing-file", at(1, 1, "a.png"), "not there"), undefined)).toBe(
      "a.png:1:1 error [missing-file] not there",
    );
  });
});

describe("what was probably meant", () => {
  const valid = ["1", "title", "subtitle", "license", "Kim Il Sung"];
  it.each([
    ["licnse", "license"],
    ["TITLE", "title"],
    ["kim il sung", "Kim Il Sung"],
    ["zzz", undefined],
    ["x", undefined],
    ["", undefined],
    // Another letter is no slip of the only one.
    ["9", undefined],
  ])("%s → %s", (written, meant) => expect(nearest(written, valid)).toBe(meant));

  it("is a short list when nothing is near", () => {
    expect(suggestion("zzz", ["a", "b"])).toBe("one of: a, b");
    expect(
      suggestion(
        "zzz",
        Array.from({ length: 50 }, (_, i) => `name${i}`),
      ),
    ).toBeUndefined();
  });
});

describe("a list of problems", () => {
  it("is in the order of the files, each said once", () => {
    const a = error("a", at(9, 1, "a.md"), "late");
    const b = warning("b", at(1, 5, "b.md"), "second");
    const c = error("c", at(1, 5, "b.md"), "first");
    expect(sortProblems([b, a, c, b])).toEqual([a, c, b]);
  });

  it("is counted", () => {
    expect(
      countProblems([error("a", at(1, 1), ""), warning("b", at(1, 1), ""), warning("c", at(1, 1), "")]),
    ).toBe("1 error, 2 warnings");
  });
});
