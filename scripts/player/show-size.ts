/** Writes sizes as people read them. Pure. */
import { say, type Texts } from "./texts.ts";

/**
 * `1.4 MB`; never less than `0.1 MB`, and from 100 MB on without a fraction.
 * @param sizeBytes a megabyte is a million bytes, as hosts and phone contracts count
 */
export function showSize(sizeBytes: number, texts: Texts): string {
  const megabytes = Math.max(0.1, sizeBytes / 1_000_000);
  const n = megabytes.toFixed(megabytes < 99.95 ? 1 : 0).replace(".", texts.decimalPoint);
  return say(texts.megabytes, { n });
}
