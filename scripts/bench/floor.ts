/** The least that any program of this kind must do: read the same Markdown, render it with markdown-it, write one page. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";

const [, , deck = "", out = ""] = process.argv;
const markdown = new MarkdownIt({ html: true });
const slides = readdirSync(deck)
  .filter((name) => name.endsWith(".md"))
  .sort()
  .flatMap((name) => readFileSync(join(deck, name), "utf8").split("\n---\n"))
  .map((text) => `<section>${markdown.render(text)}</section>`);
writeFileSync(out, `<!doctype html><meta charset="utf-8"><title>Floor</title>${slides.join("\n")}`);
