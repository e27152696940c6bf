import { expect, test } from "vitest";
import { tonesLecture } from "./fixture.ts";
import { useSite } from "./helper.ts";
import { openRemix, selected, tick } from "./remix.ts";

const site = useSite(() => tonesLecture({ language: "de-AT" }));

test("in German, every word of the page is German", async () => {
  const { page } = await openRemix(site);
  await tick(page, "Whose war?");
  expect((await selected(page)).said).toBe("Gewählt: Whose war?. 1 Folie, 00:03.");
  const words = await page.evaluate(() => {
    const own = [...document.querySelectorAll("button, a, h1, h2, [aria-label], [placeholder]")];
    return own
      .flatMap((one) => [one.textContent, one.getAttribute("aria-label"), one.getAttribute("placeholder")])
      .join(" ");
  });
  expect(words).toContain("Eine Auswahl zusammenstellen");
  expect(words).toContain("Als Ordner sichern");
  expect(words).not.toMatch(/\b(?:Choose|Move|Take|Copy|Slides|Your|Save|Print)\b/);
});
