import { MPEGDecoder } from "mpg123-decoder";
import { beforeAll, describe, expect, it } from "vitest";
import {
  DELAY_SAMPLES,
  loadMp3Encoder,
  type EncodeMp3,
  type SoundRate,
} from "../../../scripts/narration/audio/mp3.ts";
import { toInt16 } from "../../../scripts/narration/audio/pcm.ts";
import { loudness } from "../../../scripts/narration/audio/loudness.ts";
import { bursts, join, silence, tone } from "../signals.ts";

/** Decodes as browsers do, without anything cut from the start. */
async function decode(mp3: Uint8Array): Promise<Float32Array> {
  const decoder = new MPEGDecoder({ enableGapless: false });
  await decoder.ready;
  const { channelData } = decoder.decode(mp3);
  decoder.free();
  return channelData[0] ?? new Float32Array();
}

describe("MP3", () => {
  let encode: EncodeMp3;
  beforeAll(async () => {
    encode = await loadMp3Encoder();
  });

  it.each<SoundRate>([16_000, 24_000])("starts %i Hz after a constant delay", async (rate) => {
    const click = tone(1000, 0.5, 0.02, rate).map(
      (value, i, all) => value * Math.sin((Math.PI * i) / all.length),
    );
    const sound = join(silence(0.5, rate), click, silence(0.5, rate));
    const decoded = await decode(encode(toInt16(sound), rate));
    let best = 0;
    let lag = 0;
    for (let shift = 0; shift < 3000; shift++) {
      let sum = 0;
      for (let i = 0; i < click.length; i++) sum += (click[i] ?? 0) * (decoded[rate / 2 + shift + i] ?? 0);
      if (sum > best) [best, lag] = [sum, shift];
    }
    expect(Math.abs(lag - DELAY_SAMPLES)).toBeLessThanOrEqual(1);
  });

  it("keeps the level", async () => {
    const sound = bursts(16_000);
    const decoded = await decode(encode(toInt16(sound), 16_000));
    expect(Math.abs(loudness(decoded, 16_000) - loudness(sound, 16_000))).toBeLessThan(0.2);
  });

  it.each<[SoundRate, number]>([
    [16_000, 40],
    [24_000, 48],
  ])("has frames of one size at %i Hz and %i kbit/s, and no header of its own", (rate, kbps) => {
    const bytes = encode(toInt16(tone(440, 0.3, 3, rate)), rate);
    // MPEG-2 layer III: 72 bytes for each bit per sample, and one more where the header says so.
    const frame = Math.floor((72 * kbps * 1000) / rate);
    let frames = 0;
    for (let at = 0; at < bytes.length; frames++) {
      expect(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toBe(0xfff3);
      at += frame + (((bytes[at + 2] ?? 0) >> 1) & 1);
    }
    expect(frames).toBe(Math.ceil((3 * rate + DELAY_SAMPLES) / 576));
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).not.toMatch(/Xing|Info|ID3|TAG/);
  });

  it("gives the same bytes again", () => {
    const samples = toInt16(bursts(24_000));
    expect(encode(samples, 24_000)).toEqual(encode(samples, 24_000));
  });
});
