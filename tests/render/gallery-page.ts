/** The gallery as a folder that a browser can open: one page, its stylesheet and fonts. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readProgramFile } from "../../scripts/io/program.ts";
import { renderContext } from "../../scripts/render/context.ts";
import { renderSlide, type SlideState } from "../../scripts/render/slide.ts";
import { themeFiles } from "../../scripts/render/theme.ts";
import { gallery, gallerySlides } from "./gallery.ts";

/**
 * Writes the gallery.
 * @param folder made when it is missing
 * @returns absolute path of the page
 */
export async function writeGallery(folder: string, state: SlideState = "opening"): Promise<string> {
  const context = renderContext(gallery);
  const theme = await themeFiles(gallery, { programFile: readProgramFile });
  const slides = gallerySlides.map((slide) => renderSlide(slide, context, state));
  const files = new Map<string, string | Uint8Array>([
    ["assets/theme.css", theme.css],
    [
      "index.html",
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:"><title>Gallery</title><link rel="stylesheet" href="assets/theme.css"><body>${slides.join("")}</body></html>`,
    ],
  ]);
  for (const file of theme.fonts) if ("bytes" in file) files.set(file.path, file.bytes);
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return join(folder, "index.html");
}
