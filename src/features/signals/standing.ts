/** How a signal stands, and what is awaited of whom by when: for lists of other features. */
import type { AwaitedAnswer } from "../../domain/escalation/index.ts";
import type { SignalLevel, SignalState } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { loadSignal, refusedFor } from "./signal-case.ts";
import { awaited, titleOf } from "./signal-lines.ts";

export interface StandingSignal {
  readonly title: string;
  readonly level: SignalLevel;
  readonly state: SignalState;
  /** Nothing is awaited of one that is being worked at. */
  readonly clock: { readonly answer: AwaitedAnswer; readonly by: Date } | undefined;
}

/** Nothing where the reader may not know of it. */
export async function standingSignal(ctx: Context, id: string): Promise<StandingSignal | undefined> {
  const found = await loadSignal(ctx, id);
  return found === undefined || refusedFor(ctx, "see_signal", found) !== undefined
    ? undefined
    : { title: titleOf(ctx, found.row.code), level: found.level, state: found.now.state, clock: awaited(ctx, found) };
}
