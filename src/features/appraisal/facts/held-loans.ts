/**
 * Loans of the accounts that people kept in a quarter, as they stood when it began and when it ended, from the history of what the book
 * was told (tier, state, balance, past due). An account that came or went in it counts from the evening on which it came to the day on
 * which it went: a person answers for what became of it in their hands. What is corrected counts as long as it does for the quarter's
 * last month; then the outcome is closed with it.
 */

import { correctedFor, openUntil, type ScoredPeriod } from "../../../domain/appraisal/period.ts";
import type { HeldLoan } from "../../../domain/appraisal/quality-outcome.ts";
import { addDays, earliestOf, isoDate, latestOf } from "../../../domain/dates.ts";
import { addTo, listedBy } from "../../../domain/lists-by-key.ts";
import { exposure } from "../../../domain/planning/index.ts";
import { type IsoDate, PURSUED_LOAN_STATES, RISK_TIERS } from "../../../domain/vocabulary.ts";
import { localDate, momentAt, momentFromDate } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";
import { inTurns } from "../../../platform/in-turns.ts";
import { oneOf } from "../../../platform/stored-word.ts";

/** By person; who kept nothing is missing. Nothing of a quarter that has not begun. */
export async function heldLoans(
  ctx: Context,
  personIds: readonly string[],
  quarter: ScoredPeriod,
): Promise<Map<string, HeldLoan[]>> {
  const spells = await spellsOf(ctx, personIds, quarter);
  const borrowers = [...new Set(spells.map(({ borrowerId }) => borrowerId))];
  const rows = await loansOf(ctx, borrowers);
  const changes = await changesOf(
    ctx,
    rows.map(({ id }) => id),
    quarter,
  );
  const loans = listedBy(rows, ({ borrowerId }) => borrowerId);
  const told = listedBy(changes, ({ subjectId }) => subjectId);
  const held = new Map<string, HeldLoan[]>();
  for (const spell of spells) {
    const own = (loans.get(spell.borrowerId) ?? []).flatMap((loan) =>
      heldIn(ctx, spell, loan, told.get(loan.id) ?? []),
    );
    addTo(held, spell.personId, ...own);
  }
  return held;
}

interface Spell {
  readonly personId: string;
  readonly borrowerId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One for a person and an account, from the first day on which they kept it in the quarter to the last. */
async function spellsOf(ctx: Context, personIds: readonly string[], { from, to }: ScoredPeriod): Promise<Spell[]> {
  const { time_zone } = ctx.policy.policy.calendar;
  const [begins, ends] = [from, addDays(to, 1)].map((day) => momentAt(day, "00:00", time_zone).toJSDate());
  const today = localDate(ctx.now, time_zone);
  if (begins === undefined || ends === undefined || today < from) return [];
  const rows = await inTurns(personIds, (some) =>
    ctx.db.ownership.findMany({
      where: { personId: { in: some }, fromAt: { lt: ends }, OR: [{ toAt: null }, { toAt: { gt: begins } }] },
      orderBy: { id: "asc" },
      select: { personId: true, borrowerId: true, fromAt: true, toAt: true },
    }),
  );
  const dayOf = (moment: Date) => localDate(momentFromDate(moment), time_zone);
  const last = earliestOf(today, to);
  const spells = new Map<string, Spell>();
  for (const { personId, borrowerId, fromAt, toAt } of rows) {
    const spell = {
      ...{ personId, borrowerId },
      from: fromAt < begins ? addDays(from, -1) : dayOf(fromAt),
      to: toAt === null ? last : earliestOf(dayOf(toAt), last),
    };
    const key = `${personId} ${borrowerId}`;
    const known = spells.get(key) ?? spell;
    spells.set(key, { ...spell, from: earliestOf(known.from, spell.from), to: latestOf(known.to, spell.to) });
  }
  return [...spells.values()];
}

type Loan = Awaited<ReturnType<typeof loansOf>>[number];
type Change = Awaited<ReturnType<typeof changesOf>>[number];
const TOLD = ["tier", "state", "drawnMinor", "pastDueSince"] as const;

function loansOf({ db }: Context, borrowers: readonly string[]) {
  return inTurns(borrowers, (some) =>
    db.loan.findMany({
      where: { borrowerId: { in: some } },
      orderBy: { number: "asc" },
      select: {
        ...{ id: true, number: true, borrowerId: true, currency: true, disbursedOn: true },
        ...{ tier: true, state: true, drawnMinor: true, pastDueSince: true },
      },
    }),
  );
}

/** `isCounted`: known while the quarter still took corrections. */
async function changesOf(ctx: Context, loanIds: readonly string[], { months }: ScoredPeriod) {
  const { appraisal, calendar } = ctx.policy.policy;
  const until = openUntil(months.at(-1) ?? "", correctedFor(appraisal));
  const closes = momentAt(addDays(until, 1), "00:00", calendar.time_zone).toJSDate();
  const rows = await inTurns(loanIds, (some) =>
    ctx.db.factChange.findMany({
      where: { subjectKind: "loan", subjectId: { in: some }, field: { in: [...TOLD] } },
      orderBy: [{ asOf: "asc" }, { recordedAt: "asc" }],
      select: { subjectId: true, field: true, before: true, after: true, asOf: true, recordedAt: true },
    }),
  );
  return rows.map(({ recordedAt, ...row }) => ({ ...row, isCounted: recordedAt < closes }));
}

function heldIn(ctx: Context, { from, to }: Spell, loan: Loan, changes: readonly Change[]): HeldLoan[] {
  if (loan.disbursedOn > to) return [];
  const end = standing(ctx, loan, changes, to);
  const begin = loan.disbursedOn > from ? undefined : standing(ctx, loan, changes, from);
  const before = begin?.isPursued === true ? { drawnMinor: begin.drawnMinor, isNpl: begin.isNpl } : undefined;
  if (!end.isPursued && before === undefined) return [];
  return [
    {
      ...{ id: loan.id, number: loan.number, on: to, before, isNpl: end.isNpl },
      drawnMinor: end.isPursued ? end.drawnMinor : 0n,
      isOverdue: end.isPursued && end.isOverdue,
    },
  ];
}

/** A loan on the evening of a day. A currency for which the policy has no rate counts as nothing. */
function standing({ policy }: Context, loan: Loan, changes: readonly Change[], day: IsoDate) {
  const at = (field: (typeof TOLD)[number], now: string | null): string | null => {
    const own = changes.filter((one) => one.field === field);
    const last = own.findLast(({ asOf, isCounted }) => isCounted && asOf <= day);
    if (last !== undefined) return last.after;
    const [first] = own;
    return first === undefined ? now : first.before;
  };
  const state = at("state", loan.state) ?? loan.state;
  const tier = oneOf(RISK_TIERS, at("tier", loan.tier) ?? loan.tier);
  const since = at("pastDueSince", loan.pastDueSince);
  const minor = BigInt(at("drawnMinor", String(loan.drawnMinor)) ?? 0);
  return {
    isPursued: PURSUED_LOAN_STATES.some((one) => one === state),
    isNpl: state === "written_off" || (state !== "settled" && policy.policy.tiers.npl.includes(tier)),
    isOverdue: since !== null && isoDate(since) < day,
    drawnMinor: exposure(policy.policy, [{ drawn: { minor, currency: loan.currency } }]).amount.minor,
  };
}
