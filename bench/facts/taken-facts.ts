import type { Taken } from "../import/taken.ts";

export interface TakenFacts extends Taken {
  /** The longest that one write held the file, in ms. */
  readonly longestMs: number;
}
