/** What a report says of the borrower has to be confirmed by them, where the policy asks for it (R21). `confirmation` does the rest. */
import { createHash } from "node:crypto";
import type { Answers } from "../../domain/check/types.ts";
import { borrowerPart, isConfirmationDue, partText } from "../../domain/confirmation/index.ts";
import { CUSTOMER_TYPES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { oneOf } from "../../platform/stored-word.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { CONFIRMATION_NEEDED_KIND } from "./ids.ts";

export function needsConfirmation({ policy, kind, mode, inspection }: CheckSheet): boolean {
  const customerType = oneOf(CUSTOMER_TYPES, inspection.borrower.customerType);
  return isConfirmationDue(policy.policy.confirmation, { kind, mode, customerType });
}

/** SHA-256 of the borrower's part; nothing where none is due. */
export function partHashOf(sheet: CheckSheet, answers: Answers): string | undefined {
  if (!needsConfirmation(sheet)) {
    return undefined;
  }
  const part = borrowerPart(sheet.form, answers, sheet.policy.policy);
  return createHash("sha256").update(partText(part)).digest("hex");
}

/** To whoever submitted it: the report is approved after the borrower has answered to exactly this part. */
export async function remindOfConfirmation(
  tx: Context,
  report: { readonly id: string; readonly inspectionId: string; readonly partHash: string | null },
): Promise<void> {
  if (report.partHash === null) {
    return;
  }
  const { id, inspectionId, partHash } = report;
  const answered = await tx.db.borrowerConfirmation.count({ where: { sheet: { inspectionId, partHash } } });
  if (answered === 0) {
    await promise(tx, {
      key: `${CONFIRMATION_NEEDED_KIND}:${id}`,
      kind: CONFIRMATION_NEEDED_KIND,
      personId: tx.actor.personId,
      refs: { reportId: id },
      items: [{ kind: "report", id, stage: "unconfirmed" }],
    });
  }
}
