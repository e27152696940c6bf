/** Where a listener is in a sound that reaches the ear late. Pure. */

/**
 * What is heard now of a sound, from its start; below 0 before anything of it is heard.
 * @param playedMs how far the page has played it
 * @param lagMs how long what is played takes to the ear, by the wall clock
 * @param rate 1 is as recorded
 */
export const heardMs = (playedMs: number, lagMs: number, rate: number): number => playedMs - lagMs * rate;
