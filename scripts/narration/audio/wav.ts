/**
 * Reads and writes RIFF WAVE files. Reads PCM of 8, 16, 24 and 32 bits and IEEE floats of 32 and 64 bits, one or more
 * channels (mixed to one), 8 to 192 kHz, plain or WAVE_FORMAT_EXTENSIBLE ("Multimedia Programming Interface and Data
 * Specifications 1.0", IBM and Microsoft 1991, and its extension of 1999).
 */

/** Mono sound as it stands in a WAV file. */
export interface Wav {
  readonly sampleRateHz: number;
  readonly samples: Float32Array;
}

/** A file that is no WAV, or a kind of WAV that cannot be read. The message says which, for people. */
export class BadWav extends Error {
  override readonly name = "BadWav";
}

interface Format {
  readonly tag: number;
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bits: number;
}

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

/**
 * The sound of a WAV file.
 * A data chunk whose length is a placeholder (0 or 0xFFFFFFFF, as programs write that stream to a pipe) runs to the end of the file.
 * @throws BadWav
 */
export function readWav(bytes: Uint8Array): Wav {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || name(view, 0) !== "RIFF" || name(view, 8) !== "WAVE")
    throw new BadWav("it is not a WAV file");
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const chunk = name(view, at);
    const said = view.getUint32(at + 4, true);
    const start = at + 8;
    const streamed = chunk === "data" && (said === 0 || said === 0xffff_ffff);
    const end = streamed ? bytes.length : Math.min(bytes.length, start + said);
    if (chunk === "fmt ") format = readFormat(view, start, end);
    if (chunk === "data") {
      if (format === undefined) throw new BadWav("its sound comes before its format");
      if (!streamed && start + said > bytes.length)
        throw new BadWav("it ends too early: the file is cut off");
      return { sampleRateHz: format.sampleRateHz, samples: readSamples(view, format, start, end) };
    }
    at = start + said + (said % 2);
  }
  throw new BadWav("it holds no sound");
}

function name(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}

function readFormat(view: DataView, start: number, end: number): Format {
  if (end - start < 16) throw new BadWav("its format is cut off");
  let tag = view.getUint16(start, true);
  // The real format is the first two bytes of the extension's sub-format.
  if (tag === EXTENSIBLE && end - start >= 26) tag = view.getUint16(start + 24, true);
  const format = {
    tag,
    channels: view.getUint16(start + 2, true),
    sampleRateHz: view.getUint32(start + 4, true),
    bits: view.getUint16(start + 14, true),
  };
  const bits = tag === PCM ? [8, 16, 24, 32] : tag === FLOAT ? [32, 64] : [];
  if (!bits.includes(format.bits)) {
    throw new BadWav("it is compressed or of an unknown kind; save it as PCM with 16 or 24 bits");
  }
  if (format.channels < 1) throw new BadWav("it has no channels");
  if (format.sampleRateHz < 8000 || format.sampleRateHz > 192_000) {
    throw new BadWav(`it has ${format.sampleRateHz} samples a second; save it with 8000 to 192000`);
  }
  return format;
}

function readSamples(view: DataView, format: Format, start: number, end: number): Float32Array {
  const width = format.bits / 8;
  const frame = width * format.channels;
  const out = new Float32Array(Math.floor((end - start) / frame));
  const read = reader(view, format);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let channel = 0; channel < format.channels; channel++)
      sum += read(start + i * frame + channel * width);
    const value = sum / format.channels;
    out[i] = Number.isFinite(value) ? value : 0;
  }
  return out;
}

function reader(view: DataView, { tag, bits }: Format): (at: number) => number {
  if (tag === FLOAT)
    return bits === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
  if (bits === 8) return (at) => (view.getUint8(at) - 128) / 128;
  if (bits === 16) return (at) => view.getInt16(at, true) / 2 ** 15;
  if (bits === 24) return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65_536) / 2 ** 23;
  return (at) => view.getInt32(at, true) / 2 ** 31;
}

/** Bytes of a file's head before its samples: RIFF, a format chunk of 16 bytes, and the data chunk's own head. */
const HEAD_BYTES = 44;

/** A mono WAV file of 16 bits. */
export function writeWav(samples: Int16Array, sampleRateHz: number): Uint8Array {
  const sizeBytes = wavSizeBytes(samples.length);
  const bytes = new Uint8Array(sizeBytes);
  const view = new DataView(bytes.buffer);
  const text = (at: number, value: string): void => bytes.set(new TextEncoder().encode(value), at);
  text(0, "RIFF");
  view.setUint32(4, sizeBytes - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, samples.length * 2, true);
  for (let i = 0; i < samples.length; i++) view.setInt16(HEAD_BYTES + i * 2, samples[i] ?? 0, true);
  return bytes;
}

/** The size of such a file. */
export const wavSizeBytes = (lengthSamples: number): number => HEAD_BYTES + lengthSamples * 2;
