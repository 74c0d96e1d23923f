/** What the gate noticed in a report, as it was kept at submission. */
import { z } from "zod";
import { FINDING_RULES } from "../../domain/gate/findings.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { findInspection, subjectOf } from "../inspections/index.ts";
import { type LetPass, letPass } from "../overrides/index.ts";

const detailShape = z.object({
  last: z.string().optional(),
  percent: z.number().optional(),
  from: z.string().optional(),
  takenOn: z.string().optional(),
  overrideId: z.string().optional(),
  name: z.string().optional(),
  fromInspection: z.string().optional(),
  sentences: z.array(z.object({ answerKey: z.string(), sentence: z.string() })).default([]),
});

export interface KeptFinding {
  readonly rule: (typeof FINDING_RULES)[number];
  readonly answerKey: string | undefined;
  readonly last: string | undefined;
  readonly percent: number | undefined;
  /** The day an old picture was taken. */
  readonly takenOn: string | undefined;
  /** Of the file that looks like another. */
  readonly name: string | undefined;
  /** Who let it pass, why the officer asked, and how often that was granted to the officer. */
  readonly override: LetPass | undefined;
  /** Of the earlier report, where the reader may see it. */
  readonly fromNumber: string | undefined;
  readonly sentences: readonly { readonly answerKey: string; readonly sentence: string }[];
  readonly answered: string | undefined;
}

/** Copied sentences first, then figures. */
export async function findingsOfReport(ctx: Context, reportId: string): Promise<KeptFinding[]> {
  const rows = await ctx.db.reportFinding.findMany({ where: { reportId }, orderBy: [{ rule: "asc" }, { id: "asc" }] });
  return Promise.all(
    rows.map(async (row) => {
      const { from, fromInspection, ...detail } = detailShape.parse(JSON.parse(row.detail));
      return {
        rule: oneOf(FINDING_RULES, row.rule),
        answerKey: row.answerKey ?? undefined,
        last: detail.last,
        percent: detail.percent,
        takenOn: detail.takenOn,
        override: detail.overrideId === undefined ? undefined : await letPass(ctx, detail.overrideId),
        sentences: detail.sentences,
        name: detail.name,
        fromNumber: from === undefined ? await numberOf(ctx, fromInspection) : await numberIfReadable(ctx, from),
        answered: row.answered ?? undefined,
      };
    }),
  );
}

/** Where a sentence was used before is shown only to those who may read it there. */
async function numberIfReadable(ctx: Context, reportId: string): Promise<string | undefined> {
  const report = await ctx.db.report.findUnique({ where: { id: reportId }, select: { inspectionId: true } });
  return numberOf(ctx, report?.inspectionId);
}

async function numberOf(ctx: Context, inspectionId: string | undefined): Promise<string | undefined> {
  const inspection = inspectionId === undefined ? null : await findInspection(ctx.db, inspectionId);
  if (inspection === null) return undefined;
  const refused = authorize(ctx, "see_report", await subjectOf(ctx.db, inspection));
  return refused === undefined ? inspection.number : undefined;
}
