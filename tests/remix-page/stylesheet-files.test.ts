import { expect, test } from "vitest";
import { stylesheetFiles } from "../../scripts/remix-page/folder/stylesheet-files.ts";

test("a stylesheet's files are named as they lie in the site", () => {
  const css = `
    @font-face { src: url("fonts/a%20b.woff2") format("woff2"), url('fonts/c.woff2'); }
    .x { background: url(../media/y.svg#part); mask: url(#here); }
    .z { background: url(data:image/png;base64,AA==) } .again { src: url(fonts/c.woff2) }`;
  expect(stylesheetFiles("assets/theme.css", css)).toEqual([
    "assets/fonts/a b.woff2",
    "assets/fonts/c.woff2",
    "media/y.svg",
  ]);
});
