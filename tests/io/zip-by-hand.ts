/** Writes zip archives field by field, so that a test can make any of them wrong. */
import { crc32, deflateRawSync } from "node:zlib";

/** One entry. What is not given is as it should be. */
export interface HandEntry {
  readonly path: string | Uint8Array;
  readonly content?: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly unixMode?: number;
  /** What the headers say, in place of the truth. */
  readonly says?: { readonly sizeBytes?: number; readonly crc32?: number; readonly packedBytes?: number };
  /** The path in the entry's own header, where it differs from the list's. */
  readonly localPath?: string;
  /** The packed bytes, in place of those that the content gives. */
  readonly packed?: Uint8Array;
  /** The list points at the header of this entry (counted from 0) in place of its own. */
  readonly sharesHeaderOf?: number;
  /** Sizes and offset stand in a zip64 field. */
  readonly zip64?: boolean;
}

/** What the end record says, in place of the truth. */
export interface HandEnd {
  readonly entries?: number;
  readonly disk?: number;
  readonly listAt?: number;
  readonly comment?: string;
  /** With the records of zip64 before it. */
  readonly zip64?: boolean;
  /** Bytes between the list and the end record. */
  readonly between?: Uint8Array;
}

const u16 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * numbers.length);
  numbers.forEach((number, index) => bytes.writeUInt16LE(number, 2 * index));
  return bytes;
};
const u32 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, index) => bytes.writeUInt32LE(number, 4 * index));
  return bytes;
};
const u64 = (...numbers: (number | bigint)[]): Buffer => {
  const bytes = Buffer.alloc(8 * numbers.length);
  numbers.forEach((number, index) => bytes.writeBigUInt64LE(BigInt(number), 8 * index));
  return bytes;
};

const bytesOf = (text: string | Uint8Array): Buffer => Buffer.from(text);

/** The archive of these entries. */
export function zipByHand(entries: readonly HandEntry[], end: HandEnd = {}): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  const headersAt: number[] = [];
  let at = 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  for (const entry of entries) {
    const content = bytesOf(entry.content ?? "");
    const method = entry.method ?? 8;
    const packed = Buffer.from(entry.packed ?? (method === 8 ? deflateRawSync(content) : content));
    const path = bytesOf(entry.path);
    const { says = {}, flags = 0x0800, unixMode = 0o100644 } = entry;
    const sum = says.crc32 ?? crc32(content);
    const sizes = [says.packedBytes ?? packed.length, says.sizeBytes ?? content.length];
    const headerAt = entry.sharesHeaderOf === undefined ? at : (headersAt[entry.sharesHeaderOf] ?? 0);
    headersAt.push(headerAt);
    const long = entry.zip64 === true ? [0xffffffff, 0xffffffff] : sizes;
    if (headerAt === at) {
      const localPath = bytesOf(entry.localPath ?? entry.path);
      const extra =
        entry.zip64 === true ? Buffer.concat([u16(1, 16), u64(sizes[1] ?? 0, sizes[0] ?? 0)]) : u16();
      add(Buffer.concat([u32(0x04034b50), u16(45, flags, method, 0, 0x21), u32(sum, ...long)]));
      add(Buffer.concat([u16(localPath.length, extra.length), localPath, extra, packed]));
    }
    const extra =
      entry.zip64 === true
        ? Buffer.concat([
            u16(0x5455, 1),
            Buffer.of(0),
            u16(1, 24),
            u64(sizes[1] ?? 0, sizes[0] ?? 0, headerAt),
          ])
        : u16();
    list.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(0x0300 | 45, 45, flags, method, 0, 0x21),
        u32(sum, ...long),
        u16(path.length, extra.length, 0, 0, 0),
        // The lower half of the attributes is of MS-DOS.
        u16(0, unixMode),
        u32(entry.zip64 === true ? 0xffffffff : headerAt),
        path,
        extra,
      ]),
    );
  }
  const listAt = at;
  const listed = Buffer.concat(list);
  add(listed);
  add(Buffer.from(end.between ?? []));
  const count = end.entries ?? entries.length;
  if (end.zip64 === true) {
    const recordAt = at;
    add(Buffer.concat([u32(0x06064b50), u64(44), u16(45, 45), u32(0, 0)]));
    add(u64(count, count, listed.length, end.listAt ?? listAt));
    add(Buffer.concat([u32(0x07064b50, 0), u64(recordAt), u32(1)]));
  }
  const comment = bytesOf(end.comment ?? "");
  const disk = end.disk ?? 0;
  const short = end.zip64 === true ? [0xffff, 0xffff] : [count, count];
  const long = end.zip64 === true ? [0xffffffff, 0xffffffff] : [listed.length, end.listAt ?? listAt];
  add(
    Buffer.concat([u32(0x06054b50), u16(disk, disk, ...short), u32(...long), u16(comment.length), comment]),
  );
  return Buffer.concat(parts);
}
