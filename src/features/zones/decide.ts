/** Another person approves or declines a zone that was asked for, or takes an approved one back. Two clicks make one decision. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { askForPlan } from "../measures/index.ts";
import { ZONE_SUBJECT } from "../morning/index.ts";
import { planAgain } from "../planning/index.ts";
import { findOverride, subjectOfOverride, type ZoneOverrideRow } from "./case.ts";
import { DECIDED_KIND } from "./ids.ts";

export interface DecidedZone {
  readonly number: string;
}

const FROM = { approved: "asked", declined: "asked", ended: "approved" } as const;
type Decision = keyof typeof FROM;

/** From now on the customer's inspections are planned by it, and the plan that its zone asks for is opened; an earlier one that was approved ends. */
export async function decideZone(ctx: Context, id: string, decision: Decision): Promise<DecidedZone | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const row = await findOverride(tx, id);
    if (row === null) return refuse("not_found", { number: "" });
    const refused = authorize(tx, "decide_zone", await subjectOfOverride(tx, row));
    if (refused !== undefined) return refused;
    const isRepeated = row.state === decision && row.decidedById === tx.actor.personId;
    if (row.state !== FROM[decision] && !isRepeated) return refuse("zone.decided");
    if (!isRepeated) await settle(tx, row, decision);
    return { number: row.borrower.number };
  });
}

async function settle(tx: Context, row: ZoneOverrideRow, decision: Decision): Promise<void> {
  if (decision === "approved") await endEarlier(tx, row);
  await move(tx, row, decision);
  if (decision === "declined") return;
  await planAgain(tx, row.borrowerId, `zone_${decision}`);
  await askForPlan(tx, row.borrowerId);
}

async function endEarlier(tx: Context, { borrowerId }: ZoneOverrideRow): Promise<void> {
  const earlier = await tx.db.zoneOverride.findFirst({ where: { borrowerId, state: "approved" } });
  const row = earlier === null ? null : await findOverride(tx, earlier.id);
  if (row !== null) await move(tx, row, "ended");
}

/** Who approved an override that ends stays in the record of the approval: the audit keeps both. */
async function move(tx: Context, row: ZoneOverrideRow, state: Decision): Promise<void> {
  await tx.db.zoneOverride.update({
    where: { id: row.id, version: row.version, state: row.state },
    data: {
      state,
      ...(state === "ended" ? {} : { decidedById: tx.actor.personId, decidedAt: tx.now.toJSDate() }),
      version: { increment: 1 },
    },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: `zone.${state}`,
    subject: { kind: ZONE_SUBJECT, id: row.id },
    before: { state: row.state },
    after: { borrower: row.borrower.number, zone: row.zone, computed: row.computed, untilOn: row.untilOn },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: ZONE_SUBJECT, id: row.id });
  const keepers = row.borrower.ownerships.map(({ personId }) => personId);
  for (const personId of new Set([row.askedById, ...keepers])) {
    if (personId === tx.actor.personId) continue;
    await promise(tx, {
      key: `${DECIDED_KIND}:${state}:${row.id}:${personId}`,
      kind: DECIDED_KIND,
      personId,
      refs: { overrideId: row.id },
      items: [{ kind: ZONE_SUBJECT, id: row.id, stage: state }],
    });
  }
}
