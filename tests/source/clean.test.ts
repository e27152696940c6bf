import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../scripts/source/clean.ts";
import { loadSanitizer } from "../../scripts/source/sanitizer.ts";

const at = { file: "eras/01-a.md", line: 3, column: 1 };
const paths = new Set([
  "eras/01-a.md",
  "eras/media/a.png",
  "eras/media/a map.svg",
  "shared/b.mp4",
  "deck.yaml",
]);
const sanitizer = await loadSanitizer();
const context = { paths, sanitizer };
const clean = (html: string) => {
  const { html: out, problems, media } = cleanHtml(html, at, context);
  return { html: out, codes: problems.map((p) => p.code), media };
};

describe("what an author needs stays as it is", () => {
  it.each([
    "<p>Plain <em>words</em> &amp; <strong>more</strong></p>",
    '<ul><li id="a--b--one" class="step">One</li></ul>',
    '<section data-background-color="#fff" data-transition="fade"></section>',
    '<p lang="ko">김일성</p>',
    '<td class="align-right" colspan="2">1</td>',
    '<a href="#/era/slide">see</a>',
    '<a href="mailto:a@example.org">write</a>',
    '<svg viewBox="0 0 1 1" role="img"><linearGradient id="g"></linearGradient><path fill="url(#g)" d="M0 0"></path><use href="#g"></use></svg>',
  ])("%s", (html) => expect(clean(html)).toEqual({ html, codes: [], media: [] }));
});

describe("pictures and files of the deck get the address they have in the output", () => {
  it.each([
    [
      '<img src="media/a.png" alt="A" />',
      '<img src="assets/eras/media/a.png" alt="A" />',
      ["eras/media/a.png"],
    ],
    [
      '<img src="media/a%20map.svg" alt="" />',
      '<img src="assets/eras/media/a%20map.svg" alt="" />',
      ["eras/media/a map.svg"],
    ],
    [
      '<video src="../shared/b.mp4" autoplay></video>',
      '<video src="assets/shared/b.mp4" controls preload="metadata"></video>',
      ["shared/b.mp4"],
    ],
    [
      '<img srcset="media/a.png 1x, media/a.png 2x" alt="" />',
      '<img srcset="assets/eras/media/a.png 1x, assets/eras/media/a.png 2x" alt="" />',
      ["eras/media/a.png"],
    ],
  ])("%s", (html, expected, media) => expect(clean(html)).toMatchObject({ html: expected, media }));

  it("names the nearest file when one is missing", () => {
    const { problems } = cleanHtml('<img src="media/a.pgn" alt="" />', at, context);
    expect(problems).toEqual([
      expect.objectContaining({
        code: "missing-file",
        severity: "error",
        hint: 'did you mean "eras/media/a.png"?',
      }),
    ]);
  });
});

describe("what could run, load or leave is taken out and said", () => {
  it.each([
    ["<script>alert(1)</script>x", "x", ["removed-markup"]],
    ["<SCRIPT>alert(1)</SCRIPT>x", "x", ["removed-markup"]],
    ["<style>@import 'https://e.org'</style>", "", ["removed-markup"]],
    ['<p onclick="alert(1)">a</p>', "<p>a</p>", ["removed-markup"]],
    ['<p ONCLICK="alert(1)">a</p>', "<p>a</p>", ["removed-markup"]],
    ['<p style="background:url(https://e.org)">a</p>', "<p>a</p>", ["removed-markup"]],
    ['<section data-background-iframe="https://e.org"></section>', "<section></section>", ["removed-markup"]],
    ['<iframe src="https://e.org"></iframe>', "", ["removed-markup"]],
    ['<form action="https://e.org"><input></form>', "", ["removed-markup", "removed-markup"]],
    ['<a href="javascript:alert(1)">a</a>', "<a>a</a>", ["bad-link"]],
    ['<a href="JaVa\nscript:alert(1)">a</a>', "<a>a</a>", ["bad-link"]],
    ['<a href="&#106;avascript:alert(1)">a</a>', "<a>a</a>", ["bad-link"]],
    ['<a href="data:text/html,x">a</a>', "<a>a</a>", ["bad-link"]],
    ['<a href="//e.org/x">a</a>', "<a>a</a>", ["bad-link"]],
    ['<a href="\\\\e.org\\x">a</a>', "<a>a</a>", ["bad-link"]],
    ['<a href="../../etc/passwd">a</a>', "<a>a</a>", ["bad-link"]],
    ['<a href="../deck.yaml">a</a>', "<a>a</a>", ["bad-link"]],
    ['<img src="../../../etc/passwd" alt="" />', '<img alt="" />', ["bad-path"]],
    ['<img src="%2e%2e/%2e%2e/x" alt="" />', '<img alt="" />', ["bad-path"]],
    ['<img src="file:///etc/passwd" alt="" />', '<img alt="" />', ["bad-path"]],
    [
      '<section data-background-image="https://e.org/a.png"></section>',
      "<section></section>",
      ["remote-picture"],
    ],
    ['<img src="x" onerror="alert(1)" alt="" />', '<img alt="" />', ["missing-file", "removed-markup"]],
    [
      '<svg onload="alert(1)"><script>alert(1)</script></svg>',
      "<svg></svg>",
      ["removed-markup", "removed-markup"],
    ],
    ['<svg><use href="https://e.org/a.svg#x"></use></svg>', "<svg><use></use></svg>", ["removed-markup"]],
    [
      '<svg><image href="https://e.org/a.png"></image></svg>',
      "<svg><image></image></svg>",
      ["removed-markup"],
    ],
    [
      '<svg><rect fill="url(https://e.org/a.svg#x)"></rect></svg>',
      "<svg><rect></rect></svg>",
      ["removed-markup"],
    ],
    [
      '<svg><animate attributeName="href" to="javascript:alert(1)"></animate></svg>',
      "<svg></svg>",
      ["removed-markup"],
    ],
  ])("%s", (html, expected, codes) => expect(clean(html)).toMatchObject({ html: expected, codes }));

  it("turns a picture on another host into a link that names it", () => {
    const { html, codes } = clean('<img src="https://example.org/a.png" alt="The bridge" />');
    expect(html).toBe(
      '<a href="https://example.org/a.png" class="remote-picture" target="_blank" rel="noopener noreferrer">The bridge</a>',
    );
    expect(codes).toEqual(["remote-picture"]);
  });
});

describe("table alignment", () => {
  it("becomes a class, since the site's policy drops inline styles", () => {
    expect(clean('<td style="text-align:right">1</td>').html).toBe('<td class="align-right">1</td>');
  });
});

describe("attributes called like parts of JavaScript", () => {
  it.each(["constructor", "tostring", "valueof", "hasownproperty"])(
    "%s is taken out like any other",
    (name) => {
      expect(clean(`<p ${name}="x">a</p>`)).toMatchObject({ html: "<p>a</p>", codes: ["removed-markup"] });
    },
  );
});

describe("markup made to be slow", () => {
  it("is refused when nested deeper than any slide", () => {
    expect(clean("<div>".repeat(100_000)).codes).toEqual(["markup-too-deep"]);
  });
});

describe("cleaning twice", () => {
  it("changes nothing the second time", () => {
    const once = clean(
      '<p onclick="x">a &lt;b&gt; <em>c</em><br></p><svg viewBox="0 0 1 1"><title>t &amp; u</title></svg>',
    ).html;
    expect(clean(once)).toEqual({ html: once, codes: [], media: [] });
  });
});

describe("HTML that takes the short way", () => {
  const piece = fc.constantFrom(..."<p> </p> <ul> </ul> <li> </li> <ol> </ol> <em> </em> <strong> </strong> <a> </a> <div> </div> <h2> </h2> <blockquote> </blockquote> <pre> </pre> <code> </code> <br> <br/> <hr> <script> </script> <td> </td> <svg> </svg> <P> </P > < > & &amp; &lt; &gt; &quot; &nbsp; &#39; &lt;script&gt; \" ' words ... \u0000 \r é 김 <!-- --> <![CDATA[ ]]>".split(" ")); // prettier-ignore
  const value = fc.constantFrom("a--b", "step", "step one", "a  b", "", "#a--b", "#a b", "javascript:x", "https://example.org/", "x&quot;y", "a&amp;b", "url(x)", "é", "-a", "key"); // prettier-ignore
  const name = fc.constantFrom(
    "id",
    "class",
    "href",
    "data-cite",
    "onclick",
    "style",
    "title",
    "ID",
    "data-x",
  );
  const tag = fc.tuple(fc.constantFrom("p", "a", "li", "span", "img", "em"), fc.array(fc.tuple(name, value), { maxLength: 3 })).map(([of, attributes]) => `<${of}${attributes.map(([key, text]) => ` ${key}="${text}"`).join("")}>`); // prettier-ignore
  const inOrder = fc.letrec<{ node: string; some: string }>((tie) => ({
    some: fc.array(tie("node"), { maxLength: 4 }).map((parts) => parts.join("")),
    node: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom("words", " ", "\n", "&amp;", "&lt;b&gt;", "&quot;so&quot;", "é", "<br>"),
      fc
        .tuple(
          fc.constantFrom("p", "ul", "li", "ol", "em", "a", "h2", "sup", "div", "blockquote", "table", "q"),
          fc.constantFrom("", ' id="a--b"', ' class="step one"', ' href="#a--b"', ' data-cite="key"'),
          tie("some"),
        )
        .map(([of, attributes, inner]) => `<${of}${attributes}>${inner}</${of}>`),
    ),
  })).some;

  it("comes out as it would from the long one", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          inOrder,
          fc.array(fc.oneof(piece, tag)).map((parts) => parts.join("")),
        ),
        (html) => {
          if (!/[<&]/.test(html)) return;
          expect(cleanHtml(html, at, context)).toEqual(sanitizer.html(html, at, paths));
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
