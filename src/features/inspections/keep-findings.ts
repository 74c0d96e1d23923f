/** The gate's findings, kept with the report that they were found in. Joins the caller's transaction. */
import type { Context } from "../../platform/context.ts";
import { tellOfWork } from "../looks/index.ts";
import type { CheckSheet } from "./check-sheet.ts";
import type { CheckFindings } from "./findings.ts";
import { WHAT_IS_NEW, WHY_NO_RISK, WHY_OLD } from "./ids.ts";
import { saidAtSummary } from "./summary-questions.ts";

export async function keepFindings(
  tx: Context,
  reportId: string,
  sheet: CheckSheet,
  { numbers, changedCounts, copied, others }: CheckFindings,
): Promise<void> {
  const counts = changedCounts.map((count) => ({ rule: "changed_count", ...count }));
  const figures = [...numbers, ...counts].map(({ rule, answerKey, last }) => ({
    reportId,
    rule,
    answerKey,
    detail: JSON.stringify(last === undefined ? {} : { last }),
    ...answeredBy(sheet, rule),
  }));
  const rest = others.map(({ rule, answerKey, detail }) => ({
    reportId,
    rule,
    answerKey,
    // Whether the number may be read is asked again of whoever reads the report.
    detail: JSON.stringify({ ...detail, number: undefined }),
    ...answeredBy(sheet, rule),
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
            answered: saidAtSummary(sheet, WHAT_IS_NEW),
          },
        ];
  await tx.db.reportFinding.createMany({ data: [...text, ...figures, ...rest] });
  if (others.some(({ rule }) => rule === "used_before") || (await isLetPass(tx, others))) {
    const { borrowerId } = sheet.inspection;
    const fact = { borrowerId, reportId, asOf: sheet.facts.today, key: "evidence_reused" };
    await tellOfWork(tx, { ...fact, source: "gate" });
  }
}

/** The unit's manager let a file pass that proved another visit: it is in the report all the same. */
async function isLetPass(tx: Context, others: CheckFindings["others"]): Promise<boolean> {
  const ids = others.flatMap(({ detail }) => (typeof detail?.overrideId === "string" ? [detail.overrideId] : []));
  return (await tx.db.gateOverride.count({ where: { id: { in: ids }, rule: "used_before" } })) > 0;
}

const ANSWERED_BY: Readonly<Record<string, string>> = {
  old_figure: WHY_OLD,
  old_file: WHY_OLD,
  range_without_risk: WHY_NO_RISK,
};

function answeredBy(sheet: CheckSheet, rule: string): { answered?: string } {
  const said = saidAtSummary(sheet, ANSWERED_BY[rule] ?? "");
  return said === "" ? {} : { answered: said };
}

/** Which report was filed with what the manager let pass: so that it can be counted. */
export async function keepOverrides(tx: Context, reportId: string, { others }: CheckFindings): Promise<void> {
  const ids = others.flatMap(({ detail }) => (typeof detail?.overrideId === "string" ? [detail.overrideId] : []));
  await tx.db.gateOverride.updateMany({ where: { id: { in: ids } }, data: { reportId } });
}
