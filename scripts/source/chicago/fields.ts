/** Reads what a CSL-JSON item says, field by field, forgiving what reference managers leave out (CSL 1.0.2, appendices III and IV). */
import * as z from "zod";
import type { Reference } from "../../model.ts";

/** A person or an institution. */
export interface Name {
  /** `Radchenko`, or the whole name of an institution or of a person whose name is not turned round. */
  readonly family: string;
  readonly given: string;
  readonly suffix: string;
}

/** A date as far as it is known; a year of 0 means none. */
export interface CslDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 1 spring to 4 winter; 0 when none. */
  readonly season: number;
  readonly circa: boolean;
  /** A date in words, where the item has no numbers. */
  readonly literal: string;
}

// Most fields of an item are absent: a default answers for them at once, where a catch would first make an error of each.
const text = z.union([z.string(), z.number()]).transform(String).default("").catch("");
const name = z
  .looseObject({
    family: text,
    given: text,
    literal: text,
    suffix: text,
    "non-dropping-particle": text,
    "dropping-particle": text,
  })
  .transform((n): Name => {
    const particles = [n["dropping-particle"], n["non-dropping-particle"]].filter(Boolean).join(" ");
    const family = n.literal || [particles, n.family].filter(Boolean).join(" ");
    return family === ""
      ? { family: n.given, given: "", suffix: "" }
      : { family, given: n.literal === "" ? n.given : "", suffix: n.suffix };
  });
const names = z.array(name).default([]).catch([]);
const part = z.union([z.number(), z.string()]).transform(Number).default(0).catch(0);
const date = z
  .looseObject({
    "date-parts": z.array(z.array(part)).default([]).catch([]),
    season: part,
    circa: z
      .union([z.boolean(), z.string(), z.number()])
      .transform((circa) => circa === true || circa === 1 || circa === "true" || circa === "1")
      .default(false)
      .catch(false),
    literal: text,
    raw: text,
  })
  .transform((d): CslDate => {
    const raw = /^(-?\d{1,4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(d.raw.trim());
    const [year = 0, month = 0, day = 0] =
      d["date-parts"][0] ?? raw?.slice(1).map((n) => Number(n ?? 0)) ?? [];
    return {
      year,
      month,
      day,
      season: d.season,
      circa: d.circa,
      literal: d.literal || (raw === null ? d.raw : ""),
    };
  });

/** A text field, trimmed; empty when absent. Numbers count as text. */
export const textField = (item: Reference, field: string): string => text.parse(item[field]).trim();

/** The people of a role, such as `author`, `editor` or `translator`. */
export const nameField = (item: Reference, field: string): readonly Name[] =>
  names.parse(item[field]).filter((n) => n.family !== "");

/** A date field, or undefined when the item has none. */
export function dateField(item: Reference, field: string): CslDate | undefined {
  if (item[field] === undefined) return undefined;
  const { data } = date.safeParse(item[field]);
  return data !== undefined && (data.year !== 0 || data.literal !== "") ? data : undefined;
}
