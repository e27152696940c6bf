/**
 * Whether what a lecture combines may be combined, and under which licence the whole may go on. It rests on the lecture's licence and
 * its credits alone, and it is no legal advice.
 */
import { foldExpression, idsIn } from "./expression.ts";
import { licenseOf, RESERVED, type License } from "./license.ts";
import { addsNothing, rate, type Answer, type Rating, type Use, type Why } from "./rules.ts";

/** What a credit has to tell for the verdict. */
export interface Part {
  readonly title: string;
  readonly author?: string | undefined;
  /** An SPDX expression; what has none is all rights reserved. */
  readonly license?: string | undefined;
  /** What was changed; without it the work is used whole. */
  readonly changes?: string | undefined;
  /** Files of the deck that are the work. */
  readonly files?: readonly string[] | undefined;
  /** Full ids of the slides that show the files. */
  readonly shownOn?: readonly string[] | undefined;
  /** Full ids of the slides that are adapted from the work. */
  readonly slides?: readonly string[] | undefined;
  /** Why it may be used without a licence, such as `quotation`. */
  readonly basis?: string | undefined;
}

/** The lecture that combines the parts. */
export interface Whole {
  /** An SPDX expression; without one its authors keep all rights. */
  readonly license?: string | undefined;
  readonly authors?: readonly { readonly name: string }[];
}

/** Why the answer is not a plain yes. */
export interface Reason extends Why {
  /** Index among the parts. */
  readonly part: number;
  readonly title: string;
  /** Files and slides, not all where they are many; empty when the credit names none. */
  readonly where: string;
  readonly answer: "if" | "no";
  /** SPDX ids under which the whole might go on as far as this part goes. */
  readonly licenses: readonly string[];
  /** Titles of the parts that no licence lets it go together with. */
  readonly clashes: readonly string[];
}

/** The answer. */
export interface Verdict {
  readonly answer: Answer;
  /** `no` before `if`, each in the order of the parts. */
  readonly reasons: readonly Reason[];
  /** SPDX ids under which the whole may go on, the freest first. */
  readonly licenses: readonly string[];
  /** Titles of what is used on the author's own responsibility and goes on under no licence. */
  readonly ownResponsibility: readonly string[];
}

/** What the whole may be put under: what people choose today, and whatever a part insists on. */
const USUAL = [
  "CC0-1.0",
  "CC-BY-4.0",
  "CC-BY-SA-4.0",
  "CC-BY-NC-4.0",
  "CC-BY-NC-SA-4.0",
  "CC-BY-ND-4.0",
  "CC-BY-NC-ND-4.0",
];

/** Works out the verdict on a lecture and the parts that it credits. */
export function judge(whole: Whole, parts: readonly Part[]): Verdict {
  const judged = parts.flatMap((part, index) =>
    part.basis === undefined && !isTheirOwn(part, whole) ? [{ part, index }] : [],
  );
  const targets = idsIn(whole.license ?? RESERVED);
  const sorts = sortsOf(judged.map(({ part }) => part));
  const candidates = candidatesFor(sorts, targets);
  const fits = new Map(
    sorts.map((sort) => [sort, candidates.filter((id) => isAdvised(rateSort(sort, licenseOf(id))))]),
  );
  const found = reasonsFor(sorts, targets);
  const reasons = sorts.flatMap((sort) => {
    const allowed = fits.get(sort) ?? [];
    const clashes = sorts
      .filter((other) => clash(allowed, fits.get(other) ?? []))
      .flatMap(({ titles }) => titles);
    return (found.get(sort) ?? []).flatMap((reason) =>
      judged
        .filter(({ part }) => sortKey(part) === sort.key)
        .map(({ part, index }): Reason =>
          Object.assign({ part: index, licenses: allowed, clashes }, reason, placed(part)),
        ),
    );
  });
  reasons.sort((a, b) => Number(b.answer === "no") - Number(a.answer === "no") || a.part - b.part);
  return {
    answer: reasons[0]?.answer ?? "yes",
    reasons,
    licenses: candidates.filter((id) => sorts.every((sort) => fits.get(sort)?.includes(id))),
    ownResponsibility: parts.filter(({ basis }) => basis !== undefined).map(({ title }) => title),
  };
}

/** What the lecture's own authors made is under its licence, unless they say otherwise. */
const isTheirOwn = ({ author, license }: Part, { authors = [] }: Whole): boolean =>
  license === undefined &&
  author !== undefined &&
  author.split(/\s*[,;&]\s*|\s+(?:and|und)\s+/).every((name) => authors.some((own) => own.name === name));

/** Parts with one licence and one use: the rules ask nothing else. */
interface Sort {
  readonly key: string;
  readonly license: string;
  readonly use: Use;
  readonly titles: readonly string[];
}

const sortKey = (part: Part): string => `${useOf(part)} ${part.license ?? RESERVED}`;

function sortsOf(parts: readonly Part[]): Sort[] {
  const sorts = new Map<string, Sort & { titles: string[] }>();
  for (const part of parts) {
    const key = sortKey(part);
    const sort = sorts.get(key) ?? { key, license: part.license ?? RESERVED, use: useOf(part), titles: [] };
    sort.titles.push(part.title);
    sorts.set(key, sort);
  }
  return [...sorts.values()];
}

/**
 * How a work is used. Speech beside a still picture changes nothing in it: the clauses about timed relation are about music and
 * sound, and the picture stays a whole of its own. A recording is such a sound: the slides move with it.
 */
export function useOf({ changes, files = [], slides = [] }: Part): Use {
  if (changes !== undefined || slides.length > 0) return "adapted";
  return files.some((path) => /(?:^|\/)recordings\//.test(path)) ? "timed" : "whole";
}

/** What applies to a sort under one licence of the lecture; of alternatives the one that asks least. */
function rateSort({ license, use }: Sort, target: License): readonly Rated[] {
  const leaf = (id: string): readonly Rated[] => {
    const known = licenseOf(id);
    return [{ ...rate(known, use, target), license: known }];
  };
  const and = (a: readonly Rated[], b: readonly Rated[]) => [...a, ...b];
  const or = (a: readonly Rated[], b: readonly Rated[]) => (ease(b) > ease(a) ? b : a);
  return foldExpression(license, { id: leaf, and, or }) ?? leaf(license);
}

interface Rated extends Rating {
  readonly license: License;
}

const isAdvised = (ratings: readonly Rated[]): boolean => ease(ratings) > 1;

function ease(ratings: readonly Rated[]): number {
  const one = ({ answer, binds, restricts }: Rated) => {
    if (answer === "yes") return binds === true ? 3 : 4;
    return answer === "no" ? 0 : restricts === true ? 1 : 2;
  };
  return Math.min(...ratings.map(one));
}

/** Each of two parts may go on, and no licence does for both. */
const clash = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((id) => b.includes(id));

type Found = Why & Pick<Reason, "answer">;

/** What stands against each sort under the lecture's licence. */
function reasonsFor(sorts: readonly Sort[], targets: readonly string[]): Map<Sort, readonly Found[]> {
  const found = new Map(sorts.map((sort) => [sort, new Map<string, Found>()]));
  for (const target of targets.map(licenseOf)) {
    const rated = sorts.map((sort) => ({ sort, ratings: rateSort(sort, target) }));
    const binding = rated
      .flatMap(({ ratings }) => ratings)
      .find(({ answer, binds }) => answer === "yes" && binds === true);
    for (const { sort, ratings } of rated)
      for (const reason of ratings.flatMap((rating) => reasonOf(rating, binding)))
        found.get(sort)?.set(`${reason.answer} ${reason.clause}`, reason);
  }
  return new Map([...found].map(([sort, reasons]) => [sort, [...reasons.values()]]));
}

function reasonOf({ answer, restricts, why }: Rated, binding: Rated | undefined): Found[] {
  if (answer === "yes" || why === undefined) return [];
  if (restricts !== true || binding === undefined) return [{ ...why, answer }];
  const { text, ...rule } = addsNothing(binding.license);
  return [{ ...rule, text: `${why.text}; ${text}`, answer: "no" }];
}

function candidatesFor(sorts: readonly Sort[], targets: readonly string[]): string[] {
  const own = targets.filter((id) => !["unknown", "reserved"].includes(licenseOf(id).kind));
  const adapted = sorts.filter(({ use }) => use !== "whole");
  const asked = adapted.flatMap(({ license }) => idsIn(license)).filter((id) => insists(licenseOf(id)));
  return [...new Set([...USUAL, ...own, ...asked])];
}

const insists = (license: License): boolean =>
  license.kind === "cc" ? license.sa : ["free-art", "gfdl", "gpl"].includes(license.kind);

/** A credit may be about a hundred drawings. */
const fewOf = (places: readonly string[]): string =>
  places.length <= 4 ? places.join(", ") : `${places.slice(0, 3).join(", ")} and ${places.length - 3} more`;

const sayOn = (word: string, slides: readonly string[]): string =>
  slides.length === 0 ? "" : `${word} ${slides.length === 1 ? "slide" : "slides"} ${fewOf(slides)}`;

/** What a reason takes from its part. */
const placed = ({ title, license, files = [], shownOn = [], slides = [] }: Part) => ({
  title,
  where: [fewOf(files), sayOn("on", shownOn), sayOn("in", slides)].filter((part) => part !== "").join(", "),
  ...(license === undefined && { text: "names no licence, so all rights are reserved" }),
});
