/** Sets how a customer is to be kept, with the reason (R103). What was set before stays as history. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { STRATEGIES } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { unitPath } from "../people/index.ts";
import { LONGEST_REASON, STRATEGY_SUBJECT } from "./ids.ts";

export interface StrategySetting {
  readonly borrowerId: string;
  readonly strategy: string;
  readonly reason: string;
}

interface KeptBorrower {
  readonly unitId: string;
  readonly ownerships: readonly { readonly personId: string }[];
}

export async function mayNotSet(ctx: Context, { unitId, ownerships }: KeptBorrower): Promise<Refusal | undefined> {
  const subject = { unitPath: await unitPath(ctx.db, unitId), ownerId: ownerships[0]?.personId ?? null };
  return authorize(ctx, "set_strategy", subject);
}

export function findKept({ db }: Context, id: string) {
  return db.borrower.findUnique({
    where: { id },
    select: {
      name: true,
      number: true,
      unitId: true,
      ownerships: { where: { toAt: null }, select: { personId: true } },
      strategies: { orderBy: [{ setAt: "desc" }, { id: "desc" }], take: 1 },
    },
  });
}

export async function setStrategy(ctx: Context, setting: StrategySetting): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const customer = await findKept(tx, setting.borrowerId);
    if (customer === null) return refuse("not_found", { number: "" });
    const refused = await mayNotSet(tx, customer);
    if (refused !== undefined) return refused;
    const strategy = STRATEGIES.find((one) => one === setting.strategy);
    if (strategy === undefined) return refuse("strategy.needed", {}, "strategy");
    const reason = setting.reason.trim();
    if (reason === "" || reason.length > LONGEST_REASON) {
      return refuse("reason.needed", { most: LONGEST_REASON }, "reason");
    }
    const [last] = customer.strategies;
    const isRepeated = last?.strategy === strategy && last.reason === reason && last.setById === tx.actor.personId;
    if (!isRepeated) await store(tx, setting.borrowerId, { number: customer.number, strategy, reason, last });
    return { number: customer.number };
  });
}

interface New {
  readonly number: string;
  readonly strategy: string;
  readonly reason: string;
  readonly last: { readonly strategy: string; readonly reason: string } | undefined;
}

async function store(tx: Context, borrowerId: string, { number, strategy, reason, last }: New): Promise<void> {
  const id = newId();
  await tx.db.customerStrategy.create({
    data: {
      ...{ id, borrowerId, strategy, reason },
      setById: tx.actor.personId,
      setAt: tx.now.toJSDate(),
      policyVersionId: tx.policy.versionId,
    },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "strategy.set",
    subject: { kind: STRATEGY_SUBJECT, id },
    before: last === undefined ? {} : { strategy: last.strategy, reason: last.reason },
    after: { borrower: number, strategy, reason },
    policyVersionId: tx.policy.versionId,
  });
}
