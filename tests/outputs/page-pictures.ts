/** Pictures of a PDF's pages, drawn without the browser that printed it, and how far two of them differ. */
import { createCanvas, loadImage, type Canvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Pages of this scale stand beside one another: 1 is 72 dots to the inch. */
const SCALE = 0.6;
const PER_ROW = 4;

/** A picture as its pixels, four bytes each: red, green, blue, alpha. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixels: Uint8ClampedArray;
}

/** The pages of a PDF on one sheet, and who printed it. */
export async function contactSheet(pdf: Uint8Array): Promise<{ picture: Picture; producer: string }> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: Canvas[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: SCALE });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas: canvas as never, viewport }).promise;
    pages.push(canvas);
  }
  const { info } = await document.getMetadata();
  await document.destroy();
  const [first] = pages;
  if (first === undefined) throw new Error("there are no pages");
  const [width, height] = [first.width + 4, first.height + 4];
  const rows = Math.ceil(pages.length / PER_ROW);
  const sheet = createCanvas(width * Math.min(PER_ROW, pages.length), height * rows);
  const context = sheet.getContext("2d");
  context.fillStyle = "#888";
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const [index, page] of pages.entries())
    context.drawImage(page, (index % PER_ROW) * width + 2, Math.floor(index / PER_ROW) * height + 2);
  const producer = "Producer" in info && typeof info.Producer === "string" ? info.Producer : "";
  return { picture: pictureOf(sheet), producer };
}

const pictureOf = (canvas: Canvas): Picture => ({
  widthPx: canvas.width,
  heightPx: canvas.height,
  pixels: canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data,
});

export async function readPicture(png: Uint8Array): Promise<Picture> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  return pictureOf(canvas);
}

export function writePicture({ widthPx, heightPx, pixels }: Picture): Uint8Array {
  const canvas = createCanvas(widthPx, heightPx);
  const data = canvas.getContext("2d").createImageData(widthPx, heightPx);
  data.data.set(pixels);
  canvas.getContext("2d").putImageData(data, 0, 0);
  return canvas.toBuffer("image/png");
}

/** What two pictures differ by. */
export interface Difference {
  /** From 0 to 1: how much of the picture is not the same. Pictures of different sizes differ wholly. */
  readonly share: number;
  /** The second picture, pale, with what differs in red. */
  readonly picture: Picture;
}

/** Edges of letters may be a little lighter or darker, or a pixel further: as much as this, of 255, is the same. */
const SAME = 64;

export function difference(known: Picture, made: Picture): Difference {
  const { widthPx, heightPx } = made;
  if (known.widthPx !== widthPx || known.heightPx !== heightPx) return { share: 1, picture: made };
  const pixels = new Uint8ClampedArray(made.pixels.length);
  let different = 0;
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = 4 * (y * widthPx + x);
      const same = isNear(made, at, known, x, y) && isNear(known, at, made, x, y);
      if (!same) different += 1;
      for (let c = 0; c < 3; c++)
        pixels[at + c] = same ? 255 - (255 - (made.pixels[at + c] ?? 0)) / 4 : c === 0 ? 220 : 0;
      pixels[at + 3] = 255;
    }
  }
  return { share: different / (widthPx * heightPx), picture: { widthPx, heightPx, pixels } };
}

/** A pixel of one picture has its like in the other, there or beside. */
function isNear(one: Picture, at: number, other: Picture, x: number, y: number): boolean {
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const [nx, ny] = [x + dx, y + dy];
      if (nx < 0 || ny < 0 || nx >= other.widthPx || ny >= other.heightPx) continue;
      const to = 4 * (ny * other.widthPx + nx);
      let far = 0;
      for (let c = 0; c < 3; c++)
        far = Math.max(far, Math.abs((one.pixels[at + c] ?? 0) - (other.pixels[to + c] ?? 0)));
      if (far <= SAME) return true;
    }
  }
  return false;
}
