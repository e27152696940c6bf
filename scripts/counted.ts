/** Numbers with their words, for lines on a terminal. Pure. */

/**
 * `1 slide`, `2 slides`.
 * @param thing an English word whose plural ends in s
 */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** `7.9 MB`, and below a megabyte `82 kB`. */
export const fileSize = (sizeBytes: number): string =>
  sizeBytes < 1_000_000 ? `${Math.ceil(sizeBytes / 1000)} kB` : `${(sizeBytes / 1_000_000).toFixed(1)} MB`;
