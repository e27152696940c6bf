/** The table of themes that a deck may name. Their CSS is `templates/themes/NAME/theme.css`; `theme.ts` reads it. */

/** A theme, as `deck.yaml` names it. */
export interface Theme {
  readonly name: string;
  /** For the author reference. */
  readonly description: string;
  /** How many accents `[data-era-index]` has; eras beyond them begin again with the first. */
  readonly accents: number;
}

/** Every theme. */
export const themes: readonly Theme[] = [
  {
    name: "history",
    description: "Paper and ink, serif headings, one accent for each era, large quiet type.",
    accents: 10,
  },
];

/** Names of the themes, in table order. */
export const themeNames: readonly string[] = themes.map((theme) => theme.name);
