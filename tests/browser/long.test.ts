import { expect, test } from "vitest";
import { look, showing, useSite } from "./helper.ts";
import { longLecture } from "./long-lecture.ts";

const site = useSite(longLecture);

test("of a thousand slides only those near the one on show cost anything, and the last is one key away", async () => {
  const { page, requests } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  const cost = () =>
    page.evaluate(() => ({
      sections: document.querySelectorAll(".slides > section > section").length,
      filled: document.querySelectorAll(".slides > section > section > *").length,
    }));
  expect(await cost()).toEqual({ sections: 2 * 50 + 18, filled: 2 });
  await page.keyboard.press("End");
  await showing(page, "Slide 19.49");
  expect(await look(page)).toMatchObject({ positionMs: 9_990_000, fragment: "#/era-19/s-49" });
  expect((await cost()).sections).toBe(2 * 50 + 18);
  expect(requests.filter((address) => address.includes("/eras/")).length).toBeLessThanOrEqual(4);

  // Only who looks for something has the rest loaded; of a thousand hits the first are listed.
  await page.click("#find");
  await page.type("#find-field", "who has read");
  await page.waitForFunction(() =>
    document.querySelector("#find-count")?.textContent?.startsWith("1000 hits"),
  );
  await page.waitForFunction(() => document.querySelector("#find-note")?.textContent === "");
  expect(
    await page.evaluate(() => ({
      count: document.querySelector("#find-count")?.textContent,
      rows: document.querySelectorAll("#find-list li").length,
      tabStops: document.querySelectorAll("#find-list [tabindex='0']").length,
      marks: document.querySelectorAll("#find-marks span").length,
    })),
  ).toEqual({ count: "1000 hits. The first 200 are shown.", rows: 200, tabStops: 1, marks: 401 });
});

test("the bar has one drawing for all marks, none where they would run together, and a picture of an era that is not loaded", async () => {
  const { page, requests, complaints } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  const elements = await page.$eval("#seek-track", (bar) => ({
    all: bar.querySelectorAll("*").length,
    marks: bar.querySelector(".seek-marks path")?.getAttribute("d"),
  }));
  // Two for each era.
  expect(elements).toEqual({ all: 2 * 20 + 2, marks: "" });
  const loaded = requests.length;
  const bar = await page.$eval("#seek", (slider) => slider.getBoundingClientRect().toJSON());
  await page.mouse.move(bar.left + bar.width * 0.51, bar.top + bar.height / 2);
  await page.waitForSelector("#seek-picture h2", { visible: true });
  expect(await page.$eval("#seek-era", (era) => era.textContent)).toBe("Era 10");
  expect(requests.length).toBe(loaded + 1);
  expect(complaints).toEqual([]);
});
