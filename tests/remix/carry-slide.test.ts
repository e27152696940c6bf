/** Names that are free, where disks take two spellings for one. */
import { expect, test } from "vitest";
import { takenFiles } from "../../scripts/remix/carry-parts.ts";

test("a name is taken by another file, and by one that differs in capitals or in the form of its letters only", () => {
  const files = takenFiles(
    new Map([
      ["media/Gauge.svg", "1"],
      ["media/caf\u00E9.svg", "2"],
    ]),
  );
  expect(files.isTaken("media/Gauge.svg", "1")).toBe(false);
  expect(files.isTaken("media/Gauge.svg", "2")).toBe(true);
  expect(files.isTaken("media/gauge.svg", "1")).toBe(true);
  expect(files.isTaken("media/cafe\u0301.svg", "2")).toBe(true);
  expect(files.isTaken("media/rain.svg", "1")).toBe(false);
  files.take("media/rain.svg", "3");
  expect(files.isTaken("media/RAIN.svg", "3")).toBe(true);
});
