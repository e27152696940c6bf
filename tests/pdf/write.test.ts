import { inflateSync } from "node:zlib";
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { streamText } from "../../scripts/pdf/objects.ts";
import { packedStream, writePdf } from "../../scripts/pdf/write.ts";

/** Two pages, one stream, and more small objects than one object stream holds. */
async function sample(): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([200, 100]);
  const page = document.addPage([100, 200]);
  const content = packedStream(document.context, Buffer.from("0 0 10 10 re f"));
  page.node.set(PDFName.of("Contents"), document.context.register(content));
  const names = Array.from({ length: 450 }, (_, n) =>
    document.context.register(document.context.obj({ N: n, Said: PDFHexString.fromText(`Nr. ${n} 김일성`) })),
  );
  document.catalog.set(PDFName.of("Names"), document.context.obj(names));
  document.catalog.set(PDFName.of("Odd"), PDFString.of("brackets \\( and \\351"));
  return document;
}

test("a document that is written is read again as it was", async () => {
  const before = await sample();
  const after = await PDFDocument.load(writePdf(before), { updateMetadata: false });
  expect(after.getPages().map((page) => page.getSize())).toEqual([
    { width: 200, height: 100 },
    { width: 100, height: 200 },
  ]);
  const objects = before.context.enumerateIndirectObjects();
  expect(objects.length).toBeGreaterThan(450);
  for (const [ref, object] of objects) expect(after.context.lookup(ref)?.toString()).toBe(object.toString());
  expect(streamText(after.getPages()[1]?.node.lookup(PDFName.of("Contents")))).toBe("0 0 10 10 re f");
});

test("other programs read it too, and it says where everything is", async () => {
  const bytes = writePdf(await sample());
  const read = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const views = [await read.getPage(1), await read.getPage(2)].map(({ view }) => view);
  expect(views).toEqual([
    [0, 0, 200, 100],
    [0, 0, 100, 200],
  ]);
  const text = Buffer.from(bytes).toString("latin1");
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(start)).toMatch(/^\d+ 0 obj\n<<[^]*\/Type \/XRef/);
});

test("writing what was read keeps no packing of the file before, and the same document is the same file", async () => {
  const once = writePdf(await sample());
  const again = await PDFDocument.load(once, { updateMetadata: false });
  expect(Buffer.from(writePdf(again)).equals(Buffer.from(writePdf(again)))).toBe(true);
  const third = await PDFDocument.load(writePdf(again), { updateMetadata: false });
  const kinds = third.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object.dict.get(PDFName.of("Type"))] : []));
  expect(kinds.filter((kind) => kind === PDFName.of("ObjStm"))).toHaveLength(3);
});

test("a packed stream says how it is packed", async () => {
  const { context } = await PDFDocument.create();
  const stream = packedStream(context, Buffer.from("aaaa"), { Type: "Metadata" });
  expect(stream.dict).toBeInstanceOf(PDFDict);
  expect(stream.dict.toString()).toContain("/Filter /FlateDecode");
  expect(inflateSync(stream.contents).toString()).toBe("aaaa");
});
