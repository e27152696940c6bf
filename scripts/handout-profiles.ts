/** The handouts' profiles, as `deck.yaml` and the command line name them; what each is made of stands in `outputs/handout/profiles/`. */

/** What is known of a profile before one is made. */
export interface ProfileInfo {
  /** For the author reference. */
  readonly description: string;
  /** It shows private notes: made in the lecturer's own builds only. */
  readonly isPrivate: boolean;
}

/** Every profile, in the order in which they are made. */
export const handoutProfiles = {
  study: {
    description: "To study from: every slide beside what is said to it, with terms, questions and sources.",
    isPrivate: false,
  },
  slides: {
    description: "The slides alone, one to nine on a page; three of them stand beside lines to write on.",
    isPrivate: false,
  },
} as const satisfies Readonly<Record<string, ProfileInfo>>;

/** A profile, as `deck.yaml` names it. */
export type ProfileName = keyof typeof handoutProfiles;

/** Names of the profiles, in table order. */
export const profileNames: readonly ProfileName[] = ["study", "slides"];

/** How many slides a page of the profile `slides` may hold. */
export const SLIDES_PER_PAGE = [1, 2, 3, 4, 6, 9] as const;

/** One of `SLIDES_PER_PAGE`. */
export type SlidesPerPage = (typeof SLIDES_PER_PAGE)[number];

/** What paper shows of a slide's steps. */
export const STEPS_POLICIES = ["final", "numbered", "each"] as const;

/** One of `STEPS_POLICIES`: the last state; the same with numbers where things came; a picture of every state. */
export type StepsPolicy = (typeof STEPS_POLICIES)[number];

/** The sizes of paper. */
export const PAPERS = ["A4", "Letter"] as const;

/** One of `PAPERS`. */
export type Paper = (typeof PAPERS)[number];

/** One handout to make. What is absent is left to the profile. */
export interface HandoutChoice {
  readonly profile: ProfileName;
  readonly steps?: StepsPolicy;
  readonly perPage?: SlidesPerPage;
  /** To be printed in black. */
  readonly mono?: boolean;
}

/** The file of a profile's handout in the result. */
export const handoutFile = (profile: ProfileName): string =>
  profile === "study" ? "handout.pdf" : `handout-${profile}.pdf`;
