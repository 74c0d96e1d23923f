/** A fact about our own work with a customer, seen by a person or by the gate: what PRC-02 and PRC-03 rest on. */
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { lookAgain } from "./look-again.ts";

export interface WorkFact {
  readonly borrowerId: string;
  /** A metric of the policy: `confirmed_copy`, `evidence_reused`. */
  readonly key: string;
  readonly asOf: IsoDate;
  readonly reportId: string;
  /** `review`: a reviewer's word. `gate`: what the desk found when the report was handed in. */
  readonly source: "review" | "gate";
}

/** In the transaction of the decision or the submission. Nobody has to approve it: it is no claim of the officer. */
export async function tellOfWork(tx: Context, { borrowerId, reportId, ...fact }: WorkFact): Promise<void> {
  const about = { subjectKind: "borrower", subjectId: borrowerId, value: "true", unit: "flag" };
  await tx.db.observation.create({
    data: { ...about, ...fact, reference: reportId, recordedAt: tx.now.toJSDate(), standing: "told" },
  });
  await lookAgain(tx, [borrowerId]);
}
