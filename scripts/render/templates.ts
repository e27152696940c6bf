/** Binds the names of layouts and partials to their templates, which are compiled while the program is bundled. */
import { template as columns } from "../../templates/layouts/columns.hbs";
import { template as credits } from "../../templates/layouts/credits.hbs";
import { template as end } from "../../templates/layouts/end.hbs";
import { template as era } from "../../templates/layouts/era.hbs";
import { template as figure } from "../../templates/layouts/figure.hbs";
import { template as question } from "../../templates/layouts/question.hbs";
import { template as quote } from "../../templates/layouts/quote.hbs";
import { template as sources } from "../../templates/layouts/sources.hbs";
import { template as statement } from "../../templates/layouts/statement.hbs";
import { template as text } from "../../templates/layouts/text.hbs";
import { template as title } from "../../templates/layouts/title.hbs";
import { template as foot } from "../../templates/partials/foot.hbs";
import { template as head } from "../../templates/partials/head.hbs";
import { template as heading } from "../../templates/partials/heading.hbs";

/** A compiled template. Throws when it names a field that its context lacks. */
export type Template = (context: unknown, options?: { partials?: Record<string, Template> }) => string;

/** Name → template. The key of a partial is the name that `{{> name}}` calls. */
export interface Templates {
  readonly layouts: Readonly<Record<string, Template>>;
  readonly partials: Readonly<Record<string, Template>>;
}

/** The program's own templates. */
export const builtInTemplates: Templates = {
  layouts: { title, statement, text, columns, figure, quote, era, question, sources, end, credits },
  partials: { head, heading, foot },
};

const OF_DECK = /^templates\/(layouts|partials)\/([\w-]+)\.hbs$/;

/** True for a path of a deck that `withDeckTemplates` would use: code, so only with `--trust`. */
export const isDeckTemplate = (path: string): boolean => OF_DECK.test(path);

/**
 * Puts a trusted deck's own templates over ours of the same name. The compiler is loaded only when there are any.
 * @param sources deck path, such as `templates/layouts/quote.hbs` → text
 * @throws the compiler's error, naming the file, for a malformed template
 */
export async function withDeckTemplates(sources: ReadonlyMap<string, string>): Promise<Templates> {
  const layouts: Record<string, Template> = { ...builtInTemplates.layouts };
  const partials: Record<string, Template> = { ...builtInTemplates.partials };
  for (const [path, source] of sources) {
    const [, folder, name] = OF_DECK.exec(path) ?? [];
    if (folder === undefined || name === undefined) continue;
    const template = await compile(path, source);
    if (folder === "layouts") layouts[name] = template;
    else partials[name] = template;
  }
  return { layouts, partials };
}

async function compile(path: string, source: string): Promise<Template> {
  const { default: Handlebars } = await import("handlebars");
  const own = Handlebars.create();
  try {
    // Compiling is lazy in Handlebars; parsing first makes a mistake show here, with its line.
    own.parse(source);
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const template: (context: unknown, options?: object) => string = own.compile(source, {
    strict: true,
    preventIndent: true,
  });
  return template;
}
