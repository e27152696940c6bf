/** What a `timeline` block may hold. The descriptions are the author reference. */
import * as z from "zod";

const id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, "an id is letters, digits, - and _, such as invasion")
  .max(60)
  .describe("What cues call it: `[show invasion]`. Unique in the timeline.");

const label = z.string().min(1).max(160);
const lane = z.string().describe("Id of a lane.");

const event = z
  .strictObject({
    id,
    date: z
      .string()
      .describe("EDTF: `1950-06-25`, `1950-06`, `1950`, `195X`, `1950~` (about), `1950?` (perhaps).")
      .meta({ examples: ["1950-06-25"] }),
    label: label.describe("A few words."),
    detail: z.string().min(1).max(240).optional().describe("A second, quieter line."),
    lane: lane.optional(),
  })
  .describe("Something that happened at one time.");

const span = z
  .strictObject({
    id,
    span: z
      .string()
      .describe("EDTF interval: `1950-06-25/1953-07-27`, `1994/..` (goes on), `1956/` (end unknown).")
      .meta({ examples: ["1950-06-25/1953-07-27"] }),
    label: label.describe("A few words."),
    lane: lane.optional(),
  })
  .describe("Something that lasted.");

/** The YAML of a `timeline` block. */
export const timelineSchema = z.strictObject({
  alt: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe("What the timeline shows, in words; made from the data when absent."),
  span: z
    .string()
    .optional()
    .describe("The time that the axis shows, as an EDTF interval; from the data when absent.")
    .meta({ examples: ["1945/2024"] }),
  events: z.array(event).max(60).default([]),
  spans: z.array(span).max(40).default([]),
  lanes: z
    .array(z.strictObject({ id, label: label.describe("Its name, at the left.") }))
    .max(8)
    .default([])
    .describe(
      "Bands one above the other, such as one for each country. What names no lane stands in the first.",
    ),
  ticks: z
    .enum(["auto", "century", "decade", "year", "month", "day"])
    .default("auto")
    .describe("The unit of the axis; `auto` takes the smallest that has room."),
});

/** A timeline as the author wrote it, with defaults. */
export type TimelineSpec = z.infer<typeof timelineSchema>;
