/**
 * Whether a key is among so many of a hundred, always with the same answer, so that planning again changes nothing.
 * FNV-1a, 32 bits: spread evenly, not secret.
 */
export function isSampled(key: string, percent: number): boolean {
  let hash = 0x811c9dc5;
  for (const letter of key) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash % 10_000 < percent * 100;
}
