/** What a student needs with the network off: pages, handouts, and what they load. Captions and data for others are left out. */
export const SAVED = /^(?:[^/]+\.html|handout[^/]*\.pdf|(?:assets|audio)\/.+)$/;
