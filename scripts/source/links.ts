/**
 * The one check that every URL of a deck passes, wherever it stands: inside the deck, a fragment of the page,
 * or a link that a person may click. Nothing else reaches an output.
 */
import { posix } from "node:path";

/** What a URL turned out to be. */
export type CheckedUrl =
  /** A file of the deck. `path` is relative to the deck; `suffix` is the `#…` after it. */
  | { readonly kind: "deck"; readonly path: string; readonly suffix: string; readonly exists: boolean }
  /** An `https:` or `mailto:` address. */
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "fragment"; readonly fragment: string }
  | { readonly kind: "refused"; readonly reason: string; readonly hint: string };

/** From where a URL is looked up. */
export interface UrlContext {
  /** Deck path of the file that holds the URL: relative URLs start from its folder. */
  readonly fromFile: string;
  /** Deck paths of all files. */
  readonly paths: { has: (path: string) => boolean };
}

/** Browsers drop these before they look for a scheme, so `java\nscript:` must be read as they read it. */
// oxlint-disable-next-line no-control-regex -- they are what is meant
const IGNORED_BY_BROWSERS = /[\u0000-\u0020\u007f]/g;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Classifies one URL. Pure: asks the list of files, not the disk. */
export function checkUrl(url: string, context: UrlContext): CheckedUrl {
  const bare = url.replace(IGNORED_BY_BROWSERS, "");
  const scheme = SCHEME.exec(bare)?.[0].toLowerCase();
  if (scheme === "https:") return parsable(url.trim()) ? { kind: "link", url: url.trim() } : malformed(url);
  if (scheme === "mailto:") return { kind: "link", url: bare };
  if (scheme === "http:")
    return refused(`"${shorten(url)}" is not encrypted`, "write https:// instead of http://");
  if (scheme !== undefined)
    return refused(`addresses that begin with "${scheme}" are not allowed`, PERMITTED);
  if (bare.startsWith("//") || bare.includes("\\"))
    return refused(`"${shorten(url)}" names another host`, PERMITTED);
  if (bare.startsWith("#")) return { kind: "fragment", fragment: bare };
  if (bare === "") return refused("the address is empty", PERMITTED);
  return insideDeck(url.trim(), context);
}

const PERMITTED = "a file inside the deck, or an https: or mailto: link to click";

function insideDeck(url: string, { fromFile, paths }: UrlContext): CheckedUrl {
  const [, path = "", suffix = ""] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return malformed(url);
  }
  if (decoded.startsWith("/"))
    return refused(
      `"${shorten(url)}" is an absolute path`,
      "write it relative to the file, such as media/picture.svg",
    );
  if (decoded.includes("\0") || decoded.includes("\\")) return malformed(url);
  // A percent-encoded scheme is a file name to a browser, yet no deck needs one: refuse rather than reason about it.
  if (SCHEME.test(decoded) || decoded.startsWith("//")) return malformed(url);
  const joined = posix.normalize(posix.join(posix.dirname(fromFile), decoded));
  if (joined === ".." || joined.startsWith("../"))
    return refused(`"${shorten(url)}" lies outside the deck`, "copy the file into the deck's folder");
  return { kind: "deck", path: joined, suffix, exists: paths.has(joined) };
}

/**
 * Where a deck's file lies in the output, as an address relative to the page.
 * @param path deck path
 */
export function assetUrl(path: string): string {
  return `assets/${path.split("/").map(encodeURIComponent).join("/")}`;
}

const parsable = (url: string): boolean => URL.canParse(url);
const refused = (reason: string, hint: string): CheckedUrl => ({ kind: "refused", reason, hint });
const malformed = (url: string): CheckedUrl =>
  refused(`"${shorten(url)}" is not a well-formed address`, PERMITTED);
const shorten = (url: string): string => (url.length > 60 ? `${url.slice(0, 57)}...` : url);
