/** What a slide's text names (files of the deck, sources, an account), and how it reads under other names. */
import { readCitations } from "../source/markdown/marks.ts";
import { checkUrl } from "../source/links.ts";

/** New names for what a slide's text names; what is not in them keeps its name. */
export interface NewNames {
  /** Path of a file, from the folder in which the text stood → path from the one in which it will stand. */
  readonly files: ReadonlyMap<string, string>;
  /** Keys of sources, without `@`. */
  readonly sources: ReadonlyMap<string, string>;
  /** Marks of accounts. */
  readonly accounts: ReadonlyMap<string, string>;
}

/** A stretch of a text that names something. */
interface Named {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/**
 * Where Markdown, HTML and settings write addresses: in angle brackets, after `](`, between quotation marks, as the target of a definition
 * or setting, and, with a folder, bare.
 */
const ADDRESSES: readonly RegExp[] = [
  /<([^<>\n]+)>/dg,
  /\]\(\s*((?:[^\s()\\<]|\([^\s()]*\))+)/dg,
  /["']([^"'\n]+)["']/dg,
  /(?:\]:[ \t]+|=)([^\s"'()<>=,[\]{}]+)/dg,
  /([^\s"'()<>=,[\]{}/]+\/[^\s"'()<>=,[\]{}]+)/dg,
];
/** What a deck is made of is no part of one slide. */
const OF_THE_DECK = /\.(?:md|markdown|ya?ml|bib|hbs|css)$/i;

/** The files of the deck that a slide's text names, by path, in order of first mention. */
export const filesIn = (text: string, paths: ReadonlySet<string>): string[] => [
  ...new Set(addressesIn(text, paths).map(({ name }) => name)),
];

function addressesIn(text: string, paths: ReadonlySet<string>): Named[] {
  const found = new Map<number, Named>();
  for (const pattern of ADDRESSES)
    for (const match of text.matchAll(pattern)) {
      const [from] = match.indices?.[1] ?? [0, 0];
      const [address = ""] = /^[^?#]*/.exec(match[1] ?? "") ?? [];
      if (found.has(from) || address === "") continue;
      const checked = checkUrl(address, { fromFile: "era.md", paths });
      if (checked.kind === "deck" && checked.exists && !OF_THE_DECK.test(checked.path))
        found.set(from, { from, to: from + address.length, name: checked.path });
    }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

/** The keys of the sources that a text cites, in order of first mention. */
export const sourcesIn = (text: string): string[] => [...new Set(citationsIn(text).map(({ name }) => name))];

function citationsIn(text: string): Named[] {
  return [...text.matchAll(/\[(@[^[\]]{1,300})\]/g)].flatMap(({ index, 1: content = "" }) =>
    (readCitations(content) ?? []).map(({ key, offset }) => {
      const from = index + offset + 2;
      return { from, to: from + key.length, name: key };
    }),
  );
}

/** The account that a slide's heading, or reveal-md's comment, says it gives. */
export const accountIn = (text: string): string | undefined => accountsIn(text)[0]?.name;

/** In the braces of the first heading, or in reveal-md's comment. */
function accountsIn(text: string): Named[] {
  const pattern = /^(?: {0,3}#{1,6}[ \t].*\{|.*<!--\s*\.slide:).*?\baccount=(["']?)([\p{L}\p{N}_-]+)\1/dmu;
  const match = pattern.exec(text);
  const [from, to] = match?.indices?.[2] ?? [0, 0];
  return match === null ? [] : [{ from, to, name: match[2] ?? "" }];
}

/**
 * The text under new names.
 * @param paths the files of the deck in which the text stood
 */
export function renamed(text: string, names: NewNames, paths: ReadonlySet<string>): string {
  const under = (found: Named[], nameOf: (name: string) => string | undefined): Named[] =>
    found.flatMap(({ from, to, name }) => {
      const other = nameOf(name);
      return other === undefined ? [] : [{ from, to, name: other }];
    });
  const changes = [
    ...under(addressesIn(text, paths), (path) => address(names.files.get(path))),
    ...under(citationsIn(text), (key) => names.sources.get(key)),
    ...under(accountsIn(text), (mark) => names.accounts.get(mark)),
  ].sort((a, b) => a.from - b.from);
  let out = "";
  let at = 0;
  for (const { from, to, name } of changes) {
    if (from < at) continue;
    out += text.slice(at, from) + name;
    at = to;
  }
  return out + text.slice(at);
}

/** A path as an address that is right in Markdown, HTML and settings alike. */
const address = (path: string | undefined): string | undefined =>
  path
    ?.split("/")
    .map((part) => encodeURIComponent(part).replace(/[()']/g, (c) => `%${c.charCodeAt(0).toString(16)}`))
    .join("/");
