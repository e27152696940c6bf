import { describe, expect, test } from "vitest";
import { momentOf, qrCode } from "../../../scripts/outputs/handout/around/moment.ts";

describe("the address of a moment", () => {
  test.each([
    ["https://example.org/shoes/", "https://example.org/shoes/#/war/asked", "example.org/shoes/#/war/asked"],
    ["https://example.org/shoes", "https://example.org/shoes/#/war/asked", "example.org/shoes/#/war/asked"],
    ["https://example.org", "https://example.org/#/war/asked", "example.org/#/war/asked"],
    [
      "https://example.org/a/index.html#top",
      "https://example.org/a/index.html#/war/asked",
      "example.org/a/index.html#/war/asked",
    ],
    [
      "https://example.org/view?id=3",
      "https://example.org/view?id=3#/war/asked",
      "example.org/view?id=3#/war/asked",
    ],
  ])("at %s", (url, href, shown) => {
    expect(momentOf(url, "war/asked")).toEqual({ href, shown });
  });

  test("is escaped for machines and plain for people", () => {
    expect(momentOf("https://example.org/", "전쟁/대답")).toEqual({
      href: "https://example.org/#/%EC%A0%84%EC%9F%81/%EB%8C%80%EB%8B%B5",
      shown: "example.org/#/전쟁/대답",
    });
  });
});

describe("a QR code", () => {
  test("is as large as its version and has four light modules on every side", () => {
    const { size, path } = qrCode("https://example.org/shoes/#/war/asked");
    // 37 bytes at level M need version 3: 29 modules (ISO/IEC 18004:2015, tables 1 and 7).
    expect(size).toBe(29 + 8);
    const dark = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [
      Number(x),
      Number(y),
      Number(length),
    ]);
    expect(Math.min(...dark.map(([x = 0]) => x))).toBe(4);
    expect(Math.min(...dark.map(([, y = 0]) => y))).toBe(4);
    expect(Math.max(...dark.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4);
    expect(Math.max(...dark.map(([, y = 0]) => y))).toBe(size - 5);
  });
});
