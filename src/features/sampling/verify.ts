/** An auditor draws again: from the kept population and seed, and from the record as it stands now. */
import { z } from "zod";
import { nothingInParticular } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { DRAW_SUBJECT, DRAWN_VERB } from "./ids.ts";
import { drawBy, populationText, sha256 } from "./lot.ts";
import { populationOf } from "./population.ts";

/** What does not agree: the seed with the audit log, the population with the record, the drawn ones with the lot. */
export const SAMPLE_DOUBTS = ["seed", "recorded", "population", "drawn"] as const;
export type SampleDoubt = (typeof SAMPLE_DOUBTS)[number];

export interface VerifiedSample {
  readonly unit: string;
  readonly period: string;
  readonly population: number;
  readonly drawn: number;
  readonly doubts: readonly SampleDoubt[];
}

const passed = z.array(
  z.object({
    number: z.string(),
    officer: z.string(),
    always: z.enum(["first_zone_2_entry", "similar"]).nullable(),
    unseenAfterSimplifiedSurvey: z.boolean().default(false),
  }),
);

export async function verifySample(
  ctx: Context,
  { unitCode, period }: { readonly unitCode: string; readonly period: string },
): Promise<VerifiedSample | Refusal> {
  const refused = authorize(ctx, "verify_audit", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const draw = await ctx.db.sampleDraw.findFirst({
    where: { period, unit: { code: unitCode } },
    include: { unit: true, items: true },
  });
  if (draw === null) {
    const isKnown = (await ctx.db.orgUnit.findFirst({ where: { code: unitCode }, select: { id: true } })) !== null;
    return isKnown
      ? refuse("sample.not_drawn", { code: unitCode, period })
      : refuse("sample.no_unit", { code: unitCode });
  }
  const { policy } = await ctx.parts.policies.byVersion(draw.policyVersionId);
  const kept = passed.parse(JSON.parse(draw.population)).map(({ always, ...one }) => ({
    ...one,
    ...(always === null ? {} : { always }),
  }));
  const now = await populationOf(ctx.db, policy, {
    ...{ unitId: draw.unitId, period },
    ...{ timeZone: draw.unit.timeZone, knownAt: draw.drawnAt },
  });
  const agrees: Record<SampleDoubt, boolean> = {
    seed: await isHeadOfLog(ctx, draw.seed),
    recorded: await isRecorded(ctx, draw),
    population: populationText(now) === draw.population,
    drawn: isSame(drawBy(policy, kept, draw.seed), await drawnOf(ctx, draw.items)),
  };
  return {
    unit: draw.unit.name,
    period,
    population: kept.length,
    drawn: draw.items.length,
    doubts: SAMPLE_DOUBTS.filter((doubt) => !agrees[doubt]),
  };
}

async function isHeadOfLog(ctx: Context, seed: string): Promise<boolean> {
  const { seq, hash } = /^(?<seq>\d+):(?<hash>[0-9a-f]*)$/u.exec(seed)?.groups ?? {};
  const event = seq === undefined ? null : await ctx.db.auditEvent.findUnique({ where: { seq: BigInt(seq) } });
  return event !== null && event.hash === hash;
}

/** The log tells of the very draw: the same seed, and the hash of the same population. */
async function isRecorded(ctx: Context, draw: { id: string; seed: string; population: string }): Promise<boolean> {
  const event = await ctx.db.auditEvent.findFirst({
    where: { subjectKind: DRAW_SUBJECT, subjectId: draw.id, verb: DRAWN_VERB },
  });
  const told = [draw.seed, sha256(draw.population)];
  return event !== null && told.every((part) => event.text.includes(JSON.stringify(part)));
}

interface Why {
  readonly number: string;
  readonly why: string;
}

async function drawnOf(ctx: Context, items: readonly { inspectionId: string; why: string }[]): Promise<Why[]> {
  const rows = await ctx.db.inspection.findMany({
    where: { id: { in: items.map(({ inspectionId }) => inspectionId) } },
    orderBy: { number: "asc" },
    select: { id: true, number: true },
  });
  return rows.map(({ id, number }) => ({ number, why: items.find((item) => item.inspectionId === id)?.why ?? "" }));
}

function isSame(a: readonly Why[], b: readonly Why[]): boolean {
  const text = (all: readonly Why[]) => JSON.stringify(all.map(({ number, why }) => `${number} ${why}`).toSorted());
  return text(a) === text(b);
}
