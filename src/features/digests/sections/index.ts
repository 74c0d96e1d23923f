/**
 * What a digest tells, in the order in which it matters. A section is a file: it reads the digest and answers its lines, none where
 * it has nothing to say. Another kind of fact gets a file of its own and a line here.
 */
import type { Context } from "../../../platform/context.ts";
import type { Piece } from "../../../platform/view.ts";
import type { Digest } from "../digest.ts";
import { ahead } from "./ahead.ts";
import { done } from "./done.ts";
import { late } from "./late.ts";
import { mechanisms } from "./mechanisms.ts";
import { moved } from "./moved.ts";
import { segments } from "./segments.ts";
import { signals } from "./signals.ts";
import { standing } from "./standing.ts";
import { times } from "./times.ts";
import { whose } from "./whose.ts";

export interface Telling extends Pick<Context, "t" | "language"> {
  /** A message holds charts and tables, a modal lists with buttons, a text neither; on a picture nothing can be pressed. */
  readonly shows: "message" | "modal" | "text" | "picture";
}

export type Section = (telling: Telling, digest: Digest) => Piece[];

export const SECTIONS: readonly Section[] = [
  late,
  whose,
  signals,
  times,
  moved,
  standing,
  segments,
  done,
  ahead,
  mechanisms,
];
