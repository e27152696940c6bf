/** Names things by what they are made of. */
import { hash } from "node:crypto";

/** 32 hexadecimal digits (128 bits of SHA-256) of plain data, in the order in which it is written. */
export function hashOf(value: unknown): string {
  return hash("sha256", JSON.stringify(value)).slice(0, 32);
}

/** The same of bytes. */
export function hashOfBytes(bytes: Uint8Array): string {
  return hash("sha256", bytes).slice(0, 32);
}
