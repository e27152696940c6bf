/** Pictures, film and sound that a slide shows: from `![words](file "caption")` to HTML whose files are known to be there. */
import { error, warning } from "../diagnostics.ts";
import type { At, DeckFiles, Problem, SlideElement } from "../model.ts";
import { missingFile } from "./link-problems.ts";
import { slug } from "./ids.ts";
import { checkUrl } from "./links.ts";
import type { Names } from "./names.ts";
import type { Sanitizer } from "./sanitizer.ts";
import { readText } from "./text.ts";

/** A picture as the author wrote it. */
export interface WrittenPicture {
  /** The address, percent-encoded as in Markdown. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  /** The written id, if there is one. */
  readonly name: string | undefined;
  readonly classes: readonly string[];
  /** It stands in a paragraph of its own, and becomes a figure. */
  readonly alone: boolean;
  readonly at: At;
}

/** What showing a picture needs of its slide; `problems` and `drawings` are added to. */
export interface PictureContext {
  readonly files: DeckFiles;
  readonly paths: ReadonlySet<string>;
  readonly names: Names;
  readonly sanitizer: Sanitizer;
  readonly escape: (text: string) => string;
  /** Deck paths of drawings whose markup becomes the slide's own. */
  readonly drawings: string[];
  readonly problems: Problem[];
}

/** A picture, film or sound as it stands in the slide. */
export interface Picture {
  readonly html: string;
  /** On the page. */
  readonly id: string;
  /** What those hear who do not see it; empty for a decoration. */
  readonly description: string;
}

const FILM = /\.(?:mp4|webm|ogv|m4v)$/i;
const SOUND = /\.(?:mp3|wav|ogg|oga|m4a|opus|flac)$/i;

/** Makes the HTML of one picture and registers its name and parts. */
export function drawPicture(picture: WrittenPicture, context: PictureContext): Picture {
  const { names, escape, problems } = context;
  const { alt, at, classes } = picture;
  const decorative = classes.includes("decorative");
  const checked = checkUrl(picture.src, { fromFile: at.file, paths: context.paths });
  const path = checked.kind === "deck" ? checked.path : undefined;
  if (checked.kind === "refused") {
    problems.push(error("bad-path", at, checked.reason, { hint: checked.hint, length: 2 }));
  }
  const base = slug((path ?? picture.src).replace(/^.*\//, "").replace(/\.[^.]*$/, ""));
  const { name, id } =
    picture.name === undefined
      ? names.derive(base === "" ? "picture" : base, alt)
      : { name: picture.name, id: names.claim(picture.name, at, alt) };
  if (alt === "" && !decorative) {
    const hint = "write what it shows: ![A map of Korea in 1950](map.svg), or mark it {.decorative}";
    problems.push(
      warning("missing-alt", at, "this picture has no words for those who do not see it", {
        hint,
        length: 2,
      }),
    );
  }
  const inner = checked.kind === "refused" ? undefined : element(picture, path, { name, id }, context);
  if (inner === undefined) return { html: "", id, description: alt };

  const others = classes.filter((c) => c !== "decorative");
  const attributes = ` id="${escape(id)}"${others.length > 0 ? ` class="${escape(others.join(" "))}"` : ""}`;
  const caption = picture.caption === "" ? "" : `<figcaption>${escape(picture.caption)}</figcaption>`;
  const html = picture.alone
    ? `<figure${attributes}>${inner}${caption}</figure>\n`
    : `<span${attributes}>${inner}</span>`;
  return { html, id, description: alt };
}

/** The element inside the figure; undefined when its file is not there. */
function element(
  { src, alt, at }: WrittenPicture,
  path: string | undefined,
  { name, id }: { readonly name: string; readonly id: string },
  context: PictureContext,
): string | undefined {
  const { escape, files, names, paths, problems } = context;
  const address = escape(src);
  const label = alt === "" ? "" : ` aria-label="${escape(alt)}"`;
  if (path !== undefined) {
    const file = files.files.get(path);
    if (file === undefined) {
      problems.push({ ...missingFile(path, at, paths), length: 2 });
      return undefined;
    }
    if (FILM.test(path)) return `<video src="${address}"${label} controls></video>`;
    if (SOUND.test(path)) return `<audio src="${address}"${label} controls></audio>`;
    if (/\.svg$/i.test(path)) {
      const source = readText(file);
      const drawing = context.sanitizer.svg(source.raw, { id, name, at, ...(alt !== "" && { label: alt }) });
      problems.push(...source.problems, ...drawing.problems);
      context.drawings.push(path);
      names.parts(withoutOwnName(drawing.parts, name));
      // The figure around it has the id.
      return drawing.svg.replace(/^(<svg\b[^>]*?)\sid="[^"]*"/, "$1");
    }
    const size =
      file.picture === undefined ? "" : ` width="${file.picture.widthPx}" height="${file.picture.heightPx}"`;
    return `<img src="${address}" alt="${escape(alt)}"${size}>`;
  }
  return `<img src="${address}" alt="${escape(alt)}">`;
}

const withoutOwnName = (parts: readonly SlideElement[], name: string): SlideElement[] =>
  parts.filter((part) => part.name !== name);
