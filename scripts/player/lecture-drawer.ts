/** Which drawer of the browser's memory is a lecture's own. Pure. */

/**
 * Moodle counts the versions of an uploaded file in its address: `/pluginfile.php/CONTEXT/mod_resource/content/VERSION/index.html`
 * (`mod/resource/locallib.php`). A newer version is the same lecture.
 */
const MOODLE_VERSION = /(\/pluginfile\.php\/\d+\/mod_\w+\/content\/)\d+\//;

/**
 * Names the drawer by the deck and by the folder that the page lies in: two decks of one name on one host are two lectures, and
 * a deck of another name in the same folder is another one. Rebuilding, `?only=`, and the page's file name change nothing.
 * @param id the deck's id
 * @param pathname of the page's address
 */
export function lectureDrawer(id: string, pathname: string): string {
  const folder = pathname.slice(0, pathname.lastIndexOf("/") + 1);
  return `${id}@${folder.replace(MOODLE_VERSION, "$1")}`;
}
