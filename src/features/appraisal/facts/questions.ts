/** What colleagues asked a person about a signal, and whether they had an answer in the policy's working days. */
import type { Counted } from "../../../domain/appraisal/facts.ts";
import { addWorkingDays } from "../../../domain/calendar/business-calendar.ts";
import { isoDate } from "../../../domain/dates.ts";
import type { Role } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { countedBy, dayOf, type Month } from "./month.ts";

/** Longer than any clock of a policy and its holidays. */
const LOOK_BACK_MS = 120 * 86_400_000;
export const MANAGERS: readonly Role[] = ["unit_manager", "head_office_manager"];

export interface WhichQuestions {
  readonly days: number;
  /** Only from people who held one of these posts when they asked. */
  readonly askedBy?: readonly Role[];
}

/** By the day on which an answer was owed. A signal that ended before that asks for none; of restricted ones nothing is read. */
export async function questionsOf(ctx: Context, personId: string, month: Month, which: WhichQuestions) {
  const since = new Date(month.begins.getTime() - LOOK_BACK_MS);
  const rows = await ctx.db.signalQuestion.findMany({
    where: {
      ofPersonId: personId,
      askedAt: { gte: since, lt: month.ends, lte: ctx.now.toJSDate() },
      signal: { isRestricted: false, named: { none: {} } },
    },
    orderBy: { id: "asc" },
    select: {
      askedById: true,
      askedAt: true,
      answeredAt: true,
      signal: { select: { id: true, number: true, endedAt: true } },
    },
  });
  const isAsked = await heldBy(ctx, rows, which.askedBy);
  return rows.filter(isAsked).flatMap(({ askedAt, answeredAt, signal }): Counted[] => {
    const owed = addWorkingDays(month.calendar, isoDate(dayOf(month, askedAt)), which.days).date;
    const hasEnded = answeredAt === null && signal.endedAt !== null && dayOf(month, signal.endedAt) <= owed;
    const answered = answeredAt === null ? undefined : dayOf(month, answeredAt);
    const by = hasEnded ? undefined : countedBy(ctx, month, owed, answered);
    const proof = { kind: "signal", id: signal.id, name: signal.number } as const;
    return by === undefined ? [] : [{ proof: { ...proof, on: by.on }, due: 1, done: by.done }];
  });
}

interface Asked {
  readonly askedById: string;
  readonly askedAt: Date;
}

async function heldBy(ctx: Context, rows: readonly Asked[], roles: readonly Role[] | undefined) {
  if (roles === undefined) return () => true;
  const people = [...new Set(rows.map(({ askedById }) => askedById))];
  const grants = await ctx.db.roleGrant.findMany({
    where: { personId: { in: people }, role: { in: [...roles] } },
    select: { personId: true, fromAt: true, toAt: true },
  });
  return ({ askedById, askedAt }: Asked): boolean =>
    grants.some(
      ({ personId, fromAt, toAt }) => personId === askedById && fromAt <= askedAt && (toAt === null || toAt > askedAt),
    );
}
