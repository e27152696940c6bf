import { expect, test } from "vitest";
import { readText } from "../../scripts/source/text.ts";

const read = (text: string) =>
  readText({ path: "a.md", sizeBytes: 0, bytes: new TextEncoder().encode(text) });

test("characters that only steer a printer, and line ends that no editor shows, are blanks", () => {
  const { text, raw, problems } = read("One\u000Btwo\u2028three\u0007\tfour\r\nfive");
  expect(text).toBe("One two three \tfour\nfive");
  expect(raw).toContain("\u2028");
  expect(problems).toEqual([]);
});
