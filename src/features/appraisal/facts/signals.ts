/** Signals of the accounts a person kept: answers in time, who saw it first, plans in time. Restricted ones are none, for nobody. */
import type { Counted, MetricFacts } from "../../../domain/appraisal/facts.ts";
import { momentOf } from "../../../domain/calendar/business-date.ts";
import { latestOf } from "../../../domain/dates.ts";
import { type AwaitedAnswer, answerDue, climbs } from "../../../domain/escalation/index.ts";
import { SIGNAL_LEVELS, SIGNAL_PATHS } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { byId } from "../../../platform/in-turns.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import { findSignals, onLadder } from "../../escalation/index.ts";
import { dayOf, type Month } from "./month.ts";
import { keeperAt, keptBy } from "./responsible.ts";

/** No clock of a level runs longer. */
const LOOK_BACK_MS = 60 * 86_400_000;
/** Of one person in two months, or of a unit; nobody has more. */
const MOST = 5_000;

type LadderSignal = Awaited<ReturnType<typeof findSignals>>[number];
type Which = Parameters<typeof findSignals>[1];

interface Answered {
  readonly row: LadderSignal;
  readonly dueAt: Date;
  readonly answeredAt: Date | undefined;
  readonly isMet: boolean;
}

/** Acknowledgements and verifications that fell due in the month, of whoever had the signal in hand then. */
export async function timelinessOf(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const since = new Date(month.begins.getTime() - LOOK_BACK_MS);
  const answers = await answersDue(ctx, month, ["acknowledge", "verify"], {
    OR: [
      { borrower: { ownerships: keptBy(personId, since, month) } },
      { ownerId: personId },
      { events: { some: { personId, act: { in: [...TAKEN] } } } },
    ],
  });
  const hands = await handsOf(ctx, answers);
  const own = answers.filter(({ row, dueAt, answeredAt, isMet }) => {
    const at = isMet && answeredAt !== undefined ? answeredAt : dueAt;
    return hands(row.id, at) === personId;
  });
  return countedOf(ctx, month, own);
}

/** Plans for signals of these units that were to be approved in the month: what a control post tracks to its end (R79). */
export async function trackingOf(ctx: Context, units: readonly string[], month: Month): Promise<MetricFacts> {
  const answers = await answersDue(ctx, month, ["plan"], { unitId: { in: [...units] } });
  return countedOf(ctx, month, answers);
}

/** Raised in the month on accounts that the person kept, by themselves or by anybody else. */
export async function selfFoundOf(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const rows = await ctx.db.signal.findMany({
    where: {
      isRestricted: false,
      named: { none: {} },
      path: { not: "quiet" },
      raisedAt: { gte: month.begins, lt: month.ends, lte: ctx.now.toJSDate() },
      borrower: { ownerships: keptBy(personId, month.begins, month) },
    },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      raisedAt: true,
      raisedById: true,
      borrower: { select: { ownerships: { select: { personId: true, fromAt: true, toAt: true } } } },
    },
  });
  const kept = rows.filter(({ borrower, raisedAt }) => keeperAt(borrower.ownerships, raisedAt) === personId);
  return {
    counted: kept.map(({ id, number, raisedAt, raisedById }) => ({
      proof: { kind: "signal", id, name: number, on: dayOf(month, raisedAt) },
      due: 1,
      done: raisedById === personId ? 1 : 0,
    })),
    events: [],
  };
}

async function answersDue(
  ctx: Context,
  month: Month,
  awaited: readonly AwaitedAnswer[],
  where: NonNullable<Which>,
): Promise<Answered[]> {
  const since = new Date(month.begins.getTime() - LOOK_BACK_MS);
  const rows = await findSignals(
    ctx,
    { AND: [where], isRestricted: false, levelSince: { gte: since, lt: month.ends } },
    MOST,
  );
  return rows
    .filter(({ named, path, level }) => {
      const asks = { path: oneOf(SIGNAL_PATHS, path), level: oneOf(SIGNAL_LEVELS, level) };
      return named.length === 0 && climbs(asks);
    })
    .flatMap((row) => awaited.flatMap((one) => answerOf(ctx, month, row, one) ?? []));
}

const WHEN = { acknowledge: "acknowledgedAt", verify: "verifiedAt", plan: "planApprovedAt" } as const;

function answerOf(ctx: Context, month: Month, row: LadderSignal, awaits: AwaitedAnswer): Answered | undefined {
  const { standing, clock, time, timeZone } = onLadder(ctx, row);
  const due = answerDue(standing, clock, time, awaits);
  if (due === undefined) return undefined;
  const dueAt = momentOf(due, timeZone, ctx.now).toJSDate();
  const answered = row[WHEN[awaits]] ?? undefined;
  const isMet = answered !== undefined && answered <= dueAt;
  // What has ended before an answer was owed asks for none.
  const hasEnded = !isMet && row.endedAt !== null && row.endedAt <= dueAt;
  const isOpen = !isMet && dueAt > ctx.now.toJSDate();
  const isInMonth = dueAt >= month.begins && dueAt < month.ends;
  return isInMonth && !hasEnded && !isOpen ? { row, dueAt, answeredAt: answered, isMet } : undefined;
}

const TAKEN = ["taken_over", "accepted"] as const;

/** Who had a signal in hand at a moment: whoever took it over last, else the account's keeper of then. */
async function handsOf(ctx: Context, answers: readonly Answered[]) {
  const rows = await byId(
    answers.map(({ row }) => row.id),
    (some) =>
      ctx.db.signal.findMany({
        where: { id: { in: some } },
        select: {
          id: true,
          levelSince: true,
          borrower: { select: { ownerships: { select: { personId: true, fromAt: true, toAt: true } } } },
          events: { where: { act: { in: [...TAKEN] } }, orderBy: { at: "asc" }, select: { at: true, personId: true } },
        },
      }),
  );
  return (id: string, at: Date): string | null => {
    const row = rows.get(id);
    const taken = row?.events.findLast((event) => event.at <= at)?.personId;
    return taken ?? (row === undefined ? null : keeperAt(row.borrower.ownerships, at));
  };
}

async function countedOf(ctx: Context, month: Month, answers: readonly Answered[]): Promise<MetricFacts> {
  const numbers = await byId(
    answers.map(({ row }) => row.id),
    (some) => ctx.db.signal.findMany({ where: { id: { in: some } }, select: { id: true, number: true } }),
  );
  return {
    counted: answers.map(({ row, dueAt, answeredAt, isMet }): Counted => {
      const day = dayOf(month, isMet && answeredAt !== undefined ? answeredAt : dueAt);
      const on = latestOf(day, month.from);
      const name = numbers.get(row.id)?.number ?? "";
      return {
        proof: { kind: "signal", id: row.id, name, on },
        due: 1,
        done: isMet ? 1 : 0,
        isRed: row.level === "red",
      };
    }),
    events: [],
  };
}
