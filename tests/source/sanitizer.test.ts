/** What cleans authors' HTML is loaded for decks that need it, and none is published without it. */
import { expect, test } from "vitest";
import { cleanHtml } from "../../scripts/source/clean.ts";
import { loadSanitizer, NeedsSanitizer, noSanitizer } from "../../scripts/source/sanitizer.ts";
import { parsed } from "./deck-of.ts";

const at = { file: "01-a.md", line: 1, column: 1 };
const paths = new Set<string>();
const loaded = await loadSanitizer();

test.each([
  "<script>alert(1)</script>",
  '<a href="https://example.org">out</a>',
  '<img src="a.png" alt="">',
  "<table></table>",
  "a & b",
])("%s is left to the sanitizer", (html) => {
  expect(() => cleanHtml(html, at, { paths, sanitizer: noSanitizer })).toThrow(NeedsSanitizer);
  expect(cleanHtml(html, at, { paths, sanitizer: loaded })).toEqual(loaded.html(html, at, paths));
});

test("plain text needs none, and is what the sanitizer would give", () => {
  const html = '<ul>\n<li id="a--b" class="step">One &amp; <em>two</em></li>\n</ul>';
  const plain = cleanHtml(html, at, { paths, sanitizer: noSanitizer });
  expect(plain).toEqual(loaded.html(html, at, paths));
});

test("a deck that needs it late is read as a whole with it", async () => {
  const { deck, problems } = await parsed({
    "deck.yaml": "title: A\n",
    "01-a.md":
      "## One {#one}\n\n- Plain\n\n---\n\n## Two {#two}\n\nA <b onclick='x()'>word</b> ![map](a.svg)\n",
    "a.svg": '<svg viewBox="0 0 1 1"><script>x()</script><path d="M0 0"/></svg>',
  });
  const [one, two] = deck.eras[0]?.slides ?? [];
  expect(one?.slots["main"]).toContain("<li>Plain</li>");
  expect(two?.slots["main"]).toContain("<b>word</b>");
  expect(two?.slots["main"]).toContain('<path d="M0 0"></path>');
  expect(problems.map(({ code }) => code)).toEqual(["removed-markup", "removed-markup"]);
});
