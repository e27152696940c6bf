/** The converter between font containers that `subset-font` builds on. */
declare module "fontverter" {
  export function convert(font: Uint8Array, format: "truetype" | "woff2"): Promise<Uint8Array>;
}

/** Cuts a font to the characters of a text with HarfBuzz; same input, same bytes. */
declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: "woff2" },
  ): Promise<Uint8Array>;
}
