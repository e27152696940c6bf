/** Which handouts are made and how: what the command line asks for goes before `deck.yaml`, and that before the profile. Pure. */
import type {
  HandoutChoice,
  Paper,
  ProfileName,
  SlidesPerPage,
  StepsPolicy,
} from "../../handout-profiles.ts";
import type { DeckMeta } from "../../model.ts";

/** What a person at the printer asks for. */
export interface AskedHandouts {
  /** These alone, with what `deck.yaml` says of them. */
  readonly profiles?: readonly ProfileName[];
  readonly paper?: Paper;
  readonly mono?: boolean;
  readonly steps?: StepsPolicy;
  readonly perPage?: SlidesPerPage;
}

/** How one handout is made. */
export interface HandoutSettings {
  readonly paper: Paper;
  readonly mono: boolean;
  readonly steps: StepsPolicy;
  readonly perPage: SlidesPerPage;
}

/** What a profile does unless it is asked otherwise. */
export type ProfileDefaults = Pick<HandoutSettings, "steps" | "perPage">;

/** The deck's data, with what is asked for in place of what it says. */
export function withAsked(meta: DeckMeta, asked: AskedHandouts): DeckMeta {
  const { profiles = meta.handout.map(({ profile }) => profile), paper = meta.paper, ...rest } = asked;
  const handout = profiles.map((profile) => Object.assign({}, choiceOf(meta, profile), rest));
  return { ...meta, paper, handout };
}

/** A profile's settings for a deck. */
export function settingsOf(meta: DeckMeta, profile: ProfileName, defaults: ProfileDefaults): HandoutSettings {
  const { profile: _, ...chosen } = choiceOf(meta, profile);
  return { paper: meta.paper, mono: false, ...defaults, ...chosen };
}

const choiceOf = ({ handout }: DeckMeta, profile: ProfileName): HandoutChoice =>
  handout.find((choice) => choice.profile === profile) ?? { profile };
