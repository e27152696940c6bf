/** Reads QR codes out of a PNG, with a decoder that shares nothing with the code that draws them. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

let prepared: Promise<unknown> | undefined;

/** The texts of all codes in the picture, in the order in which they are found. */
export async function decodeQrCodes(png: Uint8Array): Promise<string[]> {
  // Its module would be fetched from elsewhere.
  prepared ??= readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm")).then(
    (wasm) =>
      prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true }),
  );
  await prepared;
  const codes = await readBarcodes(png, { formats: ["QRCode"], maxNumberOfSymbols: 255 });
  return codes.map(({ text }) => text);
}
