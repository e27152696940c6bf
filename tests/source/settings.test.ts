import { expect, test } from "vitest";
import { parsed, shown } from "./deck-of.ts";

const problemsOf = async (
  heading: string,
  deck = "title: A\naccounts: { record: Record, debated: Debated }\n",
): Promise<string> => {
  const texts = { "deck.yaml": deck, "01-a.md": `${heading}\n\ntext\n` };
  return shown((await parsed(texts)).problems, texts);
};

test.each([
  ["## A {account=recrod}", 'unknown-account] deck.yaml has no account "recrod"', 'did you mean "record"?'],
  ["## A {layot=text}", 'unknown-setting] unknown setting "layot"', 'did you mean "layout"?'],
  ["## A {minutes=long}", 'invalid-value] "long" is no number of minutes', "for instance: minutes=2"],
  ["## A {#a/b}", 'invalid-id] "a/b" cannot be an id', "letters, digits and single hyphens"],
  [
    "## A {data-background-iframe=https://x.org}",
    "removed-markup] the setting data-background-iframe was taken out",
    "load nothing",
  ],
  ["## A {data-background-image=https://x.org/a.png}", "lies on another host", "copy it"],
  ["## A {data-background=../a.png}", "01-a.md:1:7 ", "copy it"],
])("%s", async (heading, message, hint) => {
  const problems = await problemsOf(heading);
  expect(problems).toContain(message);
  expect(problems).toContain(hint);
});

test("the caret stands under the setting", async () => {
  expect(await problemsOf("## A telegram {#a account=recrod}")).toContain(
    "  1 | ## A telegram {#a account=recrod}\n                        ^^^^^^^\n",
  );
});

test("a background picture is copied and checked", async () => {
  const { deck } = await parsed({ "a.md": "## A {data-background=media/x.png}\n", "media/x.png": "" });
  expect(deck.eras[0]?.slides[0]?.settings).toEqual({ "data-background-image": "assets/media/x.png" });
  expect(deck.media).toEqual(["media/x.png"]);
});
