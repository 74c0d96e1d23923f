/** How the main ratios of a borrower moved from report to report, for the charts of a printed report. */
import { keyParts } from "../../domain/check/answer-key.ts";
import type { FormItem } from "../../domain/check/types.ts";
import type { Condition } from "../../domain/templates/condition.ts";
import type { Context } from "../../platform/context.ts";
import type { ReportSheet } from "./report-sheet.ts";

export interface RatioHistory {
  readonly item: FormItem;
  /** Oldest first; the last one is this report's. Decimal text. */
  readonly points: readonly { readonly visitedOn: string; readonly value: string }[];
  readonly limits: readonly { readonly level: "yellow" | "orange" | "red"; readonly value: string }[];
}

const RATIO_UNITS: readonly (string | undefined)[] = ["percent", "times"];
const MOST_CHARTS = 6;
const MOST_POINTS = 8;

/** Ratios out of range first, then those that a threshold watches; only where there is an earlier approved report to compare with. */
export async function ratioHistories(ctx: Context, sheet: ReportSheet): Promise<RatioHistory[]> {
  const { report, inspection } = sheet.case;
  const items = sheet.form.steps
    .flatMap((step) => step.items)
    .filter(({ type, unit, answerKey }) => type === "number" && RATIO_UNITS.includes(unit) && sheet.answers[answerKey]);
  const rows = await ctx.db.answer.findMany({
    where: {
      itemKey: { in: [...new Set(items.map(({ key }) => key))] },
      report: {
        state: "approved",
        submittedAt: { lt: report.submittedAt },
        inspection: { borrowerId: inspection.borrowerId, NOT: { id: inspection.id } },
      },
    },
    orderBy: [{ report: { submittedAt: "asc" } }, { id: "asc" }],
    select: { subject: true, itemKey: true, groupIndex: true, value: true, report: { select: { visitedOn: true } } },
  });
  const histories = items.map((item): RatioHistory => {
    const here = keyParts(item.answerKey);
    const earlier = rows.filter(
      (row) => row.subject === here.subject && row.itemKey === here.itemKey && row.groupIndex === here.groupIndex,
    );
    const now = String(sheet.answers[item.answerKey]?.value ?? "");
    const points = [
      ...earlier.map(({ value, report: { visitedOn } }) => ({ visitedOn, value })),
      { visitedOn: report.visitedOn, value: now },
    ];
    return { item, points: points.slice(-MOST_POINTS), limits: limitsOf(item) };
  });
  const weight = ({ item, limits }: RatioHistory) =>
    (sheet.marks.has(item.answerKey) ? 2 : 0) + Math.min(1, limits.length);
  return histories
    .filter(({ points }) => points.length > 1)
    .toSorted((one, other) => weight(other) - weight(one))
    .slice(0, MOST_CHARTS);
}

/** Plain borders only: one that hangs on another answer is not a line across the years. */
function limitsOf({ thresholds }: FormItem): RatioHistory["limits"] {
  return (["yellow", "orange", "red"] as const).flatMap((level) =>
    [thresholds?.[level] ?? []].flat().flatMap((condition: Condition) => {
      const { lt, lte, gt, gte, than, percent_of } = condition;
      const value = lt ?? lte ?? gt ?? gte;
      return value === undefined || than !== undefined || percent_of !== undefined ? [] : [{ level, value }];
    }),
  );
}
