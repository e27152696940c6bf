/** Writes data into scripts and pages. */

/** Characters that would end a script element, open a comment in one, or end a line in old JavaScript. */
const UNSAFE = /[<>&\u2028\u2029]/g;

/**
 * JSON that can stand inside a `<script>` element and inside a JavaScript file: `</script>`, `<!--` and the two line
 * separators of Unicode come out escaped. Parses to the same value.
 */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
