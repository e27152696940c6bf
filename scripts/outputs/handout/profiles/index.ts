/** The table of profiles. A new one is a file beside this one, its template and styles, and a line here and in `handout-profiles.ts`. */
import type { ProfileName } from "../../../handout-profiles.ts";
import type { Profile } from "./profile.ts";
import { slides } from "./slides.ts";
import { study } from "./study.ts";

/** Every profile, by name. */
export const profiles: Readonly<Record<ProfileName, Profile>> = { study, slides };
