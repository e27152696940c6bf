/** What the schemas of `deck.yaml`, front matter, credits and courses are made of. */
import * as z from "zod";
import { licenseFault, type Fault } from "./standards.ts";

/** Text of a standard form, checked. @param fault says what is wrong with a text */
export const standard = (fault: (text: string) => Fault | undefined) =>
  z.string().superRefine((text, context) => {
    const found = fault(text);
    if (found !== undefined) {
      context.addIssue({
        code: "custom",
        message: found.message,
        params: { code: found.code, hint: found.hint },
      });
    }
  });

/** Text that says something. */
export const words = z.string().trim().min(1);

/** An SPDX licence expression. */
export const license = standard(licenseFault);
