/** What a credit may hold, in `credits:` and beside the file that it is about. */
import * as z from "zod";
import { license, words } from "./schema-parts.ts";

const creditShape = {
  title: words.meta({ description: "What was reused.", examples: ["Relief of Korea"] }),
  author: words.optional().meta({ description: "Who made it." }),
  source: words.optional().meta({ description: "Where it comes from: an address or an archive's mark." }),
  license: license
    .optional()
    .meta({ description: "Its licence, as an SPDX expression.", examples: ["CC-BY-4.0"] }),
  changes: words.optional().meta({ description: "What was changed in it.", examples: ["cropped"] }),
};
const ground = {
  basis: z
    .enum(["quotation", "fair-use", "permission"])
    .optional()
    .meta({
      description: "The ground on which you use it although its licence does not pass it on; needs `note`.",
      examples: ["quotation"],
    }),
  note: words.optional().meta({
    description: "What that ground is: what the quotation is for, or who gave permission and when.",
    examples: ["Letter of the museum, 3 May 2026"],
  }),
};

/** A ground is explained, and only a ground. */
function explained(
  { basis, note }: { readonly basis?: string | undefined; readonly note?: string | undefined },
  context: z.RefinementCtx,
): void {
  if (basis !== undefined && note === undefined)
    context.addIssue({
      code: "custom",
      path: ["basis"],
      message: `"basis: ${basis}" needs a note`,
      params: { hint: "say why it may be used: note: Letter of the museum, 3 May 2026" },
    });
  if (basis === undefined && note !== undefined)
    context.addIssue({
      code: "custom",
      path: ["note"],
      message: '"note" is for a credit with "basis"',
      params: { hint: "write basis: quotation, fair-use or permission beside it, or take it out" },
    });
}

/** A credit in `credits:` of `deck.yaml` or a course. */
export const creditSchema = z
  .strictObject({
    ...creditShape,
    files: z
      .array(words)
      .min(1)
      .optional()
      .meta({
        description:
          "The deck's files that it is about. A folder stands for all in it, `*` for any part of a name.",
        examples: [["media/relief.svg"]],
      }),
    slides: z
      .array(words)
      .min(1)
      .optional()
      .meta({
        description: "The slides that are adapted from it, by their ids; each of them says so.",
        examples: [["war/telegram"]],
      }),
    ...ground,
  })
  .superRefine(explained);

const creditOfFile = z.strictObject({ ...creditShape, ...ground }).superRefine(explained);

/** `FILE.credit.yaml`, beside a media file: one credit, or a list of them. */
export const creditsOfFileSchema = z.union([creditOfFile, z.array(creditOfFile).min(1)]);
