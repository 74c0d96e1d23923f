import { type Refusal, refuse } from "../../domain/refusal.ts";
import { type Context, inTransaction } from "../../platform/context.ts";

/** Somebody else changed the inspection between the reading and the writing; nothing was written. */
export const OVERTAKEN = "overtaken";

const TRIES = 3;

/** Reads and decides anew where somebody was faster: mostly to learn that it is decided, and by whom. */
export async function untilNotOvertaken<T>(
  ctx: Context,
  work: (tx: Context) => Promise<T | Refusal | typeof OVERTAKEN>,
): Promise<T | Refusal> {
  for (let tried = 1; ; tried += 1) {
    const outcome = await inTransaction(ctx, work);
    if (outcome !== OVERTAKEN) {
      return outcome;
    }
    if (tried === TRIES) {
      return refuse("review.busy");
    }
  }
}
