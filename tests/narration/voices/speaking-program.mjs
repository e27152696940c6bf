/**
 * A program that "speaks" for the tests: a tone of 80 ms a letter as a WAV file of 22,050 Hz.
 * Words tell it what to go wrong with: breakdown, standstill, delegation, endlessness, stillness, gibberish, nothingness.
 * `--started FILE` makes it write that file first, `--held FILE` wait as long as that one is there.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const value = (name) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const text = (value("--text") ?? readFileSync(0, "utf8")).trim();
const out = value("--out");
const rate = 22_050;
const started = value("--started");
if (started !== undefined) writeFileSync(started, "");

while (existsSync(value("--held") ?? "")) await new Promise((resolve) => setTimeout(resolve, 20));

if (text.includes("breakdown")) {
  process.stderr.write("the model has no such voice\n");
  process.exit(3);
}
if (text.includes("standstill")) setInterval(() => {}, 1000);
else if (text.includes("delegation"))
  spawn(process.execPath, ["--eval", "setTimeout(() => {}, 30_000)"], { stdio: "inherit" });
else if (text.includes("endlessness")) babble();
else if (!text.includes("nothingness"))
  write(text.includes("gibberish") ? Buffer.from("not a sound") : wav());

function babble() {
  while (process.stdout.write(Buffer.alloc(1 << 20)));
  process.stdout.once("drain", babble);
}

function wav() {
  const loud = text.includes("stillness") ? 0 : 6000;
  const data = Buffer.alloc(2 * Math.round(0.06 * rate * text.length));
  for (let i = 0; i < data.length / 2; i++) data.writeInt16LE(Math.round(loud * Math.sin(i / 10)), i * 2);
  const head = Buffer.alloc(44);
  head.write("RIFF\0\0\0\0WAVEfmt ", "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

function write(bytes) {
  if (out === undefined) process.stdout.write(bytes);
  else writeFileSync(out, bytes);
}
