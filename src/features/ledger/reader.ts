/** Whose eyes the register is for: which rows they may see, and whose names in full. */
import { readsInFull, type SubjectFacts } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { authorize, type Context, couldEver } from "../../platform/context.ts";
import { standingSignal } from "../signals/index.ts";
import type { StoredEvent } from "./read-events.ts";
import type { LedgerUnit, LedgerUnits } from "./units.ts";

export interface LedgerReader {
  /** Restricted signals that the reader may not know of: there is nothing of them in a row, a count or a sum. */
  readonly hidden: ReadonlySet<string>;
  /** Units whose rows they see, with those below. */
  readonly units: readonly LedgerUnit[];
  /** The highest of those. */
  readonly led: readonly LedgerUnit[];
  /** Whose own rows they see besides; nobody's where the role sees none. */
  readonly own: readonly string[];
  sees(event: StoredEvent, unit: LedgerUnit): boolean;
  /** Whether the customer's name stands there in full. */
  readsInFull(event: StoredEvent, unit: LedgerUnit): boolean;
}

/** Whether somebody may ask at all: for what is theirs, or for a unit of theirs. */
export function maySeeLedger(ctx: Context): Refusal | undefined {
  return authorize(ctx, "see_ledger", ownRegister(ctx));
}

/** An export is its person's own, in the units where they have their roles. */
export function ownRegister({ actor }: Context): SubjectFacts {
  return { unitPath: actor.grants.map(({ unitId }) => unitId), assigneeId: actor.personId };
}

export async function ledgerReader(ctx: Context, units: LedgerUnits): Promise<LedgerReader> {
  const hidden = await hiddenSignals(ctx);
  const seen = units.all().filter(({ path }) => authorize(ctx, "see_ledger", { unitPath: path }) === undefined);
  const ids = new Set(seen.map(({ id }) => id));
  const isOwn = authorize(ctx, "see_ledger", { unitPath: [], assigneeId: ctx.actor.personId }) === undefined;
  return {
    hidden,
    units: seen,
    led: seen.filter(({ path }) => !path.slice(1).some((above) => ids.has(above))),
    own: isOwn ? [ctx.actor.personId, ...ctx.actor.standsInFor] : [],
    sees: (event, unit) =>
      (event.signalId === null || !hidden.has(event.signalId)) &&
      authorize(ctx, "see_ledger", subjectOf(event, unit)) === undefined,
    readsInFull: (event, unit) => readsInFull(ctx.actor, "see_ledger", subjectOf(event, unit)),
  };
}

function subjectOf({ keeperId, assigneeId }: StoredEvent, { path }: LedgerUnit): SubjectFacts {
  return { unitPath: path, ownerId: keeperId, assigneeId };
}

async function hiddenSignals(ctx: Context): Promise<Set<string>> {
  const restricted = await ctx.db.signal.findMany({ where: { isRestricted: true }, select: { id: true } });
  const hidden = new Set<string>();
  for (const { id } of restricted) {
    const known = couldEver(ctx, "see_restricted_signal") ? await standingSignal(ctx, id) : undefined;
    if (known === undefined) hidden.add(id);
  }
  return hidden;
}
