/** Where the text to read shows one era alone. Used by the read page and by the player. Pure. */

/** The anchor of an era's own view. No slide or era can have it: their ids never begin with "-". */
export const printAnchor = (era: string): string => `--only--${era}`;
