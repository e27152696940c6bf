/** Numbers with their words, for lines on a terminal. Pure. */

/**
 * `1 slide`, `2 slides`.
 * @param thing an English word whose plural ends in s
 */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

const MEGABYTE = 1_000_000;

/** `7.9 MB`; what is less than a tenth is said as such. */
export const megabytes = (sizeBytes: number): string =>
  sizeBytes < MEGABYTE / 10 ? "less than 0.1 MB" : `${(sizeBytes / MEGABYTE).toFixed(1)} MB`;
