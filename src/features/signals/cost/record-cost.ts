/** A person states what a case has cost and what was lost, both in whole coins of the policy's currency; either may stay open. */
import { typedMinor } from "../../../domain/decimal-money.ts";
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { record } from "../../../platform/audit/index.ts";
import { type Context, inTransaction } from "../../../platform/context.ts";
import { markStale } from "../../../platform/outbox/promise.ts";
import { SIGNAL_SUBJECT } from "../ids.ts";
import type { SignalRow } from "../signal-case.ts";
import { asRaised } from "./as-raised.ts";
import { type CostRow, caseForCost, costsOf } from "./cost-of.ts";

export interface StatedCost {
  readonly signalId: string;
  /** As typed, in yuan; empty: not recorded. */
  readonly cost: string;
  readonly loss: string;
}

/**
 * A later row corrects an earlier one (R55). Refuses before the signal is closed, where neither amount is said and none was before, and
 * what is no amount of money.
 */
export async function recordCost(ctx: Context, stated: StatedCost): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await caseForCost(tx, stated.signalId);
    if (isRefusal(found)) return found;
    const { row } = found;
    if (row.state !== "closed" || row.endedOn === null) return refuse("case_cost.not_closed", { number: row.number });
    const amounts = amountsIn(stated, tx.policy.policy.exposure_bands.currency);
    if (isRefusal(amounts)) return amounts;
    const refused = await writeIfNew(tx, { row, endedOn: row.endedOn }, amounts);
    return refused ?? { number: row.number };
  });
}

/** The same again is no correction. */
async function writeIfNew(tx: Context, ended: Ended, amounts: Amounts): Promise<Refusal | undefined> {
  const { costMinor, lossMinor } = amounts;
  const [last] = await costsOf(tx, ended.row.id);
  if (last === undefined && costMinor === null && lossMinor === null) return refuse("case_cost.nothing", {}, "cost");
  const isSame = last?.costMinor === costMinor && last.lossMinor === lossMinor;
  if (!isSame) await write(tx, ended, { last, amounts });
  return undefined;
}

interface Amounts {
  readonly costMinor: bigint | null;
  readonly lossMinor: bigint | null;
}

interface Ended {
  readonly row: SignalRow;
  readonly endedOn: string;
}

interface Stated {
  readonly last: CostRow | undefined;
  readonly amounts: Amounts;
}

async function write(tx: Context, { row, endedOn }: Ended, { last, amounts }: Stated): Promise<void> {
  const { currency } = tx.policy.policy.exposure_bands;
  await tx.db.caseCost.create({
    data: {
      signalId: row.id,
      revision: (last?.revision ?? 0) + 1,
      currency,
      ...amounts,
      endedOn,
      ...(await asRaised(tx, row)),
      recordedById: tx.actor.personId,
      recordedAt: tx.now.toJSDate(),
      policyVersionId: tx.policy.versionId,
    },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "signal.cost_recorded",
    subject: { kind: SIGNAL_SUBJECT, id: row.id },
    ...(last === undefined ? {} : { before: inPlainText(last) }),
    after: { ...inPlainText(amounts), currency },
    policyVersionId: tx.policy.versionId,
  });
  await markStale(tx, { kind: SIGNAL_SUBJECT, id: row.id });
}

function amountsIn({ cost, loss }: StatedCost, currency: string): Amounts | Refusal {
  const costMinor = amountIn("cost", cost, currency);
  const lossMinor = amountIn("loss", loss, currency);
  if (isRefusal(costMinor)) return costMinor;
  return isRefusal(lossMinor) ? lossMinor : { costMinor, lossMinor };
}

/** Nothing where it is left empty: it is not guessed, and not zero. */
function amountIn(field: "cost" | "loss", typed: string, currency: string): bigint | null | Refusal {
  if (typed.trim() === "") return null;
  return typedMinor(typed, currency) ?? refuse("case_cost.no_amount", { typed: typed.slice(0, 40) }, field);
}

function inPlainText({ costMinor, lossMinor }: Amounts) {
  const text = (minor: bigint | null) => (minor === null ? null : String(minor));
  return { cost_minor: text(costMinor), loss_minor: text(lossMinor) };
}
