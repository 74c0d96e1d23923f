/** Passes bytes on, and knows afterwards how many there were and what their hash is. */
import { createHash } from "node:crypto";
import { Transform, type TransformCallback } from "node:stream";

export class Measured extends Transform {
  readonly #hash = createHash("sha256");
  bytes = 0;

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(piece);
    this.bytes += piece.length;
    done(null, piece);
  }

  /** Once, after the end. */
  sha256(): string {
    return this.#hash.digest("hex");
  }
}
