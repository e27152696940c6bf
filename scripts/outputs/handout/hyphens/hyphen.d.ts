declare module "hyphen/*/index.js" {
  /** One language's patterns, ready to use. */
  const language: {
    readonly hyphenateSync: (text: string, options: { readonly hyphenChar: string }) => string;
  };
  export default language;
}
