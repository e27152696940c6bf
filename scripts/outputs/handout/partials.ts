/** What the documents of all profiles are put together from: `templates/handout/parts/NAME.hbs`, called as `{{> NAME}}`. */
import { template as aids } from "../../../templates/handout/parts/aids.hbs";
import { template as chronology } from "../../../templates/handout/parts/chronology.hbs";
import { template as cite } from "../../../templates/handout/parts/cite.hbs";
import { template as closing } from "../../../templates/handout/parts/closing.hbs";
import { template as contents } from "../../../templates/handout/parts/contents.hbs";
import { template as cover } from "../../../templates/handout/parts/cover.hbs";
import { template as glossary } from "../../../templates/handout/parts/glossary.hbs";
import { template as head } from "../../../templates/handout/parts/head.hbs";
import { template as moment } from "../../../templates/handout/parts/moment.hbs";
import { template as names } from "../../../templates/handout/parts/names.hbs";
import { template as opening } from "../../../templates/handout/parts/opening.hbs";
import { template as picture } from "../../../templates/handout/parts/picture.hbs";
import { template as readingFoot } from "../../../templates/handout/parts/reading-foot.hbs";
import { template as slideAndWords } from "../../../templates/handout/parts/slide-and-words.hbs";

/** Name → template. */
export const partials = {
  aids,
  chronology,
  cite,
  closing,
  contents,
  cover,
  glossary,
  head,
  moment,
  names,
  opening,
  picture,
  "reading-foot": readingFoot,
  "slide-and-words": slideAndWords,
};
