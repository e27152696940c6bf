import { expect, test } from "vitest";
import { CONTENT_SECURITY_POLICY } from "../../scripts/outputs/site/page.ts";
import { playedTo, seekTo, useSite } from "./helper.ts";

const site = useSite();

test("the page asks for nothing but its own files, and its policy has nothing to refuse", async () => {
  const { page, requests, complaints } = await site.open();
  await page.click("#start-with-sound");
  await playedTo(page, 300);
  await seekTo(page, 8_100);
  await playedTo(page, 8_300);
  await page.click("#contents");
  await page.keyboard.press("Escape");
  await page.click("#overview");
  await page.waitForSelector(".reveal.overview");
  const own = site.address().replace("index.html", "");
  expect(requests.filter((address) => !address.startsWith(own) && !address.startsWith("data:"))).toEqual([]);
  expect(complaints).toEqual([]);
});

test("the policy is in the page, word for word", async () => {
  const { page } = await site.open();
  const policy = await page.$eval("meta[http-equiv='Content-Security-Policy']", (meta) =>
    meta.getAttribute("content"),
  );
  expect(policy).toBe(CONTENT_SECURITY_POLICY);
  expect(policy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self' blob:; base-uri 'none'; form-action 'none'",
  );
});
