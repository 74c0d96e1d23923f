/** Where it is written down what people are told, and looked up what they were told: the outbox, or the memory of a replay. */
import { stageRank } from "../../domain/reminders/index.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { BundledItem } from "./bundle.ts";
import { morningKey } from "./ids.ts";
import type { Keeper } from "./keepers.ts";
import { promiseMorning } from "./promise-morning.ts";
import { loadToldBefore, type ToldBefore } from "./told-before.ts";

export interface Telling {
  /** So many persons are looked at together. */
  readonly personsAtOnce: number;
  /** The keys of the mornings among these that were promised already. */
  promised(ctx: Context, keys: readonly string[]): Promise<ReadonlySet<string>>;
  before(ctx: Context, personIds: readonly string[], itemIds: readonly string[]): Promise<ToldBefore>;
  /** Whether this process was the one to promise it. */
  promise(ctx: Context, keeper: Keeper, items: readonly BundledItem[]): Promise<boolean>;
}

export const inOutbox: Telling = {
  // One bad row silences nobody but those after it in its turn.
  personsAtOnce: 50,
  promised: async (ctx, keys) => {
    const known = await inTurns(keys, (some) =>
      ctx.db.outboxMessage.findMany({ where: { key: { in: some } }, select: { key: true } }),
    );
    return new Set(known.map(({ key }) => key));
  },
  before: loadToldBefore,
  promise: promiseMorning,
};

/** For a replay: years of mornings that nobody is sent. What is done is forgotten by `forget`. */
export function inMemory(): Telling & { forget(itemIds: readonly string[]): void } {
  const mornings = new Map<string, string>();
  const highest = new Map<string, Map<string, number>>();
  const keyOf = (personId: string, dueOn: string) => `${personId} ${dueOn}`;
  return {
    personsAtOnce: 2_000,
    promised: async (_ctx, keys) => new Set(keys.filter((key) => mornings.has(key))),
    before: async () => ({
      isNews: (personId, { id, dueOn }, stage) =>
        stageRank(stage) > (highest.get(id)?.get(keyOf(personId, dueOn)) ?? Number.NEGATIVE_INFINITY),
    }),
    promise: async (_ctx, { personId, today }, items) => {
      const key = morningKey(personId, today);
      forgetOtherDays(mornings, today);
      mornings.set(key, today);
      for (const { id, dueOn, reminder } of items) {
        if (reminder !== undefined) {
          const told = highest.get(id) ?? new Map<string, number>();
          const before = told.get(keyOf(personId, dueOn)) ?? Number.NEGATIVE_INFINITY;
          highest.set(id, told.set(keyOf(personId, dueOn), Math.max(before, stageRank(reminder))));
        }
      }
      return true;
    },
    forget: (itemIds) => {
      for (const id of itemIds) highest.delete(id);
    },
  };
}

/** A zone's date may still be yesterday's; what is older is asked for no more. */
function forgetOtherDays(mornings: Map<string, string>, today: string): void {
  const [oldest] = mornings.values();
  if (oldest !== undefined && mornings.size > 1 && Date.parse(today) - Date.parse(oldest) > 2 * 24 * 60 * 60 * 1000) {
    for (const [key, day] of mornings) if (day === oldest) mornings.delete(key);
  }
}
