/** Checks a PDF in the test's own thread. */
import { findingsOf, type Finding } from "../../scripts/pdf-check/index.ts";
import { inspect } from "../../scripts/pdf-check/inspect.ts";
import { openPdf } from "../../scripts/pdf-check/read.ts";

export const checkPdf = async (bytes: Uint8Array): Promise<Finding[]> =>
  findingsOf(inspect(await openPdf(bytes)));
