import { describe, expect, it } from "vitest";
import { toInt16 } from "../../../scripts/narration/audio/pcm.ts";
import { resample } from "../../../scripts/narration/audio/resample.ts";
import { BadWav, readWav, writeWav } from "../../../scripts/narration/audio/wav.ts";
import { tone } from "../signals.ts";

type Kind = { tag: number; bits: number; channels?: number; extensible?: boolean; odd?: boolean };

/** A WAV file of any kind; both channels carry the same. */
function wav(
  samples: Float32Array,
  rate: number,
  { tag, bits, channels = 1, extensible = false, odd = false }: Kind,
): Buffer {
  const width = bits / 8;
  const data = Buffer.alloc(samples.length * width * channels);
  samples.forEach((value, i) => {
    for (let channel = 0; channel < channels; channel++) {
      const at = (i * channels + channel) * width;
      if (tag === 3 && bits === 32) data.writeFloatLE(value, at);
      else if (tag === 3) data.writeDoubleLE(value, at);
      else if (bits === 8) data.writeUInt8(Math.round(value * 127) + 128, at);
      else data.writeIntLE(Math.round(value * (2 ** (bits - 1) - 1)), at, width);
    }
  });
  const format = Buffer.alloc(extensible ? 40 : 16);
  format.writeUInt16LE(extensible ? 0xfffe : tag, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * width * channels, 8);
  format.writeUInt16LE(width * channels, 12);
  format.writeUInt16LE(bits, 14);
  if (extensible) format.writeUInt16LE(tag, 24);
  const chunk = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(name, "latin1");
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const note = odd ? chunk("LIST", Buffer.from("odd")) : Buffer.alloc(0);
  const body = Buffer.concat([Buffer.from("WAVE"), chunk("fmt ", format), note, chunk("data", data)]);
  const head = Buffer.alloc(8);
  head.write("RIFF", "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

describe("WAV files", () => {
  const sound = tone(440, 0.5, 0.1, 8000);
  it.each<[string, Kind, number]>([
    ["8 bits", { tag: 1, bits: 8 }, 0.01],
    ["16 bits", { tag: 1, bits: 16 }, 1e-4],
    ["24 bits", { tag: 1, bits: 24 }, 1e-6],
    ["32 bits", { tag: 1, bits: 32 }, 1e-6],
    ["floats", { tag: 3, bits: 32 }, 1e-7],
    ["double floats", { tag: 3, bits: 64 }, 1e-7],
    ["stereo", { tag: 1, bits: 16, channels: 2 }, 1e-4],
    ["extensible", { tag: 1, bits: 24, extensible: true }, 1e-6],
    ["a chunk of odd length before the sound", { tag: 1, bits: 16, odd: true }, 1e-4],
  ])("reads %s", (_, kind, tolerance) => {
    const read = readWav(wav(sound, 8000, kind));
    expect(read.sampleRateHz).toBe(8000);
    expect(read.samples).toHaveLength(sound.length);
    read.samples.forEach((value, i) => expect(Math.abs(value - (sound[i] ?? 0))).toBeLessThan(tolerance));
  });

  it("reads what it writes", () => {
    const samples = toInt16(sound);
    expect(toInt16(readWav(writeWav(samples, 8000)).samples)).toEqual(samples);
  });

  it("reads a file that was written to a pipe, with a length of nothing or all", () => {
    for (const length of [0, 0xffff_ffff]) {
      const bytes = Buffer.from(writeWav(toInt16(sound), 8000));
      bytes.writeUInt32LE(length, 40);
      expect(readWav(bytes).samples).toHaveLength(sound.length);
    }
  });

  it.each([
    ["text", Buffer.from("This is no sound at all, I am afraid.")],
    ["nothing", Buffer.alloc(0)],
    ["a cut file", Buffer.from(writeWav(toInt16(sound), 8000)).subarray(0, 300)],
    ["a compressed file", wav(sound, 8000, { tag: 0x55, bits: 16 })],
    ["a file of 4000 Hz", wav(sound, 4000, { tag: 1, bits: 16 })],
  ])("says what is wrong with %s", (_, bytes) => {
    expect(() => readWav(bytes)).toThrow(BadWav);
  });
});

describe("resampling", () => {
  it.each([8000, 16_000, 22_050, 44_100, 48_000])(
    "keeps pitch, level and length from %i Hz to 24 kHz",
    (rate) => {
      const changed = resample(tone(1000, 0.5, 0.5, rate), rate, 24_000);
      const wanted = tone(1000, 0.5, 0.5, 24_000);
      expect(changed).toHaveLength(wanted.length);
      // The first and last samples see the edge of the sound.
      for (let i = 200; i < wanted.length - 200; i++)
        expect(Math.abs((changed[i] ?? 0) - (wanted[i] ?? 0))).toBeLessThan(0.01);
    },
  );

  it("lets nothing through that the new rate cannot hold", () => {
    const changed = resample(tone(15_000, 0.5, 0.5, 48_000), 48_000, 24_000);
    expect(Math.max(...changed.slice(200, -200).map(Math.abs))).toBeLessThan(0.01);
  });
});
