/**
 * Who may see a preview. It is shown to this machine alone, unless its user opens it to the network; then every other device joins
 * with a key that works once. Requests from foreign pages and under foreign names are refused: a page of another site can make its
 * own name lead to this machine (DNS rebinding), and then only the name tells.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { countAttempts } from "./attempts.ts";

/** `desk` is the machine itself; a `guest` joined with a key. */
export type Role = "desk" | "guest";

/** What of a request decides. */
export interface Asking {
  /** The header `Host`. */
  readonly host: string | undefined;
  /** The header `Origin`; browsers send it with whatever is not a plain page. */
  readonly origin: string | undefined;
  /** The header `Cookie`. */
  readonly cookie: string | undefined;
  /** The other side's address. */
  readonly address: string | undefined;
}

/** What joining comes to: the cookie to set, or what is wrong. */
export type Joining = { readonly cookie: string } | { readonly refused: "key" | "too-often" };

/** Decides about requests. */
export interface Access {
  /** Whether the request names this server and comes from no foreign page. */
  readonly isOurs: (asking: Asking) => boolean;
  /** Undefined for those who have to join first. */
  readonly roleOf: (asking: Asking) => Role | undefined;
  /** Whether the request comes from this machine, which needs no key: its pages get the desk's cookie. */
  readonly mayEnter: (asking: Asking) => boolean;
  /** The cookie by which pages of this machine are known, to be set with every page. */
  readonly deskCookie: string;
  /** A new key, for one device. */
  readonly invite: (nowMs: number) => string;
  readonly join: (key: string, address: string | undefined, nowMs: number) => Joining;
}

/** A key that nobody has used is no longer good after this time. */
export const KEY_LASTS_MS = 10 * 60_000;

/** Without letters that read like others (Crockford's base 32). Eight of them are 40 bits. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KEY_LENGTH = 8;

/** More keys than these are not open at once. */
const OPEN_KEYS = 20;

/**
 * Makes what decides.
 * @param port on which the server listens
 * @param names under which other devices may ask for it; empty when it is for this machine alone
 */
export function makeAccess(port: number, names: readonly string[]): Access {
  const cookieName = `lanternist-${port}`;
  const hosts = new Set(
    ["localhost", "127.0.0.1", "[::1]", ...names].map((name) => `${name.toLowerCase()}:${port}`),
  );
  const attempts = countAttempts();
  const desk = randomBytes(24).toString("base64url");
  const guests: string[] = [];
  let keys: readonly { readonly key: string; readonly untilMs: number }[] = [];

  const cookieFor = (token: string): string => `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict`;
  const tokenIn = (cookie = ""): string =>
    cookie
      .split(";")
      .map((part) => part.trim())
      .find((part) => part.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1) ?? "";

  return {
    isOurs: ({ host, origin }) => {
      const name = host?.toLowerCase() ?? "";
      return hosts.has(name) && (origin === undefined || origin === `http://${name}`);
    },
    roleOf: ({ cookie, address }) => {
      const token = tokenIn(cookie);
      if (isLoopback(address) && same(token, desk)) return "desk";
      return guests.some((guest) => same(token, guest)) ? "guest" : undefined;
    },
    mayEnter: ({ address, host }) => isLoopback(address) && isOwnName(host),
    deskCookie: cookieFor(desk),
    invite: (nowMs) => {
      const key = Array.from(randomBytes(KEY_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join("");
      keys = [...keys.filter(({ untilMs }) => untilMs > nowMs), { key, untilMs: nowMs + KEY_LASTS_MS }].slice(
        -OPEN_KEYS,
      );
      return key;
    },
    join: (written, address = "", nowMs) => {
      if (!attempts.mayTry(address, nowMs)) return { refused: "too-often" };
      const key = readKey(written);
      const found = keys.find((one) => one.untilMs > nowMs && same(one.key, key));
      if (found === undefined) {
        attempts.failed(address, nowMs);
        return { refused: "key" };
      }
      keys = keys.filter((one) => one !== found);
      const token = randomBytes(24).toString("base64url");
      guests.push(token);
      return { cookie: cookieFor(token) };
    },
  };
}

/** Names that lead nowhere but to the machine on which they are used. */
const isOwnName = (host = ""): boolean => /^(?:localhost|127\.0\.0\.1|\[::1\]):\d+$/i.test(host);

/** Whether the other side is this machine. */
export const isLoopback = (address = ""): boolean =>
  address === "::1" || /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);

/** As a person may type it: in small letters, in groups, with letters for figures that read alike. */
const readKey = (written: string): string =>
  written
    .toUpperCase()
    .replace(/[\s-]+/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");

/** Compared in a time that does not tell how much of it is right. */
function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && x.length > 0 && timingSafeEqual(x, y);
}
