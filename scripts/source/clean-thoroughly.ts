/**
 * Cleans the finished HTML of a slide with a parser of HTML: only listed tags and attributes stay, every URL passes `checkUrl`, and
 * what is taken out is said. It runs on what Markdown, attributes, blocks and raw HTML made, whichever made it.
 */
import sanitizeHtml from "sanitize-html";
import { error, warning } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import {
  DATA_ATTRIBUTES,
  EMBEDDED_PICTURE,
  GLOBAL_ATTRIBUTES,
  HTML_TAGS,
  SVG_ATTRIBUTES,
  SVG_TAGS,
} from "./allowed.ts";
import type { Cleaned } from "./clean.ts";
import { badLink, notLoaded } from "./link-problems.ts";
import { assetUrl, checkUrl, type CheckedUrl } from "./links.ts";

/** Deeper nesting than any slide needs is flattened. */
const NESTING_LIMIT = 100;

/** Parsing costs the square of the depth (htmlparser2 searches its stack of open tags): refuse what only an attack writes. */
const DEPTH_LIMIT = 5_000;

/** Elements whose text is no words: it goes with them. */
const WITHOUT_TEXT = ["script", "style", "textarea", "option", "xmp", "noscript", "template"].flatMap((t) => [
  t,
  t.toUpperCase(),
]);

const VOID: ReadonlySet<string> = new Set(["img", "br", "hr", "wbr", "col", "source"]);
const SVG_TAG_SET: ReadonlySet<string> = new Set(SVG_TAGS);
const HTML_TAG_SET: ReadonlySet<string> = new Set(Object.keys(HTML_TAGS));
const SHARED: readonly string[] = [...GLOBAL_ATTRIBUTES, ...DATA_ATTRIBUTES];
const SVG_ALLOWED: ReadonlySet<string> = new Set([...GLOBAL_ATTRIBUTES, ...SVG_ATTRIBUTES]);
const HTML_ALLOWED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(HTML_TAGS).map(([tag, own]) => [tag, new Set([...SHARED, ...own])]),
);

/** Attributes whose value is one URL that the page loads. */
const LOADED: ReadonlySet<string> = new Set(["src", "poster", "data-background-image"]);
const ID = /^[\p{L}\p{N}_][\p{L}\p{N}_.:-]*$/u;
const CLASS = /^[\p{L}\p{N}_-]+$/u;
/** `aria-*` never runs anything; the list is WAI-ARIA's own. */
const ARIA = /^aria-[a-z]+$/;
const TEXT_ALIGN = /^\s*text-align\s*:\s*(left|center|right)\s*;?\s*$/i;
const LOCAL_REFERENCE = /^url\(\s*["']?#[^)"']+["']?\s*\)$/i;

/** Cleans HTML, however plain it is; for the parameters see `cleanHtml`. */
export function cleanThoroughly(html: string, at: At, paths: ReadonlySet<string>): Cleaned {
  if (html.length > 5 * DEPTH_LIMIT && depthOf(html) > DEPTH_LIMIT) {
    const problem = error(
      "markup-too-deep",
      at,
      `the slide's markup is nested more than ${DEPTH_LIMIT} deep`,
      {
        hint: "close the tags, or take the raw HTML out",
      },
    );
    return { html: "", problems: [problem], media: [] };
  }
  const cleaner = makeCleaner(at, paths);
  const cleaned = sanitizeHtml(html, {
    allowedTags: [...HTML_TAG_SET, ...SVG_TAG_SET],
    allowedAttributes: false,
    allowedSchemes: ["https", "mailto"],
    allowedSchemesAppliedToAttributes: ["href", "src", "cite", "poster"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonTextTags: WITHOUT_TEXT,
    nestingLimit: NESTING_LIMIT,
    transformTags: { "*": cleaner.tag, img: cleaner.img },
    selfClosing: [...VOID],
    parser: { lowerCaseTags: false, lowerCaseAttributeNames: false },
  });
  return { html: cleaned, problems: cleaner.problems, media: [...cleaner.media] };
}

/** An upper bound of how deep tags are nested. */
function depthOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, closing, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (VOID.has(name.toLowerCase())) continue;
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

interface Cleaner {
  readonly problems: Problem[];
  readonly media: Set<string>;
  readonly tag: sanitizeHtml.Transformer;
  readonly img: sanitizeHtml.Transformer;
}

function makeCleaner(at: At, paths: ReadonlySet<string>): Cleaner {
  const problems: Problem[] = [];
  const media = new Set<string>();
  const removed = (what: string, hint: string): void => {
    problems.push(warning("removed-markup", at, `${what} was taken out`, { hint }));
  };
  const look = (url: string): CheckedUrl => checkUrl(url, { fromFile: at.file, paths });

  /** The address as the page loads it, or undefined when it must not. */
  const loaded = (url: string): string | undefined => {
    const checked = look(url);
    if (checked.kind === "deck" && checked.exists) {
      media.add(checked.path);
      return assetUrl(checked.path) + checked.suffix;
    }
    problems.push(notLoaded(checked, url, at, paths));
    return undefined;
  };

  const linked = (url: string): string | undefined => {
    const checked = look(url);
    if (checked.kind === "link") return checked.url;
    if (checked.kind === "fragment") return checked.fragment;
    if (checked.kind === "deck" && checked.exists && !isSource(checked.path)) {
      media.add(checked.path);
      return assetUrl(checked.path) + checked.suffix;
    }
    problems.push(badLink(checked, url, at, paths));
    return undefined;
  };

  const attribute = (
    tag: string,
    name: string,
    value: string,
    svg: boolean,
  ): [string, string] | undefined => {
    if (
      svg ? !SVG_ALLOWED.has(name) && !ARIA.test(name) : !HTML_ALLOWED.get(tag)?.has(name) && !ARIA.test(name)
    ) {
      const aligned = name === "style" && !svg ? TEXT_ALIGN.exec(value)?.[1] : undefined;
      if (aligned !== undefined) return ["class", `align-${aligned.toLowerCase()}`];
      removed(
        `${name}= on <${tag}>`,
        name === "style" ? "use a class of the theme instead" : "only plain content attributes are kept",
      );
      return undefined;
    }
    if (name === "id") return ID.test(value) ? [name, value] : undefined;
    if (name === "class")
      return [
        name,
        value
          .split(/\s+/)
          .filter((c) => CLASS.test(c))
          .join(" "),
      ];
    if (svg) return svgValue(tag, name, value, removed);
    if (name === "href") return pair(name, linked(value));
    if (name === "cite") return look(value).kind === "link" ? [name, value] : undefined;
    if (name === "srcset") return pair(name, sourceSet(value, loaded));
    if (LOADED.has(name)) return pair(name, loaded(value));
    return /url\s*\(/i.test(value) ? undefined : [name, value];
  };

  const tag: sanitizeHtml.Transformer = (written, attributes) => {
    const svg = SVG_TAG_SET.has(written);
    const name = svg ? written : written.toLowerCase();
    if (!svg && !HTML_TAG_SET.has(name)) {
      removed(
        `<${name}>`,
        "a slide holds text, pictures, tables, sound and film, and no programs, styles, forms or frames",
      );
      // Renaming a tag that is then dropped confuses the closing tags of sanitize-html: keep the name as written.
      return { tagName: written, attribs: {} };
    }
    const kept: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) {
      const result = attribute(name, svg ? key : key.toLowerCase(), value, svg);
      if (result === undefined) continue;
      const [k, v] = result;
      kept[k] = k === "class" && kept["class"] ? `${kept["class"]} ${v}` : v;
    }
    if (name === "a" && kept["href"]?.startsWith("https:"))
      Object.assign(kept, { target: "_blank", rel: "noopener noreferrer" });
    if (name === "video" || name === "audio") Object.assign(kept, { controls: "", preload: "metadata" });
    return { tagName: name, attribs: kept };
  };

  /** A picture on another host is never fetched: what is left is a link to it, with its description. */
  const img: sanitizeHtml.Transformer = (_written, attributes) => {
    const checked = look(attributes["src"] ?? "");
    if (checked.kind !== "link") return { tagName: "img", attribs: attributes };
    problems.push(
      warning(
        "remote-picture",
        at,
        `the picture ${checked.url} lies on another host and is shown as a link`,
        {
          hint: "copy it into the deck's folder, with its credit in deck.yaml",
        },
      ),
    );
    return {
      tagName: "a",
      attribs: { href: checked.url, class: "remote-picture" },
      text: attributes["alt"] || checked.url,
    };
  };

  return { problems, media, tag, img };
}

function svgValue(
  tag: string,
  name: string,
  value: string,
  removed: (what: string, hint: string) => void,
): [string, string] | undefined {
  const ok =
    name === "href"
      ? value.startsWith("#") || (tag === "image" && EMBEDDED_PICTURE.test(value))
      : name === "xmlns"
        ? value === "http://www.w3.org/2000/svg"
        : !/url\s*\(|\\|javascript:/i.test(value) || LOCAL_REFERENCE.test(value.trim());
  if (!ok)
    removed(
      `${name}="${value.slice(0, 40)}" on <${tag}>`,
      "a drawing may only refer to its own parts, such as #arrow",
    );
  return ok ? [name, value] : undefined;
}

/** `a.png 1x, b.png 2x`: each address is checked; one that fails takes the whole set with it. */
function sourceSet(value: string, loaded: (url: string) => string | undefined): string | undefined {
  const parts = value.split(",").map((part) => part.trim().split(/\s+/));
  const checked = parts.map(([url = "", size]) => {
    const path = loaded(url);
    return path === undefined ? undefined : [path, size].filter(Boolean).join(" ");
  });
  return checked.every((part) => part !== undefined) ? checked.join(", ") : undefined;
}

const isSource = (path: string): boolean => /\.(md|ya?ml|bib|hbs)$/i.test(path);

const pair = (name: string, value: string | undefined): [string, string] | undefined =>
  value === undefined ? undefined : [name, value];
