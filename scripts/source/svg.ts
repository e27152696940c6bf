/**
 * Cleans an SVG file of the deck so that it can stand inside a page: no scripts, links, animation or foreign
 * content; styles become presentation attributes, since the site's policy forbids inline styles; ids get a prefix,
 * so that cues can name the picture's parts and two pictures never clash.
 */
import { parse, type Root } from "postcss";
import sanitizeHtml from "sanitize-html";
import { error, warning } from "../diagnostics.ts";
import { escapeHtml } from "../escape.ts";
import type { At, Problem, SlideElement } from "../model.ts";
import { EMBEDDED_PICTURE, SVG_ATTRIBUTES, SVG_PRESENTATION, SVG_TAGS } from "./allowed.ts";

/** How a drawing is named, and where it is used. */
export interface SvgOptions {
  /** The picture's id on the page, `era--slide--name`; its parts become `era--slide--name--part`. */
  readonly id: string;
  /** What cues call the picture; its parts are `name/part`. */
  readonly name: string;
  /** The author's alternative text; stands in for the picture's own title. */
  readonly label?: string;
  /** The place that refers to the picture. */
  readonly at: At;
}

/** A drawing that is safe inside a page. */
export interface CleanSvg {
  readonly svg: string;
  readonly parts: readonly SlideElement[];
  /** The picture's own `<title>`, if it has one. */
  readonly title?: string;
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly problems: readonly Problem[];
}

/** A drawing that is part of a page costs its whole size on every visit. */
const MAX_LENGTH = 2_000_000;

const PRESENTATION: ReadonlySet<string> = new Set(SVG_PRESENTATION);
const ALLOWED: ReadonlySet<string> = new Set([
  ...SVG_ATTRIBUTES,
  "id",
  "class",
  "role",
  "aria-label",
  "aria-labelledby",
  "aria-hidden",
  "lang",
]);
const TAGS: ReadonlySet<string> = new Set(SVG_TAGS);
/** Dropped without a word: editors' own data, which nobody sees. */
const SILENT: ReadonlySet<string> = new Set(["style", "metadata", "sodipodi:namedview"]);

/**
 * Cleans one SVG document.
 * @param text the file's text
 */
export function cleanSvg(text: string, options: SvgOptions): CleanSvg {
  const { at } = options;
  const failed = (message: string, hint: string): CleanSvg => ({
    svg: "",
    parts: [],
    problems: [error("bad-svg", at, message, { hint })],
  });
  if (text.length > MAX_LENGTH)
    return failed("the drawing is larger than 2 MB", "simplify its paths, or save it as PNG");
  if (/<!ENTITY/i.test(text)) return failed("the drawing defines XML entities", "save it as plain SVG");
  const start = text.search(/<svg[\s>]/);
  if (start < 0) return failed("the file holds no <svg>", "save it as plain SVG");

  const problems: Problem[] = [];
  const ids = new Set<string>();
  const rules = styleRules(text, at, problems);
  let root: Record<string, string> | undefined;
  const removed = (what: string): void => {
    problems.push(
      warning("removed-markup", at, `${what} in the drawing was taken out`, {
        hint: "a drawing may hold shapes and text, and refer to its own parts",
      }),
    );
  };

  const transform: sanitizeHtml.Transformer = (tagName, written) => {
    if (!TAGS.has(tagName)) {
      if (!SILENT.has(tagName) && !tagName.includes(":")) removed(`<${tagName}>`);
      return { tagName, attribs: {} };
    }
    const attributes = withStyles(tagName, written, rules);
    const kept: Record<string, string> = {};
    for (const [key, value] of Object.entries(attributes)) {
      const name = key === "xlink:href" ? "href" : key;
      if (!ALLOWED.has(name)) {
        if (!name.includes(":") && !name.startsWith("data-") && name !== "style" && name !== "version")
          removed(`${name}= on <${tagName}>`);
        continue;
      }
      const safe = safeValue(tagName, name, value, options.id);
      if (safe === undefined) removed(`${name}= on <${tagName}>`);
      else kept[name] = safe;
    }
    if (attributes["id"] !== undefined && root !== undefined) ids.add(attributes["id"]);
    if (root === undefined && tagName === "svg") kept["id"] = options.id;
    root ??= kept;
    return { tagName, attribs: kept };
  };

  const body = sanitizeHtml(text.slice(start), {
    allowedTags: [...TAGS],
    allowedAttributes: false,
    allowVulnerableTags: true,
    allowedSchemes: ["data"],
    nonTextTags: ["script", "style", "metadata"],
    nestingLimit: 100,
    transformTags: { "*": transform },
    parser: { xmlMode: true },
  });
  const end = body.lastIndexOf("</svg>");
  const size = sizeOf(root ?? {});
  const title = /<title[^>]*>([^<]*)<\/title>/.exec(body)?.[1]?.trim();
  return {
    svg: opened(body.slice(0, end + "</svg>".length), size, options.label ?? title),
    parts: [...ids].map((id) => ({ name: `${options.name}/${id}`, id: `${options.id}--${id}` })),
    ...(title ? { title: unescaped(title) } : {}),
    ...size,
    problems: dedupe(problems),
  };
}

/** The root as a page needs it: scalable, named, and one thing to a screen reader. */
function opened(svg: string, size: Size | undefined, label: string | undefined): string {
  const open = /^<svg[^>]*>/.exec(svg)?.[0] ?? "<svg>";
  let next = open.replace(/\s(?:width|height|role|aria-label|aria-labelledby|focusable)="[^"]*"/g, "");
  if (!/\sviewBox=/.test(next) && size)
    next = next.replace(/>$/, ` viewBox="0 0 ${size.widthPx} ${size.heightPx}">`);
  const named = label
    ? ` role="img" aria-label="${label.includes("&") ? label.replaceAll('"', "&quot;") : escapeHtml(label)}"`
    : ' role="img"';
  return next.replace(/>$/, `${named} focusable="false">`) + svg.slice(open.length);
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

function sizeOf(root: Record<string, string>): Size | undefined {
  const [, , width, height] = (root["viewBox"] ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (width && height && width > 0 && height > 0) return { widthPx: width, heightPx: height };
  const w = Number.parseFloat(root["width"] ?? "");
  const h = Number.parseFloat(root["height"] ?? "");
  return w > 0 && h > 0 ? { widthPx: w, heightPx: h } : undefined;
}

/** An attribute's value made safe and prefixed, or undefined when it must go. */
function safeValue(tag: string, name: string, value: string, prefix: string): string | undefined {
  if (name === "id") return `${prefix}--${value}`;
  if (name === "href") {
    if (value.startsWith("#")) return `#${prefix}--${value.slice(1)}`;
    return tag === "image" && EMBEDDED_PICTURE.test(value) ? value : undefined;
  }
  if (name === "aria-labelledby")
    return value
      .split(/\s+/)
      .map((id) => `${prefix}--${id}`)
      .join(" ");
  if (name === "xmlns") return value;
  if (!/url\s*\(|\\|javascript:/i.test(value)) return value;
  const local = /^\s*url\(\s*["']?#([^)"']+)["']?\s*\)\s*$/i.exec(value)?.[1];
  return local === undefined ? undefined : `url(#${prefix}--${local})`;
}

type Declarations = Readonly<Record<string, string>>;
interface Rule {
  readonly matches: (tag: string, attributes: Record<string, string>) => boolean;
  readonly declarations: Declarations;
}

/** Rules of the drawing's `<style>` elements whose selector is a tag, a class or an id, as drawing programs write them. */
function styleRules(text: string, at: At, problems: Problem[]): Rule[] {
  const rules: Rule[] = [];
  for (const [, css = ""] of text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)) {
    let sheet: Root;
    try {
      sheet = parse(css.replace(/<!\[CDATA\[|\]\]>/g, ""));
    } catch {
      problems.push(
        warning("svg-style", at, "the drawing's <style> cannot be read and is left out", {
          hint: "save it with presentation attributes",
        }),
      );
      continue;
    }
    sheet.walkRules((rule) => {
      const declarations: Record<string, string> = {};
      rule.walkDecls((d) => void (declarations[d.prop] = d.value));
      for (const selector of rule.selectors) {
        const [, kind, name] = /^([.#]?)([\w-]+)$/.exec(selector.trim()) ?? [];
        if (name === undefined) {
          problems.push(
            warning("svg-style", at, `the style "${selector}" in the drawing is left out`, {
              hint: "only plain tag, .class and #id selectors are kept",
            }),
          );
          continue;
        }
        rules.push({
          declarations,
          matches: (tag, attributes) =>
            kind === "."
              ? (attributes["class"] ?? "").split(/\s+/).includes(name)
              : kind === "#"
                ? attributes["id"] === name
                : tag === name,
        });
      }
    });
  }
  return rules;
}

/** The attributes with all styles that apply written as presentation attributes; an inline style wins (SVG 2, 6.6). */
function withStyles(
  tag: string,
  written: Record<string, string>,
  rules: readonly Rule[],
): Record<string, string> {
  const inline = Object.fromEntries(
    (written["style"] ?? "").split(";").flatMap((part) => {
      const colon = part.indexOf(":");
      return colon > 0 ? [[part.slice(0, colon).trim(), part.slice(colon + 1).trim()]] : [];
    }),
  ) as Record<string, string>;
  const styles: Record<string, string> = {};
  for (const rule of rules) if (rule.matches(tag, written)) Object.assign(styles, rule.declarations);
  Object.assign(styles, inline);
  const kept = Object.entries(styles).filter(([name]) => PRESENTATION.has(name));
  return {
    ...written,
    ...Object.fromEntries(kept.map(([name, value]) => [name, value.replace(/\s*!important$/, "")])),
  };
}

function dedupe(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((p) => [p.message, p])).values()];
}

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
