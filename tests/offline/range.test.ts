import { expect, test } from "vitest";
import { parseList } from "../../scripts/offline/list.ts";
import { byteRange } from "../../scripts/offline/range.ts";

test.each([
  ["bytes=0-", { start: 0, end: 999 }],
  ["bytes=100-199", { start: 100, end: 199 }],
  ["bytes=900-5000", { start: 900, end: 999 }],
  ["bytes=-100", { start: 900, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  [" bytes = 5 - 5 ", { start: 5, end: 5 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
])("%s of a file of 1,000 bytes", (header, range) => {
  expect(byteRange(header, 1000)).toEqual(range);
});

test.each([[null], ["bytes=-"], ["bytes=9-3"], ["bytes=0-1,5-6"], ["pages=1-2"], ["bytes=one-two"]])(
  "%s is answered with the whole file",
  (header) => {
    expect(byteRange(header, 1000)).toBeUndefined();
  },
);

test("a page that a host gives instead of the list is no list", () => {
  const list = { version: "a", files: [{ path: "index.html", sizeBytes: 1, sha256: "00" }] };
  expect(parseList(`lanternist.offline(${JSON.stringify(list)});\n`)).toEqual(list);
  expect(parseList("<!doctype html><title>Not found (404)</title>")).toBeUndefined();
  expect(parseList('lanternist.offline({"version":"a","files":[{"path":1}]});')).toBeUndefined();
});
