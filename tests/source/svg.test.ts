import { describe, expect, it } from "vitest";
import { cleanSvg } from "../../scripts/source/svg.ts";

const options = { id: "war--map--june", name: "june", at: { file: "01-war.md", line: 9, column: 1 } };
const drawing = (inner: string, root = 'viewBox="0 0 100 50"') =>
  cleanSvg(
    `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${inner}</svg>\n`,
    options,
  );
/** What stands between the root's tags. */
const inner = (svg: string) => svg.replace(/^<svg[^>]*>|<\/svg>$/g, "");

describe("a drawing of the deck inside a page", () => {
  it("has its ids prefixed and offers its parts to cues", () => {
    const { svg, parts } = drawing('<g id="seoul"><use xlink:href="#dot"/></g>');
    expect(inner(svg)).toBe('<g id="war--map--june--seoul"><use href="#war--map--june--dot"></use></g>');
    expect(parts).toEqual([{ name: "june/seoul", id: "war--map--june--seoul" }]);
  });

  it("takes its size from the viewBox, else from width and height", () => {
    expect(drawing("")).toMatchObject({ widthPx: 100, heightPx: 50 });
    const measured = drawing("", 'width="40mm" height="20mm"');
    expect(measured).toMatchObject({ widthPx: 40, heightPx: 20 });
    expect(measured.svg).toContain('viewBox="0 0 40 20"');
  });

  it("is named by the author's words, safely", () => {
    expect(
      cleanSvg('<svg viewBox="0 0 1 1"></svg>', { ...options, label: 'The "line" <at> night' }).svg,
    ).toContain('role="img" aria-label="The &quot;line&quot; &lt;at&gt; night"');
  });

  it("keeps the look that drawing programs write as styles, as attributes", () => {
    const { svg, problems } = drawing(
      '<style>.st0{fill:#fff;stroke:red}</style><path class="st0" style="stroke:blue;-inkscape-x:1" d="M0 0"/>',
    );
    expect(inner(svg)).toBe('<path class="st0" d="M0 0" fill="#fff" stroke="blue"></path>');
    expect(problems).toEqual([]);
  });
});

describe("what a drawing must not hold", () => {
  it.each([
    ["<script>alert(1)</script>", ""],
    ['<g onclick="alert(1)"></g>', "<g></g>"],
    ['<a xlink:href="javascript:alert(1)"><text>hi</text></a>', "<text>hi</text>"],
    ["<foreignObject><iframe></iframe></foreignObject>", ""],
    ['<image href="https://example.org/a.png"/>', "<image></image>"],
    ['<rect fill="url(https://example.org/a.svg#x)"/>', "<rect></rect>"],
    ['<rect style="fill:url(https://example.org/a.svg#x)"/>', "<rect></rect>"],
    ['<set attributeName="href" to="javascript:alert(1)"/>', ""],
  ])("%s", (written, expected) => {
    const { svg, problems } = drawing(written);
    expect(inner(svg)).toBe(expected);
    expect(problems.map((p) => p.code)).toContain("removed-markup");
  });

  it.each([
    ["entities", '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>'],
    ["no drawing", "<html></html>"],
    ["too large", `<svg>${" ".repeat(2_000_001)}</svg>`],
  ])("%s: refused as a whole", (_name, text) => {
    expect(cleanSvg(text, options)).toMatchObject({
      svg: "",
      problems: [{ code: "bad-svg", severity: "error" }],
    });
  });
});
