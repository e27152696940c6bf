import { describe, expect, test } from "vitest";
import { foldExpression, idsIn } from "../../../scripts/remix/licenses/expression.ts";

const shape = (expression: string) =>
  foldExpression(expression, {
    id: (id) => id,
    and: (a, b) => `(${a} & ${b})`,
    or: (a, b) => `(${a} | ${b})`,
  });

describe("an expression", () => {
  test.each([
    ["CC-BY-4.0", "CC-BY-4.0"],
    ["MIT OR GFDL-1.3-only AND CC-BY-SA-3.0", "(MIT | (GFDL-1.3-only & CC-BY-SA-3.0))"],
    ["(MIT OR ISC) AND CC-BY-4.0", "((MIT | ISC) & CC-BY-4.0)"],
    ["GPL-2.0-or-later WITH Font-exception-2.0 OR OFL-1.1", "(GPL-2.0-or-later | OFL-1.1)"],
    ["((MIT))", "MIT"],
  ])("%s", (expression, read) => {
    expect(shape(expression)).toBe(read);
  });

  const wrong = [
    "",
    "MIT OR",
    "OR MIT",
    "MIT ISC",
    "(MIT",
    "MIT)",
    "()",
    "MIT (ISC)",
    "MIT WITH",
    "MIT WITH OR ISC",
  ];
  test.each([...wrong, "constructor OR"])("%j is none", (text) => {
    expect(shape(text)).toBeUndefined();
    expect(idsIn(text)).toEqual([text]);
  });

  test("may not be endless", () => {
    expect(shape("(".repeat(900_000))).toBeUndefined();
    expect(shape(`MIT${" OR MIT".repeat(900_000)}`)).toBeUndefined();
  });
});
