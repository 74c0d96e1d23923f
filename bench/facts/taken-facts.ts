import type { Taken } from "../import/taken.ts";

export interface TakenFacts extends Taken {
  /** The longest that one write held the file, in ms. */
  readonly longestMs: number;
  /** The most processor time of one write, in ms: what it costs however busy the machine is. */
  readonly mostProcessorMs: number;
}
