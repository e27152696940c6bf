import { expect, test } from "vitest";
import { useSite } from "./helper.ts";

const site = useSite();

test("without JavaScript there are the title, the contents and the way to the text", async () => {
  const { page } = await site.open({ javaScript: false });
  const seen = await page.$eval("#start", (panel) => {
    const links = [...panel.querySelectorAll("a")].map((a) => [
      a.textContent?.trim(),
      a.getAttribute("href"),
    ]);
    return { title: panel.querySelector("h1")?.textContent, links };
  });
  expect(seen.title).toBe("Tones & <silences>");
  expect(seen.links).toEqual([
    ["Read this lecture as text", "read.html"],
    ["Accessibility", "accessibility.html"],
    ["Put together a selection", "remix.html"],
    ["Permission to invade", "read.html#war"],
    ["A telegram in January", "read.html#war--telegram"],
    ["Whose war?", "read.html#war--whose-war"],
    ["A slide without words", "read.html#war--silence"],
    ["After </script> the war", "read.html#peace"],
    ["The ceasefire", "read.html#peace--ceasefire"],
    ["Who needs whom?", "read.html#peace--who"],
  ]);
  expect(await page.$eval("#start-buttons", (buttons) => buttons.hasAttribute("hidden"))).toBe(true);
});

test("without JavaScript remix.html says so, and leads to the text", async () => {
  const { page } = await site.open({ javaScript: false });
  await page.goto(site.address().replace("index.html", "remix.html"));
  const words = await page.evaluate(() => document.body.innerText);
  expect(words).toContain("Choosing slides needs JavaScript. Read this lecture as text");
  expect(words).not.toContain("Copy link");
});
