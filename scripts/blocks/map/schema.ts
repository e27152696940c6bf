/** What a `map` block may hold. The descriptions are the author reference. */
import * as z from "zod";

const id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, "an id is letters, digits, - and _, such as pyongyang")
  .max(60)
  .describe("What cues call it: `[show pyongyang]`. Unique in the map.");

const text = z.string().min(1).max(160);

const latLon = z
  .tuple([z.number(), z.number()])
  .describe("Latitude and longitude in degrees, north and east positive: `[39.04, 125.76]`.")
  .meta({ examples: [[39.04, 125.76]] });

const points = z.array(latLon).min(2).max(1000);

/** Where a place's label may be put, as compass points. */
export const directions = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;

const place = z
  .strictObject({
    id,
    name: text.describe("The name as English readers know it."),
    native: text.optional().describe("The name in its own script, set below it: `평양`."),
    note: text.optional().describe("A quiet line below the name: a date, or what happened there."),
    at: latLon,
    kind: z
      .enum(["capital", "city", "site"])
      .default("city")
      .describe("The mark: a ring for a capital, a dot for a city, a diamond for any other site."),
    label: z
      .enum(["auto", ...directions])
      .default("auto")
      .describe("On which side of its mark the name stands; `auto` finds a free one."),
  })
  .describe("A place with its mark and name.");

const line = z
  .strictObject({
    id,
    name: text.optional().describe("Written along the line."),
    latitude: z
      .number()
      .optional()
      .describe("A parallel, such as `38`. It crosses the map unless `from` and `to` are given."),
    from: z.number().optional().describe("Longitude where the parallel begins."),
    to: z.number().optional().describe("Longitude where it ends."),
    points: points.optional().describe("A line through points, instead of `latitude`."),
    border: z
      .tuple([text, text])
      .optional()
      .describe(
        "The modern border between two countries, from Natural Earth, instead of `latitude`: `[China, North Korea]` gives the Yalu and the Tumen.",
      ),
    kind: z
      .enum(["border", "river", "front"])
      .default("border")
      .describe(
        "How it is drawn: dashed for a border, an unbroken thin line for a river, a heavy one for a front.",
      ),
  })
  .describe("A parallel, border, river or front. One of `latitude`, `points`, `border`.");

const route = z
  .strictObject({
    id,
    from: z.string().describe("Id of a place."),
    to: z.string().describe("Id of a place."),
    via: z.array(latLon).max(200).optional().describe("Points on the way."),
    name: text.optional().describe("Written beside the route."),
    style: z
      .enum(["travel", "rail", "march", "talk", "measure"])
      .default("travel")
      .describe(
        "A journey, a railway, an army, words (dotted), or a mere distance (thin, without an arrowhead).",
      ),
    distance: z
      .enum(["km", "mi", "both"])
      .optional()
      .describe(
        "Writes the length beside the name: along great circles, through the points of `via`, on a sphere of 6,371 km.",
      ),
    curve: z
      .number()
      .min(-1)
      .max(1)
      .optional()
      .describe(
        "Bends the route: the height of the bow as a part of its length, to the left of its way if positive. 0 is the great circle; a route with `via` has none.",
      ),
  })
  .describe("A way between two places, with an arrowhead.");

const area = z
  .strictObject({
    id,
    name: text.optional().describe("Written over the region."),
    points: z.array(latLon).min(3).max(1000).describe("Its corners, as `[latitude, longitude]`."),
  })
  .describe("A tinted region.");

const label = z
  .strictObject({
    id,
    text: text.describe("The words."),
    at: latLon,
    kind: z
      .enum(["sea", "land", "river"])
      .default("land")
      .describe("The lettering: seas and rivers in italics."),
  })
  .describe("Words on the map, such as the name of a sea.");

/** The YAML of a `map` block. */
export const mapSchema = z.strictObject({
  alt: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe("What the map shows, in words; made from the data when absent."),
  extent: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .describe(
      "What must be seen: `[west, south, east, north]` in degrees. West is greater than east across the date line.",
    )
    .meta({ examples: [[123, 33, 132, 43]] }),
  places: z.array(place).max(80).default([]),
  lines: z.array(line).max(40).default([]),
  routes: z.array(route).max(60).default([]),
  areas: z.array(area).max(30).default([]),
  labels: z.array(label).max(40).default([]),
  scale: z
    .boolean()
    .optional()
    .describe("The scale bar; shown unless the map is so large that one scale would mislead."),
});

/** A map as the author wrote it, with defaults. */
export type MapSpec = z.infer<typeof mapSchema>;
/** A place, with its label. */
export type MapPlace = MapSpec["places"][number];
/** A parallel, border, river or front. */
export type MapLine = MapSpec["lines"][number];
/** A way between two places. */
export type MapRoute = MapSpec["routes"][number];
/** A tinted region. */
export type MapArea = MapSpec["areas"][number];
/** Words on the map that belong to no place. */
export type MapLabel = MapSpec["labels"][number];
/** Latitude, longitude. */
export type LatLon = readonly [number, number];
