/** The icons and larger pieces that the pages of the site are put together from. */
import { template as addIcon } from "../../../templates/site/icons/add.hbs";
import { template as back } from "../../../templates/site/icons/back.hbs";
import { template as black } from "../../../templates/site/icons/black.hbs";
import { template as bookmark } from "../../../templates/site/icons/bookmark.hbs";
import { template as captions } from "../../../templates/site/icons/captions.hbs";
import { template as close } from "../../../templates/site/icons/close.hbs";
import { template as contents } from "../../../templates/site/icons/contents.hbs";
import { template as copy } from "../../../templates/site/icons/copy.hbs";
import { template as earlierIcon } from "../../../templates/site/icons/earlier.hbs";
import { template as enlarge } from "../../../templates/site/icons/enlarge.hbs";
import { template as eraser } from "../../../templates/site/icons/eraser.hbs";
import { template as find } from "../../../templates/site/icons/find.hbs";
import { template as folderIcon } from "../../../templates/site/icons/folder.hbs";
import { template as forward } from "../../../templates/site/icons/forward.hbs";
import { template as full } from "../../../templates/site/icons/full.hbs";
import { template as goTo } from "../../../templates/site/icons/go-to.hbs";
import { template as gripIcon } from "../../../templates/site/icons/grip.hbs";
import { template as keys } from "../../../templates/site/icons/keys.hbs";
import { template as knows } from "../../../templates/site/icons/knows.hbs";
import { template as laterIcon } from "../../../templates/site/icons/later.hbs";
import { template as link } from "../../../templates/site/icons/link.hbs";
import { template as marker } from "../../../templates/site/icons/marker.hbs";
import { template as more } from "../../../templates/site/icons/more.hbs";
import { template as muted } from "../../../templates/site/icons/muted.hbs";
import { template as notes } from "../../../templates/site/icons/notes.hbs";
import { template as offline } from "../../../templates/site/icons/offline.hbs";
import { template as openIcon } from "../../../templates/site/icons/open.hbs";
import { template as overview } from "../../../templates/site/icons/overview.hbs";
import { template as part } from "../../../templates/site/icons/part.hbs";
import { template as pause } from "../../../templates/site/icons/pause.hbs";
import { template as pen } from "../../../templates/site/icons/pen.hbs";
import { template as play } from "../../../templates/site/icons/play.hbs";
import { template as pointer } from "../../../templates/site/icons/pointer.hbs";
import { template as present } from "../../../templates/site/icons/present.hbs";
import { template as print } from "../../../templates/site/icons/print.hbs";
import { template as redo } from "../../../templates/site/icons/redo.hbs";
import { template as rehearse } from "../../../templates/site/icons/rehearse.hbs";
import { template as remixIcon } from "../../../templates/site/icons/remix.hbs";
import { template as remove } from "../../../templates/site/icons/remove.hbs";
import { template as report } from "../../../templates/site/icons/report.hbs";
import { template as reset } from "../../../templates/site/icons/reset.hbs";
import { template as rewind } from "../../../templates/site/icons/rewind.hbs";
import { template as saveIcon } from "../../../templates/site/icons/save.hbs";
import { template as sentenceBack } from "../../../templates/site/icons/sentence-back.hbs";
import { template as sentenceOn } from "../../../templates/site/icons/sentence-on.hbs";
import { template as settings } from "../../../templates/site/icons/settings.hbs";
import { template as skip } from "../../../templates/site/icons/skip.hbs";
import { template as sound } from "../../../templates/site/icons/sound.hbs";
import { template as speaker } from "../../../templates/site/icons/speaker.hbs";
import { template as stop } from "../../../templates/site/icons/stop.hbs";
import { template as textLarger } from "../../../templates/site/icons/text-larger.hbs";
import { template as textSmaller } from "../../../templates/site/icons/text-smaller.hbs";
import { template as transcript } from "../../../templates/site/icons/transcript.hbs";
import { template as undo } from "../../../templates/site/icons/undo.hbs";
import { template as watch } from "../../../templates/site/icons/watch.hbs";
import { template as captionLookPart } from "../../../templates/site/parts/caption-look.hbs";
import { template as drawingPart } from "../../../templates/site/parts/drawing.hbs";
import { template as erasPart } from "../../../templates/site/parts/eras.hbs";
import { template as findPart } from "../../../templates/site/parts/find.hbs";
import { template as goToPart } from "../../../templates/site/parts/go-to.hbs";
import { template as keysPart } from "../../../templates/site/parts/keys.hbs";
import { template as momentsMenuPart } from "../../../templates/site/parts/moments-menu.hbs";
import { template as momentsPart } from "../../../templates/site/parts/moments.hbs";
import { template as offlinePart } from "../../../templates/site/parts/offline.hbs";
import { template as presentPart } from "../../../templates/site/parts/present.hbs";
import { template as rehearsalPart } from "../../../templates/site/parts/rehearsal.hbs";
import { template as transcriptPart } from "../../../templates/site/parts/transcript.hbs";

const icons = {
  transcript,
  full,
  keys,
  rewind,
  "sentence-back": sentenceBack,
  "sentence-on": sentenceOn,
  skip,
  back,
  bookmark,
  captions,
  close,
  contents,
  copy,
  enlarge,
  find,
  forward,
  knows,
  link,
  more,
  muted,
  notes,
  offline,
  overview,
  part,
  pause,
  play,
  print,
  remove,
  report,
  settings,
  sound,
  pen,
  marker,
  eraser,
  undo,
  redo,
  save: saveIcon,
  open: openIcon,
  black,
  "go-to": goTo,
  pointer,
  present,
  rehearse,
  reset,
  speaker,
  "text-larger": textLarger,
  "text-smaller": textSmaller,
  stop,
  watch,
  add: addIcon,
  folder: folderIcon,
  earlier: earlierIcon,
  later: laterIcon,
  grip: gripIcon,
  remix: remixIcon,
};

/** Larger pieces of the page, each in a file of its own. */
const parts = {
  drawing: drawingPart,
  eras: erasPart,
  moments: momentsPart,
  "moments-menu": momentsMenuPart,
  "caption-look": captionLookPart,
  find: findPart,
  offline: offlinePart,
  transcript: transcriptPart,
  "go-to": goToPart,
  keys: keysPart,
  present: presentPart,
  rehearsal: rehearsalPart,
};

const named = <T>(kind: string, table: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(table).map(([name, template]) => [`${kind}-${name}`, template]));

/** What the pages of the site are put together from: `icon-NAME` and `part-NAME`. */
export const partials = { ...named("icon", icons), ...named("part", parts) };
