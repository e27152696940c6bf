/**
 * Says in which language foreign names are, so that screen readers can say them. Chromium's tagged PDF keeps the
 * language of `em` and `strong` only; of `span`, `i` and the rest it is lost. Pure; relies on well-formed HTML with
 * attributes in double quotes.
 */

/** Scripts that only one living language is written in. Cyrillic, Arabic, Han and others have many. */
const SCRIPTS = [
  { language: "ko", letters: /\p{Script=Hangul}+(?:[ ·]\p{Script=Hangul}+)*/gu },
  { language: "ja", letters: /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu },
] as const;

const SCRIPT = new RegExp(SCRIPTS.map(({ letters }) => letters.source).join("|"), "u");
/** Where Unicode has these scripts, and much else: a quick look that tells most text from theirs. */
const EASTERN = /[\u1100-\u11ff\u3000-\uffff]/;

const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"=>/]+(?:\s*=\s*"[^"]*")?)*)\s*(\/?)>/g;
const VOID = new Set(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);

/**
 * Marks the language of Korean and Japanese stretches of text, and turns marked `span` and `i` into `em.script` and
 * `em`, which keep it on paper. Text in drawings, in hidden elements and in the page's head stays as it is.
 * @param language of the page; its own script needs no marks
 */
export function markLanguages(html: string, language: string): string {
  if (!(EASTERN.test(html) && SCRIPT.test(html)) && !/<(?!html\s)[a-zA-Z][^>]*\slang="/.test(html))
    return html;
  const own = language.toLowerCase().split("-")[0];
  const scripts = SCRIPTS.filter((script) => script.language !== own);
  const open: { readonly name: string; readonly marked: boolean; readonly written: string }[] = [];
  let out = "";
  let at = 0;
  const inside = (): boolean => open.some(({ marked }) => marked);
  const text = (piece: string): string =>
    !EASTERN.test(piece) || inside()
      ? piece
      : scripts.reduce(
          (marked, script) =>
            marked.replace(
              script.letters,
              (name) => `<em class="script" lang="${script.language}">${name}</em>`,
            ),
          piece,
        );
  for (const tag of html.matchAll(TAG)) {
    const [whole, closing, written = "", attributes = "", selfClosing] = tag;
    out += text(html.slice(at, tag.index));
    at = tag.index + whole.length;
    const name = written.toLowerCase();
    if (closing !== "") {
      const opened = open.pop();
      out += opened === undefined ? whole : `</${opened.written}>`;
    } else if (selfClosing !== "" || VOID.has(name)) {
      out += whole;
    } else {
      const hasLanguage = name !== "html" && /\slang="/.test(attributes);
      const becomesEm = hasLanguage && !inside() && (name === "span" || name === "i");
      const untouched = name === "head" || name === "svg" || /\saria-hidden="true"/.test(attributes);
      open.push({ name, marked: hasLanguage || untouched, written: becomesEm ? "em" : written });
      out += becomesEm ? `<em${name === "span" ? withScriptClass(attributes) : attributes}>` : whole;
    }
  }
  return out + text(html.slice(at));
}

function withScriptClass(attributes: string): string {
  return /\sclass="/.test(attributes)
    ? attributes.replace(/\sclass="/, ' class="script ')
    : ` class="script"${attributes}`;
}
