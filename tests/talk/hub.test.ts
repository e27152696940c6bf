import { expect, test } from "vitest";
import { createHub } from "../../scripts/talk/hub.ts";
import type { TalkLink, TalkMessage } from "../../scripts/talk/messages.ts";

/** A link whose other end is the test. */
function fakeLink() {
  const sent: TalkMessage[] = [];
  let told: (message: TalkMessage) => void = () => undefined;
  const link: TalkLink = { send: (message) => sent.push(message), listen: (to) => (told = to) };
  return { link, sent, comes: (message: TalkMessage) => told(message) };
}

const hello: TalkMessage = { kind: "hello" };
const pointer: TalkMessage = { kind: "pointer", slide: "war/telegram" };

test("what is sent goes over every link; what comes over any is heard", () => {
  const hub = createHub();
  const [a, b] = [fakeLink(), fakeLink()];
  const heard: TalkMessage[] = [];
  hub.listen((message) => heard.push(message));
  hub.add(a.link);
  hub.add(b.link);
  hub.send(hello);
  expect([a.sent, b.sent]).toEqual([[hello], [hello]]);
  b.comes(pointer);
  expect(heard).toEqual([pointer]);
  expect(a.sent).toEqual([hello]);
});

test("what it relays goes on over the other links, and never back", () => {
  const hub = createHub(({ kind }) => kind === "pointer");
  const [a, b] = [fakeLink(), fakeLink()];
  hub.add(a.link);
  hub.add(b.link);
  a.comes(pointer);
  a.comes(hello);
  expect([a.sent, b.sent]).toEqual([[], [pointer]]);
});

test("who stops listening hears no more", () => {
  const hub = createHub();
  const a = fakeLink();
  hub.add(a.link);
  const heard: TalkMessage[] = [];
  const stop = new AbortController();
  hub.listen((message) => heard.push(message), stop.signal);
  a.comes(hello);
  stop.abort();
  a.comes(hello);
  expect(heard).toEqual([hello]);
});
