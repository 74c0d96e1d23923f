/** The four mechanisms of the handbook by name (R128), with what is on record under each in a unit and period. */
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { PARAMETERS_AT_ONCE } from "../../platform/in-turns.ts";
import { line, type Piece } from "../../platform/view.ts";
import { placeAsked, todayOf } from "./asked.ts";
import { someFigures } from "./figures.ts";
import { opensDigest, scopeName } from "./links.ts";
import { type ListScope, listScopeOf } from "./lists/list-scope.ts";
import type { DigestPlace } from "./place.ts";
import type { DigestScope } from "./scope.ts";

const COUNTED = [
  "done_in_time",
  "done_late",
  "signals_raised",
  "customers_z1",
  "customers_z2",
  "customers_z3",
] as const;

export interface Mechanisms {
  readonly place: DigestPlace;
  readonly scope: DigestScope;
  readonly quantify: { readonly done: number; readonly raised: number };
  readonly responsibility: { readonly customers: number; readonly vacant: number };
  /** Scores kept for months that lie in the period, of people and units. */
  readonly appraisal: { readonly sheets: number };
}

export async function mechanismsAt(ctx: Context, place: DigestPlace): Promise<Mechanisms | Refusal> {
  const asked = await placeAsked(ctx, place);
  if (isRefusal(asked)) {
    return asked;
  }
  const { scope, period } = asked;
  const figures = await someFigures(ctx, scope, { period, today: todayOf(ctx) }, COUNTED);
  const lies = await listScopeOf(ctx, scope);
  const months = { gte: period.from.slice(0, 7), lte: period.to.slice(0, 7) };
  return {
    place,
    scope,
    quantify: { done: figures.done_in_time + figures.done_late, raised: figures.signals_raised },
    responsibility: {
      customers: figures.customers_z1 + figures.customers_z2 + figures.customers_z3,
      vacant: await countedIn(lies, (inUnits) =>
        ctx.db.borrower.count({ where: { ...inUnits, zone: { not: null }, ownerships: { none: { toAt: null } } } }),
      ),
    },
    appraisal: {
      sheets: await countedIn(lies, (inUnits) =>
        ctx.db.scoreSheet.count({ where: { ...inUnits, period: months, revision: 1 } }),
      ),
    },
  };
}

async function countedIn(
  { units }: ListScope,
  count: (inUnits: { unitId?: { in: string[] } }) => Promise<number>,
): Promise<number> {
  if (units === undefined) {
    return count({});
  }
  let sum = 0;
  for (let start = 0; start < units.length; start += PARAMETERS_AT_ONCE) {
    sum += await count({ unitId: { in: units.slice(start, start + PARAMETERS_AT_ONCE) } });
  }
  return sum;
}

export function mechanismPieces({ t }: Pick<Context, "t">, mechanisms: Mechanisms): Piece[] {
  const { place, scope, quantify, responsibility, appraisal } = mechanisms;
  const said = [
    [t("digest.mechanism.quantify"), t("digest.mechanism.quantify_said", quantify)],
    [t("digest.mechanism.responsibility"), t("digest.mechanism.responsibility_said", responsibility)],
    [t("digest.mechanism.appraisal"), t("digest.mechanism.appraisal_said", appraisal)],
    [t("digest.mechanism.penalty"), t("digest.mechanism.penalty_said")],
  ] as const;
  return [
    { kind: "heading", text: t("digest.mechanisms") },
    ...said.map(([name, words]) => line([{ bold: name }, "\n", words])),
    { kind: "buttons", buttons: [opensDigest(t("digest.up", { name: scopeName(t, scope) }), place)] },
  ];
}
