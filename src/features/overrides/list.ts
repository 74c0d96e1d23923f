/** Which refusals were asked to be let pass in the reader's units, by whom, and how that was decided: the last twelve months. */

import { REFUSABLE_RULES, type RefusableRule } from "../../domain/gate/findings.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { OVERRIDE_STATES, type OverrideState } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { byId } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { namesById, unitPath, unitsBelow } from "../people/index.ts";
import { MONTHS } from "./counts.ts";

/** The newest of a bank's; nobody reads further, and the list says so. */
const MOST = 2_000;
const LISTED = 20;

export interface OverrideLine {
  readonly id: string;
  readonly inspectionNumber: string;
  readonly customer: string;
  readonly rule: RefusableRule;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly state: OverrideState;
  /** Nobody decided it where other words were written meanwhile. */
  readonly decidedBy: string | undefined;
}

export interface OfficerCounts extends Readonly<Record<OverrideState, number>> {
  readonly name: string;
  readonly all: number;
}

export interface OverrideList {
  readonly months: number;
  /** Most asked first. */
  readonly officers: readonly OfficerCounts[];
  /** What waits first, then the newest. */
  readonly lines: readonly OverrideLine[];
  /** More than have a line. */
  readonly more: number;
}

export async function overridesOfUnits(ctx: Context): Promise<OverrideList | Refusal> {
  const units = await unitsToRead(ctx);
  if (units.length === 0) {
    return authorize(ctx, "see_overrides", { unitPath: [] }) ?? refuse("may.scope");
  }
  const mine = await linesOf(ctx, new Set(units));
  const waitingFirst = mine.toSorted((a, b) => Number(b.state === "asked") - Number(a.state === "asked"));
  return {
    months: MONTHS,
    officers: countedByOfficer(mine),
    lines: waitingFirst.slice(0, LISTED),
    more: Math.max(0, mine.length - LISTED),
  };
}

async function linesOf(ctx: Context, units: ReadonlySet<string>): Promise<OverrideLine[]> {
  const rows = await ctx.db.gateOverride.findMany({
    where: { askedAt: { gte: ctx.now.minus({ months: MONTHS }).toJSDate() } },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const inspections = await byId(
    rows.map(({ inspectionId }) => inspectionId),
    (some) =>
      ctx.db.inspection.findMany({
        where: { id: { in: some } },
        select: { id: true, number: true, unitId: true, borrower: { select: { name: true } } },
      }),
  );
  const names = await namesById(
    ctx.db,
    rows.flatMap(({ askedById, decidedById }) => [askedById, decidedById ?? askedById]),
  );
  const mine: OverrideLine[] = [];
  for (const row of rows) {
    const inspection = inspections.get(row.inspectionId);
    if (inspection !== undefined && units.has(inspection.unitId)) {
      const isFull = readsInFull(ctx.actor, "see_account", { unitPath: await unitPath(ctx.db, inspection.unitId) });
      mine.push({
        id: row.id,
        inspectionNumber: inspection.number,
        customer: isFull ? inspection.borrower.name : maskName(inspection.borrower.name),
        rule: oneOf(REFUSABLE_RULES, row.rule),
        reason: row.reason,
        askedBy: names.get(row.askedById) ?? "",
        askedAt: row.askedAt,
        state: oneOf(OVERRIDE_STATES, row.state),
        decidedBy: row.decidedById === null ? undefined : names.get(row.decidedById),
      });
    }
  }
  return mine;
}

async function unitsToRead(ctx: Context): Promise<string[]> {
  const units: string[] = [];
  for (const { unitId } of ctx.actor.grants) {
    const path = await unitPath(ctx.db, unitId);
    if (authorize(ctx, "see_overrides", { unitPath: path }) === undefined) {
      units.push(unitId);
    }
  }
  return unitsBelow(ctx.db, [...new Set(units)]);
}

function countedByOfficer(lines: readonly OverrideLine[]): OfficerCounts[] {
  const names = [...new Set(lines.map(({ askedBy }) => askedBy))];
  const counts = names.map((name) => {
    const theirs = lines.filter(({ askedBy }) => askedBy === name);
    const of = (state: OverrideState) => theirs.filter((one) => one.state === state).length;
    return { name, all: theirs.length, asked: of("asked"), granted: of("granted"), declined: of("declined") };
  });
  return counts.toSorted((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1));
}
