import { expect, test } from "vitest";
import { look, playedTo, seekTo, showing, useSite } from "./helper.ts";

const site = useSite();

test("a part is a lecture of its own, with its own total, marks, contents and sound", async () => {
  const { page, requests, complaints } = await site.open({ fragment: "?only=peace" });
  const panel = await page.evaluate(() => ({
    only: document.querySelector("#only")?.textContent,
    facts: document.querySelector("#start-facts")?.textContent,
    total: document.querySelector("#total")?.textContent,
    whole: document.querySelector<HTMLAnchorElement>("#only a")?.href,
    marks: document.querySelectorAll(".seek-era").length,
  }));
  expect(panel).toEqual({
    only: "Only a part of the lecture: After </script> the war. The whole lecture",
    facts: "00:08 · 2 slides",
    total: "00:08",
    whole: site.address(),
    marks: 1,
  });
  await page.click("#start-with-sound");
  await playedTo(page, 300);
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", fragment: "#/peace/ceasefire" });
  expect(await page.evaluate(() => location.search)).toBe("?only=peace");
  await seekTo(page, 4_600);
  await showing(page, "Who needs whom?");
  await seekTo(page, 8_400);
  await page.waitForSelector("#play:not(.is-playing)");
  await page.click("#contents");
  const contents = await page.$$eval("#contents-list a", (links) => links.map((link) => link.textContent));
  expect(contents).toEqual(["The ceasefire 00:00", "Who needs whom? 00:04"]);
  expect(requests.filter((address) => /00-war\.js|war-/.test(address))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a part may go from one slide to another, across eras", async () => {
  const { page } = await site.open({ fragment: "?only=war/silence..peace/ceasefire#/peace/ceasefire?t=100" });
  await page.waitForFunction(() =>
    document.querySelector("#start-at:not([hidden])")?.textContent?.endsWith("00:01, The ceasefire"),
  );
  expect(await look(page)).toMatchObject({ positionMs: 1_600 });
  await page.click("#start-silent");
  await page.keyboard.press("Home");
  await showing(page, "A slide without words");
  // What lies outside is named as such.
  await page.evaluate(() => location.assign("#/war/telegram"));
  await page.waitForSelector("#toast", { visible: true });
  expect(await page.$eval("#toast", (line) => line.textContent)).toContain("not in what is open here");
});

test("one part may have a title too, and says what of the lecture it is", async () => {
  const { page } = await site.open({ fragment: "?only=peace&title=My%20week" });
  expect(await page.$eval("h1", (title) => title.textContent)).toBe("My week");
  expect(await page.$eval("#only", (line) => line.textContent)).toBe(
    "A part of “Tones & <silences>”: After </script> the war. The whole lecture",
  );
});

test("a wrong value says so and shows the whole", async () => {
  const { page } = await site.open({ fragment: "?only=peaze" });
  expect(await page.$eval("#only", (line) => line.textContent)).toBe(
    "The lecture has no part “peaze”, which the address asks for. This is the whole lecture.",
  );
  expect(await page.$eval("#total", (total) => total.textContent)).toBe("00:16");
});

test("the menu leads to just this era, on screen and on paper, and to the author", async () => {
  const { page } = await site.open({ fragment: "#/peace/ceasefire" });
  await page.click("#start-silent");
  await page.click("#play");
  await seekTo(page, 8_600);
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
    document.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("#menu a") !== null) event.preventDefault();
    });
  });
  await page.click("#more");
  await page.click("#link-to-era");
  await page.waitForSelector("#copy-dialog[open]");
  expect(await page.$eval("#copy-link", (field) => (field as HTMLInputElement).value)).toBe(
    `${site.address()}?only=peace`,
  );
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.id === "more");
  await page.click("#more");
  expect(await page.$eval("#print-era", (link) => link.getAttribute("href"))).toBe("read.html#--only--peace");
  await page.click("#report");
  const mail = new URL(await page.$eval("#report", (link) => (link as HTMLAnchorElement).href));
  expect([mail.protocol, mail.pathname]).toEqual(["mailto:", "ada@example.org"]);
  expect(mail.searchParams.get("subject")).toBe("Mistake in “Tones & <silences>”: peace/ceasefire");
  expect(mail.searchParams.get("body")).toMatch(
    /^Lecture: Tones & <silences>\r\nSlide: peace\/ceasefire \(The ceasefire\)\r\nTime: 00:08\r\nLink: #\/peace\/ceasefire\?t=s1\.\w+\.600\r\n\r\nWhat is wrong:\r\n$/,
  );
});
