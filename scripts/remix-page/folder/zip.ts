/** Packs files one after the other, as they come. Nothing is compressed: sound and pictures are already, and packing shall not take long. */
import { Zip, ZipPassThrough } from "fflate";

/** An archive that is being made. */
export interface ZipMaking {
  readonly add: (path: string, bytes: Uint8Array) => void;
  /** The whole archive. */
  readonly end: () => Blob;
}

/** The earliest time that a zip can hold: the same files give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);
/** As much is gathered before the browser may put it on its disk. */
const GATHERED_BYTES = 8 * 1024 * 1024;

/** Starts an archive. */
export function startZip(): ZipMaking {
  let blobs: BlobPart[] = [];
  let gathered: BlobPart[] = [];
  let bytes = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    gathered.push(new Uint8Array(chunk));
    bytes += chunk.length;
    if (bytes > GATHERED_BYTES) gather();
  });
  function gather(): void {
    blobs = [...blobs, new Blob(gathered)];
    gathered = [];
    bytes = 0;
  }
  return {
    add: (path, content) => {
      const file = new ZipPassThrough(path);
      file.mtime = NO_TIME;
      zip.add(file);
      file.push(content, true);
    },
    end: () => {
      zip.end();
      gather();
      return new Blob(blobs, { type: "application/zip" });
    },
  };
}
