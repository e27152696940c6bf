import { expect, test } from "vitest";
import { addressOf, slideIn } from "../../scripts/player/address.ts";
import { showTime } from "../../scripts/player/show-time.ts";
import { say, textTable, textsFor, textsOf } from "../../scripts/player/texts.ts";

test("times are mm:ss, with hours only where there are any", () => {
  expect([0, 999, 65_000, 3_599_999, 3_600_000, 36_061_000].map(showTime)).toEqual([
    "00:00",
    "00:00",
    "01:05",
    "59:59",
    "1:00:00",
    "10:01:01",
  ]);
});

test("the interface speaks the deck's language where it can, else English", () => {
  expect(["en-GB", "de", "DE-at", "ko"].map(textsFor)).toEqual(["en", "de", "de", "en"]);
  expect(textsOf(textsFor("de")).seek).toBe("Springen");
});

test.each(Object.keys(textTable))("%s fills the same places as English", (key) => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  const english = Object.entries(textsOf("en")).map(([name, text]) => [name, places(String(text))]);
  const other = Object.entries(textsOf(key)).map(([name, text]) => [name, places(String(text))]);
  expect(other).toEqual(english);
});

test("places are filled once; what is filled in is not read again", () => {
  expect(say("{a} of {b}", { a: "{b}", b: 2 })).toBe("{b} of 2");
});

test("an address leads to a slide and back, in every script", () => {
  for (const id of ["war/telegram", "전쟁/전보", "a b/c?d"]) expect(slideIn(addressOf(id))).toBe(id);
  expect(slideIn("#war--telegram--source-1")).toBeUndefined();
  expect(slideIn("#/%E0%A4%A")).toBeUndefined();
  expect(slideIn("#/war/telegram?t=3")).toBe("war/telegram");
});
