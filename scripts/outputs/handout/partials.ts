/** What the documents of all profiles are put together from: `templates/handout/parts/NAME.hbs`, called as `{{> NAME}}`. */
import { template as aids } from "../../../templates/handout/parts/aids.hbs";
import { template as closing } from "../../../templates/handout/parts/closing.hbs";
import { template as contents } from "../../../templates/handout/parts/contents.hbs";
import { template as cover } from "../../../templates/handout/parts/cover.hbs";
import { template as head } from "../../../templates/handout/parts/head.hbs";
import { template as opening } from "../../../templates/handout/parts/opening.hbs";
import { template as picture } from "../../../templates/handout/parts/picture.hbs";
import { template as slideAndWords } from "../../../templates/handout/parts/slide-and-words.hbs";

/** Name → template. */
export const partials = {
  aids,
  closing,
  contents,
  cover,
  head,
  opening,
  picture,
  "slide-and-words": slideAndWords,
};
