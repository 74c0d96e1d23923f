/** Whoever keeps a customer answers for its plan (R118, R119): a plan that waits goes with the account. Its date stays. */
import { PLAN_KINDS } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";

/** As `measures` names them: it asks this feature for much, and this one cannot ask back. */
const MEASURE = "measure";
const GIVEN = "measure.given";

export interface MovedAccounts {
  readonly borrowerIds: readonly string[];
  /** Nothing where nobody kept them: whoever had the plan had it for want of a keeper. */
  readonly from: string | null;
  readonly to: string;
}

/** In the transaction of the account's move. The new keeper is told; what is offered of a plan is offered no more. */
export async function movePlans(tx: Context, { borrowerIds, from, to }: MovedAccounts): Promise<void> {
  const plans = await inTurns([...new Set(borrowerIds)], (some) =>
    tx.db.case.findMany({
      where: {
        borrowerId: { in: some },
        kind: { in: [...PLAN_KINDS] },
        state: { in: ["open", "reported"] },
        ...(from === null ? { ownerId: { not: to } } : { ownerId: from }),
      },
    }),
  );
  for (const plan of plans) await moveTo(tx, plan, to);
}

type Plan = Awaited<ReturnType<Context["db"]["case"]["findMany"]>>[number];

async function moveTo(tx: Context, { id, version, ownerId, state }: Plan, to: string): Promise<void> {
  const noOffer = { offeredToId: null, offeredById: null, offeredAt: null, offerUntil: null, offerNote: null };
  await tx.db.case.update({
    where: { id, version },
    data: { ownerId: to, ...noOffer, version: { increment: 1 } },
  });
  if (state === "open") {
    await promise(tx, {
      key: `${GIVEN}:${id}:${version + 1}:${to}`,
      kind: GIVEN,
      personId: to,
      refs: { measureId: id },
      items: [{ kind: MEASURE, id, stage: "given" }],
    });
  }
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "measure.given",
    subject: { kind: MEASURE, id },
    before: { ownerId },
    after: { ownerId: to, note: "with_the_account" },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: MEASURE, id });
}
