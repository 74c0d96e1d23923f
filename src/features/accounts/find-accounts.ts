/** Finds borrowers by number, by a loan's, an inspection's or a report's number, or by a part of the name; only those the person may see. */
import { RECHECK } from "../../domain/inspection.ts";
import { may, readsInFull } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { Piece } from "../../platform/view.ts";
import { mayReassign } from "../handovers/index.ts";
import { subjectOf } from "../inspections/index.ts";
import { type ListedMeasure, measuresOfBorrower } from "../measures/index.ts";
import { unitPath, unitsBelow } from "../people/index.ts";
import { type ListedSignal, signalsOfBorrower } from "../signals/index.ts";
import { type StandingZone, zoneOfBorrower, zonePieces } from "../zones/index.ts";
import { type FoundOnVisits, foundOnVisits } from "./found-on-visits.ts";

/** Shown in a list; one more is asked for, to know whether there are more. */
export const MOST_ACCOUNTS = 20;

const whole = {
  unit: true,
  loans: { orderBy: { number: "asc" } },
  ownerships: { where: { toAt: null }, include: { person: true } },
  signers: { where: { toAt: null } },
  inspections: { where: { state: { not: "cancelled" } }, orderBy: { dueOn: "desc" }, take: 5 },
} as const;

export type AccountRecord = Awaited<ReturnType<typeof candidates>>[number];

export interface FoundAccount {
  readonly account: AccountRecord;
  /** Whether the person answers for it and reads names and numbers in full. */
  readonly inFull: boolean;
  /** Whether the person may give it to another keeper. */
  readonly reassignable: boolean;
  /** What is done about its risks, where the person may read it. */
  readonly measures: readonly ListedMeasure[];
  /** Collateral and guarantors that the record does not hold yet, for whoever answers for the customer. */
  readonly found: FoundOnVisits | undefined;
  /** Those that the reader may know of. */
  readonly signals: readonly ListedSignal[];
  readonly zone: StandingZone | undefined;
  /** Another zone that was asked for or set, and what the reader may do about it. */
  readonly zonePieces: readonly Piece[];
}

export async function findAccounts(ctx: Context, wanted: string): Promise<FoundAccount[]> {
  const { actor } = ctx;
  const found: FoundAccount[] = [];
  for (const account of await candidates(ctx, wanted.trim())) {
    const subject = {
      unitPath: await unitPath(ctx.db, account.unitId),
      ownerId: account.ownerships[0]?.personId ?? null,
    };
    if (may(actor, "see_account", subject).allowed) {
      const inFull = readsInFull(actor, "see_account", subject);
      const reads = may(actor, "see_measure", subject).allowed;
      const measures = reads ? await measuresOfBorrower(ctx, account.id) : [];
      const signals = await signalsOfBorrower(ctx, account.id);
      const inspections = await seenInspections(ctx, account);
      const unrecorded = inFull ? await foundOnVisits(ctx, account.id) : undefined;
      const reassignable = mayReassign(ctx, subject);
      const zone = { zone: await zoneOfBorrower(ctx, account.id), zonePieces: await zonePieces(ctx, account) };
      const told = { inFull, reassignable, measures, signals, ...zone, found: unrecorded };
      found.push({ account: { ...account, inspections }, ...told });
    }
  }
  return found;
}

/** A re-check is nothing that the account's owner is told of (R81). */
async function seenInspections(ctx: Context, { inspections, ownerships }: AccountRecord) {
  const seen: (typeof inspections)[number][] = [];
  for (const one of inspections) {
    const isSeen =
      one.occasion !== RECHECK ||
      may(ctx.actor, "see_inspection", await subjectOf(ctx.db, { ...one, borrower: { ownerships } })).allowed;
    if (isSeen) seen.push(one);
  }
  return seen;
}

/** Asked within what the person could see, so that the limit cuts nothing of theirs for the sake of others'. */
async function candidates(ctx: Context, wanted: string) {
  const units = await unitsBelow(
    ctx.db,
    ctx.actor.grants.map(({ unitId }) => unitId),
  );
  const mine = [ctx.actor.personId, ...ctx.actor.standsInFor];
  const own = await matching(ctx, wanted, { ownerships: { some: { toAt: null, personId: { in: mine } } } });
  const below = await inTurns(units, (some) => matching(ctx, wanted, { unitId: { in: some } }));
  const byId = new Map([...own, ...below].map((account) => [account.id, account]));
  return [...byId.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MOST_ACCOUNTS + 1);
}

type Within = NonNullable<NonNullable<Parameters<Context["db"]["borrower"]["findMany"]>[0]>["where"]>;

function matching(ctx: Context, wanted: string, within: Within) {
  const numbered = [
    { number: wanted },
    { loans: { some: { number: wanted } } },
    { inspections: { some: { number: inspectionOf(wanted) } } },
  ];
  return ctx.db.borrower.findMany({
    where: { AND: [within, { OR: [...numbered, ...named(wanted)] }] },
    include: whole,
    orderBy: { name: "asc" },
    take: MOST_ACCOUNTS + 1,
  });
}

/** A report is numbered as its inspection, a later revision with `/2` behind it. */
const inspectionOf = (wanted: string) => wanted.toUpperCase().replace(/\/\d+$/u, "");

/** PostgreSQL tells case apart and SQLite does not: the usual writings of a name are tried. */
function named(wanted: string) {
  const title = wanted.toLowerCase().replace(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  return [...new Set([wanted, wanted.toUpperCase(), wanted.toLowerCase(), title])].map((name) => ({
    name: { contains: name },
  }));
}
