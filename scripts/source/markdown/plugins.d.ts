/** Types of the Markdown plugins that ship none. */
declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";
  export default function deflist(md: MarkdownIt): void;
}
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function footnote(md: MarkdownIt): void;
}
declare module "markdown-it-container" {
  import type { MarkdownIt } from "markdown-it";
  export default function container(
    md: MarkdownIt,
    name: string,
    options: { readonly validate: (params: string) => boolean },
  ): void;
}
