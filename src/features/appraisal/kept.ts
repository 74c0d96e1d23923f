/** Sheets of months that are over, as they were written down; the newest revision counts. */
import { z } from "zod";
import { METRICS, PROOF_KINDS, SCORED_ROLES } from "../../domain/appraisal/facts.ts";
import { LINE_CODES } from "../../domain/appraisal/line.ts";
import type { Sheet } from "../../domain/appraisal/sheet.ts";
import { isoDate } from "../../domain/dates.ts";
import { canonicalText } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import type { OwnSheet } from "./make-sheet.ts";
import type { Scored } from "./scored.ts";

const day = z.string().transform((text) => isoDate(text));
const proof = z.object({ kind: z.enum(PROOF_KINDS), id: z.string(), name: z.string(), on: day });
const line = z.object({
  rule: z.string(),
  source: z.array(z.string()),
  code: z.enum(LINE_CODES),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  points: z.number(),
  proofs: z.array(proof),
});
const metric = z.object({
  metric: z.enum(METRICS),
  rule: z.string(),
  most: z.number(),
  due: z.number(),
  done: z.number(),
  unmeasured: z.enum(["not_recorded", "nothing_due", "too_few"]).optional(),
  isPartlyRecorded: z.boolean(),
  isFailed: z.boolean(),
  lines: z.array(line),
});
const stored = z.object({
  role: z.enum(SCORED_ROLES),
  metrics: z.array(metric),
  joined: z.array(line),
  growth: z.array(z.object({ day, own: z.number().nullable() })),
});

export interface KeptSheet extends OwnSheet {
  readonly id: string;
  readonly personId: string;
  readonly revision: number;
  readonly reason: string | undefined;
  readonly keptAt: Date;
  readonly hash: string;
  readonly own: number | undefined;
  readonly weightMinor: bigint;
  readonly policyVersionId: string;
}

/** What is kept of a sheet: everything but its sum, which stands beside it. */
export function textOf({ sheet: { role, metrics, joined }, growth }: OwnSheet): string {
  return canonicalText({ role, metrics, joined, growth: growth.map(({ day, own }) => ({ day, own: own ?? null })) });
}

export async function keptSheet(ctx: Context, { role, personId, month }: Scored): Promise<KeptSheet | undefined> {
  const row = await ctx.db.scoreSheet.findFirst({
    where: { role, subjectId: personId, period: month.name },
    orderBy: { revision: "desc" },
  });
  return row === null ? undefined : readRow(row);
}

/** The newest of each person and post of these units, of one month. */
export async function keptSheetsOf(ctx: Context, unitIds: readonly string[], period: string): Promise<KeptSheet[]> {
  const rows = await inTurns(unitIds, (some) =>
    ctx.db.scoreSheet.findMany({ where: { unitId: { in: some }, period }, orderBy: { revision: "asc" } }),
  );
  const newest = new Map(rows.map((row) => [`${row.role} ${row.subjectId}`, row]));
  return [...newest.values()].map(readRow);
}

type Row = NonNullable<Awaited<ReturnType<Context["db"]["scoreSheet"]["findFirst"]>>>;

function readRow(row: Row): KeptSheet {
  const { growth, ...sheet } = stored.parse(JSON.parse(row.sheet));
  return {
    id: row.id,
    personId: row.subjectId,
    revision: row.revision,
    reason: row.reason ?? undefined,
    keptAt: row.keptAt,
    hash: row.hash,
    own: row.own ?? undefined,
    weightMinor: row.weightMinor,
    policyVersionId: row.policyVersionId,
    sheet: { ...withoutUndefined(sheet), score: row.score ?? undefined },
    growth: growth.map(({ day, own }) => ({ day, own: own ?? undefined })),
  };
}

/** What was left out when it was written is left out when it is read. */
function withoutUndefined({ metrics, ...sheet }: Omit<z.infer<typeof stored>, "growth">): Omit<Sheet, "score"> {
  return {
    ...sheet,
    metrics: metrics.map(({ unmeasured, ...one }) => ({ ...one, ...(unmeasured === undefined ? {} : { unmeasured }) })),
  };
}
