/** Names that are free: nothing that is there already gives way. */

/**
 * The first name that may be taken.
 * @param candidate gives the first choice for 1, and another for every number after it
 * @param isTaken whether something else has the name
 */
export function freeName(candidate: (n: number) => string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n++) {
    const name = candidate(n);
    if (!isTaken(name)) return name;
  }
}
