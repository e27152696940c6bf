import { expect, test } from "vitest";
import {
  addressFault,
  dateFault,
  identifierFault,
  languageFault,
  licenseFault,
  orcidFault,
} from "../../scripts/source/standards.ts";

test.each([
  [
    languageFault,
    ["en", "en-GB", "ko", "zh-Hant-TW", "gsw"],
    ["english", "en_GB", "e", "", "en-", "x-klingon"],
  ],
  [
    licenseFault,
    [
      "MIT",
      "CC-BY-4.0",
      "CC-BY-4.0 OR MIT",
      "(MIT AND CC0-1.0)",
      "LicenseRef-mine",
      "GPL-2.0-only WITH Classpath-exception-2.0",
    ],
    ["CC BY 4.0", "cc-by-4.0", "free", "MIT OR", ""],
  ],
  [
    dateFault,
    ["2026", "2026-11-23", "1950~", "1950-01/1953-07-27"],
    ["23.11.2026", "1950-13", "1953/1950", "soon"],
  ],
  [
    orcidFault,
    ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1694-233X"],
    ["0000-0002-1825-0098", "1825-0097", "0000000218250097"],
  ],
  [
    identifierFault,
    ["10.5281/zenodo.1234567", "https://doi.org/10.1000/182"],
    ["zenodo.1234567", "10.5/x y"],
  ],
  [
    addressFault,
    ["https://example.org/a/"],
    ["http://example.org", "example.org", "https://", "javascript:alert(1)"],
  ],
])("%o", (fault, good, bad) => {
  expect(good.filter((text) => fault(text) !== undefined)).toEqual([]);
  expect(bad.filter((text) => !/\w/.test(fault(text)?.hint ?? ""))).toEqual([]);
});

test("the hint shows what was meant", () => {
  expect(licenseFault("CC BY 4.0")?.hint).toBe('did you mean "CC-BY-4.0"?');
  expect(licenseFault("cc-by-sa-4")?.hint).toBe('did you mean "CC-BY-SA-4.0"?');
  expect(languageFault("en_GB")?.hint).toBe("write en-GB");
});
