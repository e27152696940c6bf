import { expect, test } from "vitest";
import { look, useSite } from "./helper.ts";
import { inStep, itemsIn, MOMENTS, openTalk, presents } from "./talk.ts";

const site = useSite();
const onScreen = ".slides > .present > .present";

test("pressed on the slides, every cue of the lecture shows in the speaker view, on and back", async () => {
  const { slides, speaker, complaints } = await openTalk(site);
  for (const [place, fullId, step] of MOMENTS.slice(1)) {
    const promised = await itemsIn(speaker, "#next-frame");
    await slides.keyboard.press("PageDown");
    await inStep(speaker, place, step);
    await presents(slides, fullId, step);
    const shown = await itemsIn(slides, onScreen);
    expect(await itemsIn(speaker, "#now-frame")).toEqual(shown);
    // What was shown as the next press is what it gave.
    expect(promised).toEqual(shown);
  }
  for (const [place, fullId, step] of [...MOMENTS].reverse().slice(1)) {
    await slides.keyboard.press("PageUp");
    await inStep(speaker, place, step);
    await presents(slides, fullId, step);
    expect(await itemsIn(speaker, "#now-frame")).toEqual(await itemsIn(slides, onScreen));
  }
  expect(complaints()).toEqual([]);
});

test("pressed in the speaker view, every cue of the lecture shows on the slides, on and back", async () => {
  const { slides, speaker } = await openTalk(site);
  for (const [place, fullId, step] of MOMENTS.slice(1)) {
    await speaker.click("#forward");
    await presents(slides, fullId, step);
    await inStep(speaker, place, step);
    expect(await itemsIn(speaker, "#now-frame")).toEqual(await itemsIn(slides, onScreen));
  }
  await speaker.waitForSelector("#next-end", { visible: true });
  for (const [place, fullId, step] of [...MOMENTS].reverse().slice(1)) {
    await speaker.keyboard.press("ArrowLeft");
    await presents(slides, fullId, step);
    await inStep(speaker, place, step);
  }
});

test("black, overview, a jump and the way back to presenting work from the speaker view", async () => {
  const { slides, speaker } = await openTalk(site);
  await speaker.keyboard.press("b");
  await slides.waitForSelector("#black-screen", { visible: true });
  await speaker.waitForSelector("#now-black", { visible: true });
  await speaker.keyboard.press("Escape");
  await slides.waitForSelector("#black-screen", { hidden: true });
  await speaker.click("#overview");
  await slides.waitForSelector(".reveal.overview");
  await speaker.waitForSelector("#overview[aria-pressed=true]");
  await speaker.click("#overview");
  await slides.waitForSelector(".reveal:not(.overview)");
  await speaker.keyboard.type("4");
  await speaker.keyboard.press("Enter");
  await presents(slides, "peace/ceasefire", 0);
  await slides.keyboard.press("p");
  await speaker.waitForSelector("#left", { visible: true });
  await speaker.click("#present");
  await presents(slides, "peace/ceasefire", 0);
  expect((await look(slides)).slide).toBe("The ceasefire");
});

test("pressing the slide in the speaker view points at the same place of the slide", async () => {
  const { slides, speaker } = await openTalk(site);
  const frame = await speaker.$eval("#now-frame", (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
  await speaker.mouse.move(frame.left + frame.width / 4, frame.top + frame.height / 2);
  await speaker.mouse.down();
  await slides.waitForSelector("#dot", { visible: true });
  const at = await slides.evaluate(() => {
    const box = document.querySelector(".slides")?.getBoundingClientRect();
    const dot = document.querySelector("#dot")?.getBoundingClientRect();
    if (box === undefined || dot === undefined) throw new Error("no dot");
    return {
      x: (dot.left + dot.width / 2 - box.left) / box.width,
      y: (dot.top + dot.height / 2 - box.top) / box.height,
    };
  });
  expect(at.x).toBeCloseTo(0.25, 2);
  expect(at.y).toBeCloseTo(0.5, 2);
  await speaker.mouse.up();
  await slides.waitForSelector("#dot", { hidden: true });
});

test("the pointer of the slides shows in the speaker view", async () => {
  const { slides, speaker } = await openTalk(site);
  await slides.keyboard.press("l");
  await slides.mouse.move(640, 400);
  await speaker.waitForSelector("#now-dot", { visible: true });
  expect(await slides.$eval("#dot", (dot) => dot.getClientRects().length)).toBe(1);
  await slides.keyboard.press("l");
  await speaker.waitForSelector("#now-dot", { hidden: true });
});

test("messages that do not come from a window of the talk do nothing", async () => {
  const { slides, speaker } = await openTalk(site);
  await slides.evaluate(() => {
    const ask = { kind: "ask", ask: { to: "go", slide: "peace/who", step: 0 } };
    const id: unknown = JSON.parse(document.querySelector("#lecture")?.textContent ?? "").id;
    window.postMessage({ lanternist: id, talk: ask }, "*");
    document.body.append(document.createElement("iframe"));
  });
  const stranger = slides.frames().find((frame) => frame !== slides.mainFrame());
  await stranger?.evaluate((id) => {
    const ask = { kind: "ask", ask: { to: "go", slide: "peace/who", step: 0 } };
    window.parent.postMessage({ lanternist: id, talk: ask }, "*");
  }, "deck");
  expect(stranger).toBeDefined();
  await speaker.evaluate(() => {
    const id: unknown = JSON.parse(document.querySelector("#lecture")?.textContent ?? "").id;
    const send = (talk: unknown, lecture = id) =>
      (window.opener as Window).postMessage({ lanternist: lecture, talk }, "*");
    send({ kind: "ask", ask: { to: "go", slide: "peace/who", step: -1 } });
    send({ kind: "ask", ask: { to: "go", slide: "peace/who", step: 0 } }, "another-lecture");
  });
  await speaker.click("#forward");
  await presents(slides, "war/telegram", 1);
  expect((await look(slides)).items).toEqual(["Months of pleading"]);
});
