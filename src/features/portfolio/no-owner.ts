/**
 * Accounts that nobody keeps: never given to anybody, or the keeper has left (R74, R119). Their unit's manager is told once a
 * day, and no more when the last of them has a keeper.
 */
import { addTo } from "../../domain/lists-by-key.ts";
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { localDate, momentAt } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import type { Renderer } from "../../platform/outbox/renderers.ts";
import { line, note, type Piece } from "../../platform/view.ts";
import { type Holders, holdersOf } from "../people/index.ts";
import { PURSUED } from "./facts.ts";

export const NO_OWNER = "portfolio.no_owner";
const NAMED = 5;
/** A head office that is told of everything gets the largest, not a list without end. */
const UNITS_SHOWN = 15;

export interface UnitWithoutOwner {
  readonly unitId: string;
  readonly count: number;
  /** The first of them, by number. */
  readonly some: readonly string[];
}

/** Units with open accounts that nobody at work keeps, most of them first; all units, or these. */
export async function accountsWithoutOwner(ctx: Context, unitIds?: readonly string[]): Promise<UnitWithoutOwner[]> {
  const atWork = { OR: [{ leftOn: null }, { leftOn: { gte: localDate(ctx.now, "UTC") } }] };
  const inUnits = unitIds === undefined ? {} : { unitId: { in: [...unitIds] } };
  // Asked from the loans: the other way round, SQLite walks through all loans of a state once for every borrower.
  const loans = await ctx.db.loan.findMany({
    where: {
      state: { in: [...PURSUED] },
      borrower: { ...inUnits, ownerships: { none: { toAt: null, person: atWork } } },
    },
    select: { borrower: { select: { number: true, unitId: true } } },
  });
  const numbers = new Map<string, Set<string>>();
  for (const { borrower } of loans) {
    numbers.set(borrower.unitId, (numbers.get(borrower.unitId) ?? new Set()).add(borrower.number));
  }
  const units = [...numbers].map(([unitId, all]) => ({
    unitId,
    count: all.size,
    some: [...all].sort().slice(0, NAMED),
  }));
  return units.sort((a, b) => b.count - a.count || a.unitId.localeCompare(b.unitId));
}

/**
 * One promise per manager and local day. Answers how many accounts have no owner, and the units that have nobody to tell.
 * `known` where the caller has asked already: the question goes through the whole book.
 */
export async function promiseNoOwner(
  ctx: Context,
  known?: readonly UnitWithoutOwner[],
): Promise<{ readonly accounts: number; readonly untoldUnitIds: readonly string[] } | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const units = known ?? (await accountsWithoutOwner(ctx));
  const unitsOf = new Map<string, string[]>();
  const untoldUnitIds: string[] = [];
  for (const { unitId } of units) {
    const { personIds } = await whoIsTold(ctx, unitId);
    if (personIds.length === 0) untoldUnitIds.push(unitId);
    for (const personId of personIds) addTo(unitsOf, personId, unitId);
  }
  for (const [personId, unitIds] of unitsOf) await promiseTo(ctx, personId, unitIds);
  return { accounts: units.reduce((sum, { count }) => sum + count, 0), untoldUnitIds };
}

/** The unit's manager or the nearest above; the head office where there is none. */
async function whoIsTold(ctx: Context, unitId: string): Promise<Holders> {
  const managers = await holdersOf(ctx.db, "unit_manager", unitId, ctx.now);
  return managers.personIds.length > 0 ? managers : holdersOf(ctx.db, "head_office_manager", unitId, ctx.now);
}

async function promiseTo(ctx: Context, personId: string, unitIds: readonly string[]): Promise<void> {
  const person = await ctx.db.person.findUniqueOrThrow({ where: { id: personId }, include: { unit: true } });
  const today = localDate(ctx.now, person.unit.timeZone);
  // They hear of it in the morning, whenever the import ran; later in the day at once.
  const notBefore = momentAt(today, ctx.policy.policy.reminders.morning_at, person.unit.timeZone).toJSDate();
  const items = unitIds.map((id) => ({ kind: "unit", id, stage: "no_owner" }));
  await inTransaction(ctx, (tx) =>
    promise(tx, { key: `${NO_OWNER}:${personId}:${today}`, kind: NO_OWNER, personId, slotOn: today, items, notBefore }),
  );
}

/** From the facts of the moment: what has a keeper by then is not mentioned. */
export const renderNoOwner: Renderer = async (ctx, { items }) => {
  const units = await accountsWithoutOwner(
    ctx,
    items.map(({ id }) => id),
  );
  if (units.length === 0) {
    return undefined;
  }
  const count = units.reduce((sum, unit) => sum + unit.count, 0);
  const shown = units.slice(0, UNITS_SHOWN);
  const rows = await ctx.db.orgUnit.findMany({ where: { id: { in: shown.map(({ unitId }) => unitId) } } });
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const more = units.length - shown.length;
  const pieces: Piece[] = [
    line(ctx.t("no_owner.why")),
    ...shown.map((unit) => unitPiece(ctx, nameOf.get(unit.unitId) ?? "", unit)),
    ...(more === 0 ? [] : [line(ctx.t("no_owner.more_units", { count: more }))]),
    note(ctx.t("no_owner.source")),
  ];
  return { title: ctx.t("no_owner.title", { count }), pieces };
};

function unitPiece(ctx: Context, name: string, { count, some }: UnitWithoutOwner): Piece {
  const detail = ctx.t("no_owner.some", { numbers: some.join(", ") });
  return { kind: "item", text: ctx.t("no_owner.unit", { unit: name, count }), detail };
}
