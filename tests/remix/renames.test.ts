/** How a borrowed slide reads when what it names has another name here. */
import { describe, expect, test } from "vitest";
import { asCopied } from "../../scripts/remix/renames.ts";

describe("another id", () => {
  const renames = { "#harvest": "#harvest-2" };
  test.each([
    [
      "written",
      "## Harvest {#harvest layout=figure}\n\nGrain.",
      "## Harvest {#harvest-2 layout=figure}\n\nGrain.",
    ],
    ["made from the title", "# Harvest\n\nGrain.", "# Harvest {#harvest-2}\n\nGrain."],
    ["beside other settings", "## Harvest {.optional}", "## Harvest {#harvest-2 .optional}"],
    ["of a slide without words in its heading", "## {#harvest}\n\nGrain.", "## {#harvest-2}\n\nGrain."],
    ["of a slide without heading", "Grain.", "## {#harvest-2}\n\nGrain."],
  ])("%s", (_, text, copied) => {
    expect(asCopied(text, renames)).toBe(copied);
  });
});

test("all names at once, and the text back without them", () => {
  const text = "## Rain {#rain account=record}\n\n![Rain](media/rain.svg) [@fao]";
  expect(
    asCopied(text, {
      "#rain": "#rain-2",
      "account=record": "account=record-korea",
      "@fao": "@fao-korea",
      "media/rain.svg": "media/korea/rain.svg",
    }),
  ).toBe("## Rain {#rain-2 account=record-korea}\n\n![Rain](media/korea/rain.svg) [@fao-korea]");
  expect(asCopied(text, {})).toBe(text);
});
