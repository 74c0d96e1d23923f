/** Identifiers that are the same in every demonstration and sort in the order in which they were made. */
import { v7 } from "uuid";

/** `from` is the moment the book begins with, in milliseconds. */
export function rowIds(fromMs: number): () => string {
  let made = 0;
  return () => {
    made += 1;
    const random = new Uint8Array(16);
    new DataView(random.buffer).setUint32(12, made);
    return v7({ msecs: fromMs + made, seq: made, random });
  };
}
