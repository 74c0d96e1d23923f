/** The lists behind the worth of early finding: cases with and without figures, early and late ones, risks that keepers saw first. */
import type { Period } from "../../../domain/digest/period.ts";
import type { WorthListName } from "../../../domain/digest/worth-lists.ts";
import { FOUND_BY } from "../../../domain/vocabulary.ts";
import { isFoundEarly } from "../../../domain/worth/as-raised.ts";
import type { Context } from "../../../platform/context.ts";
import { byId } from "../../../platform/in-turns.ts";
import { oneOf } from "../../../platform/stored-word.ts";
import { amountText } from "../../signals/index.ts";
import { type ListedRow, listScopeOf, overUnits } from "../lists/list-scope.ts";
import type { DigestScope } from "../scope.ts";
import { foundByKeepers, type StatedCase, statedCases } from "./cases.ts";
import { refusedWorth } from "./reader.ts";

export interface WorthAsked {
  readonly scope: DigestScope;
  readonly period: Period;
  readonly list: WorthListName;
  readonly take: number;
}

/** At most `take`, earliest first. */
export async function worthRows(ctx: Context, { scope, period, list, take }: WorthAsked): Promise<ListedRow[]> {
  if ((await refusedWorth(ctx, scope)) !== undefined) return [];
  if (list === "found_early") {
    const ids = (await foundByKeepers(ctx, scope, period)).slice(0, take);
    return (await signalsById(ctx, ids)).map((row) => rowOf(row, row.raisedOn));
  }
  const stated = await statedCases(ctx, scope, period);
  return list === "cases_unstated"
    ? unstated(ctx, { scope, period, take }, stated)
    : statedRows(ctx, stated.filter(isOn(ctx, list)).slice(0, take));
}

function isOn({ policy }: Context, list: WorthListName): (one: StatedCase) => boolean {
  const from = policy.policy.signals.worth.late_from_days_past_due;
  if (list === "cases_stated") return () => true;
  return ({ raisedDpd }) => isFoundEarly(raisedDpd, from) === (list === "cases_early");
}

async function statedRows(ctx: Context, stated: readonly StatedCase[]): Promise<ListedRow[]> {
  const { t } = ctx;
  const byCase = new Map(stated.map((one) => [one.signalId, one]));
  const rows = await signalsById(ctx, [...byCase.keys()]);
  return rows.flatMap((row) => {
    const one = byCase.get(row.id);
    if (one === undefined) return [];
    const said = t("digest.worth.stated", {
      cost: amountText(ctx, one.costMinor, one.currency),
      loss: amountText(ctx, one.lossMinor, one.currency),
      days: one.raisedDpd,
      found: t(`digest.worth.found.${oneOf(FOUND_BY, one.foundBy)}`),
    });
    return [{ ...rowOf(row, row.endedOn), said }];
  });
}

/** Closed in the period, and nothing is recorded of them. */
async function unstated(
  ctx: Context,
  { scope, period, take }: Omit<WorthAsked, "list">,
  stated: readonly StatedCase[],
): Promise<ListedRow[]> {
  const { from, to } = period;
  const known = new Set(stated.map(({ signalId }) => signalId));
  const rows = await overUnits(await listScopeOf(ctx, scope), take + stated.length, async (inUnits) => {
    const ended = await ctx.db.signal.findMany({
      where: { ...inUnits, endedOn: { gte: from, lte: to }, state: "closed", isRestricted: false },
      orderBy: [{ endedOn: "asc" }, { id: "asc" }],
      take: take + stated.length,
      select: LISTED,
    });
    return ended.filter(({ id }) => !known.has(id)).map((row) => rowOf(row, row.endedOn));
  });
  return rows.slice(0, take);
}

const LISTED = {
  id: true,
  number: true,
  unitId: true,
  ownerId: true,
  raisedOn: true,
  endedOn: true,
  borrowerId: true,
  borrower: { select: { name: true, ownerships: { where: { toAt: null }, select: { personId: true } } } },
} as const;

type Listed = Awaited<ReturnType<typeof signalsById>>[number];

async function signalsById({ db }: Context, ids: readonly string[]) {
  const found = await byId(ids, (some) => db.signal.findMany({ where: { id: { in: some } }, select: LISTED }));
  return ids.flatMap((id) => found.get(id) ?? []);
}

function rowOf({ id, number, unitId, ownerId, borrowerId, borrower }: Listed, on: string | null): ListedRow {
  const personId = ownerId ?? borrower.ownerships[0]?.personId ?? null;
  return {
    ...{ id, number, unitId, personId, customerId: borrowerId, borrowerName: borrower.name },
    on: on ?? "",
    opens: "signal",
  };
}
