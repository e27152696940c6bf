/**
 * Turns `*.hbs` files into modules while bundling, so that the program ships compiled templates and a
 * misspelt field is an error. One transformation for both bundlers: esbuild (the program) and Vite (its tests).
 */
import { readFile } from "node:fs/promises";
import Handlebars from "handlebars";
import type { Plugin } from "esbuild";

/**
 * Compiles one template to the source of an ES module whose export `template` renders it.
 * @param source the template's text
 * @throws the parser's own error, with line and column, when the template is malformed
 */
function templateModule(source: string): string {
  const compiled = Handlebars.precompile(source, {
    strict: true,
    preventIndent: true,
    knownHelpersOnly: false,
  });
  return [
    'import Handlebars from "handlebars/runtime.js";',
    `export const template = Handlebars.template(${typeof compiled === "string" ? compiled : ""});`,
    "",
  ].join("\n");
}

/** For esbuild: `import { template } from "./x.hbs"`. */
export const handlebarsForEsbuild: Plugin = {
  name: "handlebars-modules",
  setup(build) {
    build.onLoad({ filter: /\.hbs$/ }, async ({ path }) => ({
      contents: templateModule(await readFile(path, "utf8")),
      loader: "js",
      resolveDir: process.cwd(),
    }));
  },
};

/** For Vite and vitest: the same import in tests. */
export const handlebarsForVite = {
  name: "handlebars-modules",
  async load(id: string): Promise<string | undefined> {
    return id.endsWith(".hbs") ? templateModule(await readFile(id, "utf8")) : undefined;
  },
};
