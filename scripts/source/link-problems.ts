/** What is said of an address that a slide must not use. */
import { error, nearest, warning } from "../diagnostics.ts";
import type { At, Problem } from "../model.ts";
import type { CheckedUrl } from "./links.ts";

/** Of a picture, film or sound that cannot be loaded. */
export function notLoaded(checked: CheckedUrl, url: string, at: At, paths: ReadonlySet<string>): Problem {
  if (checked.kind === "deck") return missingFile(checked.path, at, paths);
  if (checked.kind === "link")
    return warning("remote-picture", at, `${url} lies on another host and is left out`, {
      hint: "copy it into the deck's folder",
    });
  if (checked.kind === "refused") return error("bad-path", at, checked.reason, { hint: checked.hint });
  return error("bad-path", at, `"${url}" is no file`, {
    hint: "name a file of the deck, such as media/picture.svg",
  });
}

/** Of a link that nobody may click. */
export function badLink(checked: CheckedUrl, url: string, at: At, paths: ReadonlySet<string>): Problem {
  if (checked.kind === "refused")
    return warning("bad-link", at, `${checked.reason}; the words stay without the link`, {
      hint: checked.hint,
    });
  if (checked.kind === "deck" && !checked.exists) return missingFile(checked.path, at, paths);
  return warning("bad-link", at, `"${url}" is part of the deck's source; the words stay without the link`, {
    hint: "link to a slide by its id, such as #/era/slide",
  });
}

/** An error that names the nearest file that is there. */
export function missingFile(path: string, at: At, paths: ReadonlySet<string>): Problem {
  const last = (p: string): string => p.slice(p.lastIndexOf("/") + 1).toLowerCase();
  const near =
    nearest(path, [...paths]) ??
    [...paths].find((p) => p.toLowerCase() === path.toLowerCase()) ??
    [...paths].find((p) => last(p) === last(path));
  return error("missing-file", at, `there is no file "${path}" in the deck`, {
    hint:
      near === undefined
        ? "copy it into the deck's folder, or mend its name, which counts from the file that names it"
        : `did you mean "${near}"?`,
  });
}
