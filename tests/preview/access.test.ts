import { expect, test } from "vitest";
import { KEY_LASTS_MS, makeAccess } from "../../scripts/preview/access.ts";

const PORT = 4800;
const here = { host: "localhost:4800", origin: undefined, cookie: undefined, address: "127.0.0.1" };
const phone = { host: "192.168.1.5:4800", origin: undefined, cookie: undefined, address: "192.168.1.77" };
const cookieIn = (header: string) => header.split(";")[0] ?? "";

test("a preview is asked for by this machine's own names only", () => {
  const { isOurs } = makeAccess(PORT, []);
  for (const host of ["localhost:4800", "LOCALHOST:4800", "127.0.0.1:4800", "[::1]:4800"])
    expect(isOurs({ ...here, host })).toBe(true);
  // The last ones are names that lead here in a rebinding of names, or by chance.
  for (const host of [
    "localhost",
    "localhost:80",
    "evil.example:4800",
    "localhost.evil.example:4800",
    "192.168.1.5:4800",
    "",
    undefined,
  ])
    expect(isOurs({ ...here, host })).toBe(false);
});

test("a page of another origin is refused, whatever name it asks for", () => {
  const { isOurs } = makeAccess(PORT, []);
  expect(isOurs({ ...here, origin: "http://localhost:4800" })).toBe(true);
  for (const origin of [
    "https://evil.example",
    "http://localhost:3000",
    "https://localhost:4800",
    "http://127.0.0.1:4800",
    "null",
  ])
    expect(isOurs({ ...here, origin })).toBe(false);
});

test("opened to the network, other names of this machine are answered too", () => {
  const { isOurs } = makeAccess(PORT, ["192.168.1.5", "desk.local"]);
  expect(isOurs(phone)).toBe(true);
  expect(isOurs({ ...phone, host: "Desk.local:4800" })).toBe(true);
  expect(isOurs({ ...phone, host: "192.168.1.6:4800" })).toBe(false);
});

test("this machine enters without a key; its cookie is worth nothing elsewhere", () => {
  const access = makeAccess(PORT, ["192.168.1.5"]);
  const cookie = cookieIn(access.deskCookie);
  expect(access.mayEnter(here)).toBe(true);
  expect(access.mayEnter(phone)).toBe(false);
  // Through a name of the network it is a device like others, and so is what a tunnel brings.
  expect(access.mayEnter({ ...here, host: "192.168.1.5:4800" })).toBe(false);
  expect(access.roleOf({ ...here, cookie })).toBe("desk");
  expect(access.roleOf({ ...phone, cookie })).toBeUndefined();
  expect(access.deskCookie).toMatch(/; HttpOnly; SameSite=Strict$/);
});

test("a key lets one device in, once", () => {
  const access = makeAccess(PORT, ["192.168.1.5"]);
  const key = access.invite(0);
  const joined = access.join(key, phone.address, 1_000);
  if (!("cookie" in joined)) throw new Error("the key should be good");
  expect(access.roleOf({ ...phone, cookie: cookieIn(joined.cookie) })).toBe("guest");
  expect(access.join(key, phone.address, 2_000)).toEqual({ refused: "key" });
});

test("a key is read as people type it", () => {
  const access = makeAccess(PORT, []);
  const key = access.invite(0);
  const typed = `${key.slice(0, 4)}-${key.slice(4)} `.toLowerCase().replaceAll("0", "o").replaceAll("1", "l");
  expect(access.join(typed, phone.address, 0)).toHaveProperty("cookie");
});

test("an old key is refused", () => {
  const access = makeAccess(PORT, []);
  const key = access.invite(0);
  expect(access.join(key, phone.address, KEY_LASTS_MS)).toEqual({ refused: "key" });
});

test("who tries wrong keys has to wait, even with the right one; others need not", () => {
  const access = makeAccess(PORT, []);
  const key = access.invite(0);
  for (let n = 0; n < 5; n++) expect(access.join("WRONGKEY", phone.address, n)).toEqual({ refused: "key" });
  expect(access.join(key, phone.address, 10)).toEqual({ refused: "too-often" });
  expect(access.join(key, phone.address, 59_000)).toEqual({ refused: "too-often" });
  expect(access.join(key, "192.168.1.78", 59_000)).toHaveProperty("cookie");
  expect(access.join(access.invite(59_000), phone.address, 61_000)).toHaveProperty("cookie");
});

test("many devices together cannot try keys without end", () => {
  const access = makeAccess(PORT, []);
  const key = access.invite(0);
  const tries = Array.from({ length: 100 }, (_, n) => access.join("WRONGKEY", `192.168.1.${n}`, n));
  expect(tries.filter((tried) => "refused" in tried && tried.refused === "key")).toHaveLength(30);
  expect(access.join(key, "10.0.0.1", 200)).toEqual({ refused: "too-often" });
});

test("cookies that are nobody's are nobody's", () => {
  const access = makeAccess(PORT, []);
  for (const cookie of [
    "",
    "lanternist-4800=",
    "lanternist-4800=x",
    "lanternist-4801=abc",
    "a=b; lanternist-4800",
  ])
    expect(access.roleOf({ ...here, cookie })).toBeUndefined();
});
