/** A report's answers as facts about the customer, the loans, the collateral: what the catalogue of signals can read. */
import type { Answers, FormItem, StoredAnswer } from "../../domain/check/types.ts";
import type { Context } from "../../platform/context.ts";
import { lookAgain } from "../looks/index.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { subjectParts } from "./store.ts";

/**
 * In the transaction of the submission. Claimed now, confirmed by approval: numbers with their unit, yes and no as flags, a choice as
 * its word. Rows of a group are counted in what is made of them; what the form itself asks about its questions is no fact.
 */
export async function claimFacts(tx: Context, sheet: CheckSheet, answers: Answers, reportId: string): Promise<void> {
  const { borrowerId } = sheet.inspection;
  const items = sheet.form.steps.flatMap((step) => step.items).filter(({ row, own }) => row === undefined && !own);
  const data = items.flatMap((item) => {
    const answer = answers[item.answerKey];
    const said = answer === undefined ? undefined : factIn(item, answer);
    if (said === undefined) return [];
    const subject = subjectParts(item.subject, borrowerId);
    return [
      {
        ...{ subjectKind: subject.kind, subjectId: subject.id, key: item.key, ...said },
        asOf: answer?.asOf ?? sheet.facts.today,
        recordedAt: tx.now.toJSDate(),
        source: "report",
        reference: reportId,
        standing: "claimed",
      },
    ];
  });
  await tx.db.observation.createMany({ data });
  await lookAgain(tx, [borrowerId]);
}

function factIn({ type, unit }: FormItem, { value }: StoredAnswer): { value: string; unit: string } | undefined {
  if (typeof value !== "string") return undefined;
  if (type === "number") return { value, unit: unit ?? "count" };
  if (type === "yes_no") return { value: String(value === "yes"), unit: "flag" };
  return type === "choice" ? { value, unit: "word" } : undefined;
}
