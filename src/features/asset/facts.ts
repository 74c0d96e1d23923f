/** What is on record of customers as assets: their loans, whether they were ever late, and who was last with them. */
import { isoDate, latestOf } from "../../domain/dates.ts";
import { DAYS_PAST_DUE } from "../../domain/facts/kinds/of-loans.ts";
import type { AssetFacts, AssetLoan } from "../../domain/retention.ts";
import { ZONES } from "../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";

/** Short notes on a customer outside the gate of quality: somebody was in contact. */
const NOTES = ["weekly_track", "contact_note"];

/** By customer; one that is unknown is missing. */
export async function assetFactsOf(ctx: Context, borrowerIds: readonly string[]): Promise<Map<string, AssetFacts>> {
  const rows = await inTurns(borrowerIds, (some) => customers(ctx, some));
  const lateLoans = await loansOnceLate(
    ctx,
    rows.flatMap(({ loans }) => loans.map(({ id }) => id)),
  );
  const notes = new Map(
    (await inTurns(borrowerIds, (some) => lastNotes(ctx, some))).map((one) => [one.borrowerId, one]),
  );
  return new Map(
    rows.map(({ id, zone, unit, loans, lastVisitOn, lastInspectedOn }) => {
      const noteAt = notes.get(id)?._max.submittedAt ?? undefined;
      const contacts = [
        ...[lastVisitOn, lastInspectedOn].flatMap((on) => (on === null ? [] : [isoDate(on)])),
        ...(noteAt === undefined ? [] : [localDate(momentFromDate(noteAt), unit.timeZone)]),
      ];
      const [first, ...others] = contacts;
      const facts: AssetFacts = {
        zone: zone === null ? undefined : oneOf(ZONES, zone),
        loans: loans.map(toAssetLoan),
        wasLate: loans.some((loan) => loan.pastDueSince !== null || lateLoans.has(loan.id)),
        lastContactOn: first === undefined ? undefined : latestOf(first, ...others),
      };
      return [id, facts];
    }),
  );
}

function customers({ db }: Context, ids: string[]) {
  return db.borrower.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, zone: true, lastVisitOn: true, lastInspectedOn: true },
      unit: { select: { timeZone: true } },
      loans: {
        select: {
          ...{ id: true, state: true, disbursedOn: true, maturesOn: true, drawnMinor: true, currency: true },
          ...{ yearlyRatePpm: true, pastDueSince: true },
        },
      },
    },
  });
}

type LoanRow = Awaited<ReturnType<typeof customers>>[number]["loans"][number];

function toAssetLoan({ state, disbursedOn, maturesOn, drawnMinor, currency, yearlyRatePpm }: LoanRow): AssetLoan {
  return {
    isLive: state === "live",
    disbursedOn: isoDate(disbursedOn),
    maturesOn: maturesOn === null ? undefined : isoDate(maturesOn),
    drawn: { minor: drawnMinor, currency },
    yearlyRatePpm: yearlyRatePpm ?? undefined,
  };
}

/** By what the book said of them before, or a fact of any day: also where that is over. */
async function loansOnceLate({ db }: Context, loanIds: readonly string[]): Promise<ReadonlySet<string>> {
  const inBook = await inTurns(loanIds, (some) =>
    db.factChange.findMany({
      where: { subjectKind: "loan", subjectId: { in: some }, field: "pastDueSince" },
      select: { subjectId: true },
      distinct: ["subjectId"],
    }),
  );
  const told = await inTurns(loanIds, (some) =>
    db.observation.findMany({
      where: { subjectKind: "loan", subjectId: { in: some }, key: DAYS_PAST_DUE, value: { not: "0" } },
      select: { subjectId: true },
      distinct: ["subjectId"],
    }),
  );
  return new Set([...inBook, ...told].map(({ subjectId }) => subjectId));
}

function lastNotes({ db }: Context, borrowerIds: string[]) {
  return db.inspection.groupBy({
    by: ["borrowerId"],
    where: { borrowerId: { in: borrowerIds }, kind: { in: NOTES }, submittedAt: { not: null } },
    _max: { submittedAt: true },
  });
}
