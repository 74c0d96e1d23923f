/** Repayments (R60): by a loan's plan where somebody told it; else its maturity, and while it is overdue the day since when. */

import { addDays, isoDate, latestOf } from "../../domain/dates.ts";
import { DAYS_PAST_DUE } from "../../domain/facts/kinds/of-loans.ts";
import { daysBefore, type PlannedInstalment, repaymentDates } from "../../domain/key-dates/index.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { INSTALMENT_STATES, type IsoDate, RISK_TIERS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { byId, inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import type { FoundDate } from "./found.ts";

/** Instalments come a month before each other at most, where the one before is asked for. */
const MONTH_DAYS = 31;

export async function repaymentsAhead(ctx: Context): Promise<FoundDate[]> {
  const longest = daysBefore(ctx.policy.policy, "repayment");
  if (longest.length === 0) return [];
  const until = addDays(isoDate(ctx.now.toISODate()), Math.max(...longest) + 1);
  const loans = await loansOf(ctx, until);
  const plans = await plansOf(ctx, loans, until);
  const told = await toldOn(ctx, loans, plans);
  return loans.flatMap((loan): FoundDate[] => {
    const today = localDate(ctx.now, loan.borrower.unit.timeZone);
    const maturesOn = loan.maturesOn === null ? undefined : isoDate(loan.maturesOn);
    const repaying = {
      disbursedOn: isoDate(loan.disbursedOn),
      maturesOn,
      pastDueSince: loan.pastDueSince === null ? undefined : isoDate(loan.pastDueSince),
      toldOn: told.get(loan.id) ?? isoDate(loan.asOf),
    };
    return repaymentDates(ctx.policy.policy, repaying, plans.get(loan.id) ?? [], today).map((date) => ({
      ...date,
      kind: "repayment",
      borrowerId: loan.borrowerId,
      unitId: loan.borrower.unitId,
      subjectKind: "loan",
      subjectId: loan.id,
      reference: loan.number,
      asOf: isoDate(loan.asOf),
      // What a lapse binds counts from the whole loan, whatever of it is due.
      amount: { minor: loan.drawnMinor, currency: loan.currency },
      tier: oneOf(RISK_TIERS, loan.tier),
      today,
    }));
  });
}

type Loan = Awaited<ReturnType<typeof loansOf>>[number];

/** Overdue, near their end, or with an instalment that is near or was told unpaid. */
async function loansOf({ db, now }: Context, until: IsoDate) {
  const include = { borrower: { select: { unitId: true, unit: { select: { timeZone: true } } } } } as const;
  const loans = await db.loan.findMany({
    where: { state: "live", OR: [{ pastDueSince: { not: null } }, { maturesOn: { lte: until } }] },
    include,
  });
  const yesterday = addDays(isoDate(now.toISODate()), -1);
  const due = await db.instalment.findMany({
    where: {
      loan: { state: "live" },
      OR: [
        { state: "unpaid", dueOn: { lte: until } },
        { state: "planned", dueOn: { gte: yesterday, lte: until } },
      ],
    },
    select: { loanId: true },
    distinct: ["loanId"],
  });
  const here = new Set(loans.map(({ id }) => id));
  const others = due.map(({ loanId }) => loanId).filter((id) => !here.has(id));
  const planned = await byId(others, (some) => db.loan.findMany({ where: { id: { in: some } }, include }));
  return [...loans, ...planned.values()];
}

/** By loan. Of one that is neither overdue nor ends soon, the months around today and what was told unpaid are enough. */
async function plansOf(
  { db, now }: Context,
  loans: readonly Loan[],
  until: IsoDate,
): Promise<Map<string, PlannedInstalment[]>> {
  const since = addDays(isoDate(now.toISODate()), -MONTH_DAYS - 1);
  const isWhole = ({ pastDueSince, maturesOn }: Loan) =>
    pastDueSince !== null || (maturesOn !== null && maturesOn <= until);
  const near = { OR: [{ state: "unpaid" }, { dueOn: { gte: since, lte: until } }] };
  const asked = (of: readonly Loan[], where: object) =>
    inTurns(
      of.map(({ id }) => id),
      (some) => db.instalment.findMany({ where: { loanId: { in: some }, ...where } }),
    );
  const rows = [
    ...(await asked(loans.filter(isWhole), {})),
    ...(await asked(
      loans.filter((loan) => !isWhole(loan)),
      near,
    )),
  ];
  const plans = new Map<string, PlannedInstalment[]>();
  for (const { loanId, dueOn, state, stateOn } of rows) {
    const one = {
      dueOn: isoDate(dueOn),
      state: oneOf(INSTALMENT_STATES, state),
      stateOn: stateOn === null ? undefined : isoDate(stateOn),
    };
    addTo(plans, loanId, one);
  }
  return plans;
}

/** The last evening of which a loan's overdue was told, by an extract or a fact; asked where a word on an instalment stands beside it. */
async function toldOn(
  { db }: Context,
  loans: readonly Loan[],
  plans: ReadonlyMap<string, readonly PlannedInstalment[]>,
): Promise<Map<string, IsoDate>> {
  const wanted = loans.filter(({ id }) => plans.get(id)?.some(({ stateOn }) => stateOn !== undefined) ?? false);
  const runs = await byId(
    wanted.flatMap(({ lastRunId }) => lastRunId ?? []),
    (some) => db.importRun.findMany({ where: { id: { in: some } }, select: { id: true, asOf: true } }),
  );
  const facts = await inTurns(
    wanted.map(({ id }) => id),
    (some) =>
      db.observation.groupBy({
        by: ["subjectId"],
        where: { subjectKind: "loan", subjectId: { in: some }, key: DAYS_PAST_DUE },
        _max: { asOf: true },
      }),
  );
  const told = new Map(facts.map(({ subjectId, _max }) => [subjectId, _max.asOf]));
  return new Map(
    wanted.map(({ id, asOf, lastRunId }) => {
      const others = [runs.get(lastRunId ?? "")?.asOf, told.get(id)].flatMap((day) =>
        day == null ? [] : [isoDate(day)],
      );
      return [id, latestOf(isoDate(asOf), ...others)];
    }),
  );
}
