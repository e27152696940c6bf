/**
 * Reads the list of files at the end of a zip archive, and checks it against the archive (PKWARE APPNOTE 6.3.10;
 * sections are named below). Two readers must not see two archives in the same bytes, so whatever is said twice has to
 * agree, and no byte may belong to two files.
 */
import { BadArchive } from "./bad-archive.ts";

/** One entry of an archive, as its list and its own header agree on it. */
export interface ZipEntry {
  /** As it is written, with `/` between folders; ends with `/` for a folder. */
  readonly path: string;
  /** The upper half of the external attributes: a Unix mode, or 0 (4.4.15). */
  readonly unixMode: number;
  readonly method: "stored" | "deflated";
  /** CRC-32 of the unpacked file. */
  readonly crc32: number;
  /** Size of the unpacked file. */
  readonly sizeBytes: number;
  /** Where the packed file lies in the archive. */
  readonly packed: Uint8Array;
}

const SIGNATURE = {
  local: 0x04034b50, // 4.3.7
  listed: 0x02014b50, // 4.3.12
  end64: 0x06064b50, // 4.3.14
  locator64: 0x07064b50, // 4.3.15
  end: 0x06054b50, // 4.3.16
} as const;

/** Lengths in bytes of these records without what varies. */
const LENGTH = { local: 30, listed: 46, end64: 56, locator64: 20, end: 22 } as const;

/** Bits of the general purpose flag (4.4.4): encrypted, patched, strongly encrypted, with masked headers. */
const FLAG = {
  encrypted: 0x0001,
  sizesFollow: 0x0008,
  patched: 0x0020,
  strong: 0x0040,
  masked: 0x2000,
} as const;

/** Says that the true number stands in a zip64 record (4.4.1.4). */
const IN_ZIP64 = { short: 0xffff, long: 0xffffffff } as const;

/** The list of an archive: where it lies, and how many entries it has. */
interface Listing {
  readonly from: number;
  readonly to: number;
  readonly entries: number;
}

/**
 * The entries of an archive in the order of its list.
 * @param name the archive as the user named it
 * @param maxEntries how many it may have
 * @throws BadArchive when it is broken, ambiguous, or packed in a way that is not read here
 */
export function readDirectory(archive: Uint8Array, name: string, maxEntries: number): ZipEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const bad = (why: string, entry?: string): BadArchive => new BadArchive(name, why, entry);
  const listing = findListing(view, bad);
  if (listing.entries > maxEntries)
    throw bad(`it holds ${listing.entries} files; ${maxEntries} are the most`);
  const entries: ZipEntry[] = [];
  const spans: { from: number; to: number; path: string }[] = [];
  let at = listing.from;
  for (let count = 0; count < listing.entries; count++) {
    if (at + LENGTH.listed > listing.to || view.getUint32(at, true) !== SIGNATURE.listed)
      throw bad("its list of files is broken");
    const listed = readListed(archive, view, at, listing.to, bad);
    const { from, dataFrom, to } = checkLocal(archive, view, listed, listing.from, bad);
    spans.push({ from, to, path: listed.path });
    entries.push({ ...listed, packed: archive.subarray(dataFrom, to) });
    at = listed.next;
  }
  if (at !== listing.to) throw bad("its list of files is longer than it says");
  checkOverlaps(spans, bad);
  return entries;
}

type Bad = (why: string, entry?: string) => BadArchive;

/** From the end: a comment of up to 65,535 bytes may stand behind the record (4.3.16). */
function findListing(view: DataView, bad: Bad): Listing {
  const last = view.byteLength - LENGTH.end;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== SIGNATURE.end) continue;
    if (at + LENGTH.end + view.getUint16(at + 20, true) !== view.byteLength) continue;
    return readEnd(view, at, bad);
  }
  throw bad("it is no zip archive, or its end is missing");
}

function readEnd(view: DataView, at: number, bad: Bad): Listing {
  const disks = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
  const entries = view.getUint16(at + 10, true);
  const sizeBytes = view.getUint32(at + 12, true);
  const from = view.getUint32(at + 16, true);
  const locator = at - LENGTH.locator64;
  const end64 =
    locator >= 0 && view.getUint32(locator, true) === SIGNATURE.locator64
      ? readEnd64(view, locator, bad)
      : undefined;
  if (end64 === undefined && disks.some((disk) => disk !== 0)) throw bad("it is one part of several");
  const listing = end64 ?? { from, to: from + sizeBytes, entries };
  // A true list ends where its end record begins: anything between would be a second archive.
  if (listing.to !== (end64?.recordAt ?? at)) throw bad("its list of files is not where it says");
  if (end64 === undefined) return listing;
  const agrees = (short: number, long: number, mark: number): boolean => short === long || short === mark;
  if (
    !agrees(entries, listing.entries, IN_ZIP64.short) ||
    !agrees(from, listing.from, IN_ZIP64.long) ||
    !agrees(sizeBytes, listing.to - listing.from, IN_ZIP64.long)
  )
    throw bad("it says two things about its list of files");
  return listing;
}

function readEnd64(view: DataView, locator: number, bad: Bad): Listing & { readonly recordAt: number } {
  const at = long(view, locator + 8, bad);
  if (at + LENGTH.end64 > locator || view.getUint32(at, true) !== SIGNATURE.end64)
    throw bad("its list of files is not where it says");
  if (view.getUint32(at + 16, true) !== 0 || view.getUint32(at + 20, true) !== 0)
    throw bad("it is one part of several");
  const from = long(view, at + 48, bad);
  return { from, to: from + long(view, at + 40, bad), entries: long(view, at + 32, bad), recordAt: at };
}

/** A number of eight bytes. What is beyond exact numbers is beyond any archive. */
function long(view: DataView, at: number, bad: Bad): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw bad("it names a size that cannot be");
  return Number(value);
}

interface Listed extends Omit<ZipEntry, "packed"> {
  readonly packedBytes: number;
  /** Where its own header lies. */
  readonly localAt: number;
  readonly flags: number;
  readonly nameBytes: Uint8Array;
  /** Where the next entry of the list begins. */
  readonly next: number;
}

/** An entry of the list (4.3.12). */
function readListed(archive: Uint8Array, view: DataView, at: number, end: number, bad: Bad): Listed {
  const nameTo = at + LENGTH.listed + view.getUint16(at + 28, true);
  const extraTo = nameTo + view.getUint16(at + 30, true);
  const next = extraTo + view.getUint16(at + 32, true);
  if (next > end) throw bad("its list of files is broken");
  const nameBytes = archive.subarray(at + LENGTH.listed, nameTo);
  const path = decodeName(nameBytes);
  if (path === undefined)
    throw bad("has a name that is not written in UTF-8; pack it with another program", latin(nameBytes));
  const flags = view.getUint16(at + 8, true);
  if ((flags & (FLAG.encrypted | FLAG.strong | FLAG.masked)) !== 0)
    throw bad("is encrypted; pack it without a password", path);
  const method = METHODS.get(view.getUint16(at + 10, true));
  if (method === undefined || (flags & FLAG.patched) !== 0)
    throw bad("is packed in a way that is not read here; pack it as an ordinary zip", path);
  const [sizeBytes = 0, packedBytes = 0, localAt = 0] = withZip64(
    view,
    [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    nameTo,
    extraTo,
    (why) => bad(why, path),
  );
  const unixMode = view.getUint32(at + 38, true) >>> 16;
  const crc32 = view.getUint32(at + 16, true);
  return { path, unixMode, method, crc32, sizeBytes, packedBytes, localAt, flags, nameBytes, next };
}

const METHODS: ReadonlyMap<number, ZipEntry["method"]> = new Map([
  [0, "stored"],
  [8, "deflated"],
]);

/** Many programs write UTF-8 without the flag that says so; the code pages of old ones cannot be told apart. */
function decodeName(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Numbers that are too big for their place stand in this order in the extra field 1 (4.5.3). */
function withZip64(
  view: DataView,
  numbers: readonly number[],
  extraFrom: number,
  extraTo: number,
  bad: (why: string) => BadArchive,
): number[] {
  if (!numbers.includes(IN_ZIP64.long)) return [...numbers];
  for (let at = extraFrom; at + 4 <= extraTo;) {
    const to = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== 1) {
      at = to;
      continue;
    }
    let place = at + 4;
    return numbers.map((number) => {
      if (number !== IN_ZIP64.long) return number;
      if (place + 8 > Math.min(to, extraTo)) throw bad("has a broken entry in the archive's list");
      place += 8;
      return long(view, place - 8, bad);
    });
  }
  throw bad("has a broken entry in the archive's list");
}

/** An entry's own header (4.3.7) has to agree with the list. */
function checkLocal(
  archive: Uint8Array,
  view: DataView,
  listed: Listed,
  listAt: number,
  bad: Bad,
): { from: number; dataFrom: number; to: number } {
  const { path, localAt: at } = listed;
  const broken = (): BadArchive => bad("is cut off or not where the archive's list says", path);
  if (at + LENGTH.local > listAt || view.getUint32(at, true) !== SIGNATURE.local) throw broken();
  const nameFrom = at + LENGTH.local;
  const nameTo = nameFrom + view.getUint16(at + 26, true);
  const dataFrom = nameTo + view.getUint16(at + 28, true);
  const to = dataFrom + listed.packedBytes;
  if (to > listAt) throw broken();
  const flags = view.getUint16(at + 6, true);
  const said = [view.getUint32(at + 14, true), view.getUint32(at + 18, true), view.getUint32(at + 22, true)];
  const truth = [listed.crc32, listed.packedBytes, listed.sizeBytes];
  // Written as a stream, an entry has them behind its data; in zip64, elsewhere.
  const follows = (flags & FLAG.sizesFollow) !== 0;
  const differs = said.some(
    (number, index) =>
      number !== truth[index] && !(follows && number === 0) && !(index > 0 && number === IN_ZIP64.long),
  );
  const sameName = Buffer.compare(archive.subarray(nameFrom, nameTo), listed.nameBytes) === 0;
  const method = METHODS.get(view.getUint16(at + 8, true));
  if (differs || !sameName || method !== listed.method || flags !== listed.flags)
    throw bad("is one thing in the archive's list and another in its place", path);
  return { from: at, dataFrom, to };
}

function checkOverlaps(
  spans: readonly { readonly from: number; readonly to: number; readonly path: string }[],
  bad: Bad,
): void {
  let end = 0;
  for (const { from, to, path } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from < end) throw bad("lies over another file of the archive", path);
    end = to;
  }
}
