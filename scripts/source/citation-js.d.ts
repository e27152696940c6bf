declare module "@citation-js/core" {
  /** The part of the library that reads: text in a named format → CSL-JSON items. */
  export const plugins: {
    readonly input: { chain(text: string, options: { forceType: string; generateGraph: boolean }): unknown };
  };
}
declare module "@citation-js/plugin-bibtex";
