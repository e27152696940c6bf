import { expect, test } from "vitest";
import { markLanguages } from "../../scripts/outputs/handout/languages.ts";

test("marks Korean names, with the spaces between their parts", () => {
  expect(markLanguages("<p>Kim Il Sung (김 일성), Pyongyang</p>", "en")).toBe(
    '<p>Kim Il Sung (<em class="script" lang="ko">김 일성</em>), Pyongyang</p>',
  );
});

test("leaves what is marked already, and what is not read", () => {
  for (const html of [
    '<p><em lang="ko">김일성</em></p>',
    "<svg><text>평양</text></svg>",
    '<div aria-hidden="true"><p>평양</p></div>',
    "<head><title>평양</title></head>",
    '<img alt="평양">',
  ]) {
    expect(markLanguages(html, "en")).toBe(html);
  }
});

test("turns elements that lose their language on paper into ones that keep it", () => {
  expect(markLanguages('<span lang="ru">Эдуард</span> and <i lang="la">ibid.</i>', "en")).toBe(
    '<em class="script" lang="ru">Эдуард</em> and <em lang="la">ibid.</em>',
  );
  expect(markLanguages('<span class="name" lang="ru">Эдуард <b>Ш.</b></span>', "en")).toBe(
    '<em class="script name" lang="ru">Эдуард <b>Ш.</b></em>',
  );
});

test("marks nothing in a page of that language", () => {
  expect(markLanguages("<p>김일성</p>", "ko-KR")).toBe("<p>김일성</p>");
});
