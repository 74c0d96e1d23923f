/** The gate's findings, kept with the report that they were found in. Joins the caller's transaction. */
import type { Context } from "../../platform/context.ts";
import type { CheckSheet } from "./check-sheet.ts";
import { type CheckFindings, whatIsNew } from "./findings.ts";

export async function keepFindings(
  tx: Context,
  reportId: string,
  sheet: CheckSheet,
  { numbers, copied }: CheckFindings,
): Promise<void> {
  const figures = numbers.map(({ rule, answerKey, last }) => ({
    reportId,
    rule,
    answerKey,
    detail: JSON.stringify(last === undefined ? {} : { last }),
  }));
  const text =
    copied === undefined
      ? []
      : [
          {
            reportId,
            rule: "copied",
            detail: JSON.stringify({
              percent: Math.floor(copied.similarity * 100),
              from: copied.reportId,
              sentences: copied.sentences,
            }),
            answered: whatIsNew(sheet),
          },
        ];
  await tx.db.reportFinding.createMany({ data: [...text, ...figures] });
}
