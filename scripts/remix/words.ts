/** Text cut into words, so that versions of it can be compared and merged, and every space comes back as it was written. */

/**
 * Line ends are words of their own; every other word has the spaces before it. What stands in brackets, such as a cue, is never cut. The
 * bound keeps a bracket that is never closed from being looked for to the end of the text.
 */
const WORD = /[^\S\n]*(?:\[[^\]\n]{0,300}\]|\S)+|\n|[^\S\n]+/g;

/** The words of a text. Joined, they are the text. */
export const wordsOf = (text: string): string[] => text.match(WORD) ?? [];

/**
 * More words or lines than any slide has. Comparing costs up to the square of what is compared (Hunt and McIlroy 1976), so a text beyond it
 * is compared more coarsely.
 */
export const MAX_COMPARED = 4000;
