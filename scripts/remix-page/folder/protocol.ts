/** What the page and the worker that packs a folder say to each other. Types only. */

/** A file that is made on the page. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

/** `texts`: reads these files. `pack`: makes the archive, of files that are made and of files of the site. */
export type PackAsk =
  | { readonly kind: "texts"; readonly paths: readonly string[] }
  | {
      readonly kind: "pack";
      /** The folder inside the archive. */
      readonly folder: string;
      readonly made: readonly MadeFile[];
      readonly paths: readonly string[];
      /** Left out where the site has none. */
      readonly optional: readonly string[];
    };

/** `failed`: a file did not come. */
export type PackAnswer =
  | { readonly kind: "texts"; readonly texts: readonly string[] }
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "packed"; readonly archive: Blob }
  | { readonly kind: "failed"; readonly path: string };
