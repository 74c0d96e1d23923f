/**
 * Once a month is over its sheets are written down; until then they are only ever counted. What was corrected since, back into a
 * month that is over, is a new revision that says which metrics moved; what stood before stays. No pay and no penalty follows (R133).
 */
import { createHash } from "node:crypto";
import { sumOf } from "../../domain/appraisal/line.ts";
import { correctedFor, FIRST_NIGHTS } from "../../domain/appraisal/period.ts";
import type { Sheet } from "../../domain/appraisal/sheet.ts";
import { addMonths, isoDate, partsOf } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { isUniqueConflict } from "../../platform/storage/index.ts";
import { SCORE_MONTH, SCORE_SUBJECT } from "./ids.ts";
import { type KeptSheet, keptSheet, textOf } from "./kept.ts";
import { type MadeSheets, type OwnSheet, sharedSheet } from "./make-sheet.ts";
import { type Scored, scoredIn } from "./scored.ts";
import { weightOf } from "./weight.ts";

export interface Closed {
  readonly kept: number;
  readonly revised: number;
}

/**
 * Every night the last month; in the first nights of a month, when the last one is new, those before it that the policy lets be
 * corrected. Then a month is closed, and the record says so.
 */
export async function closeMonths(ctx: Context): Promise<Closed | Refusal> {
  const refused = authorize(ctx, "run_sweep", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const today = localDate(ctx.now, ctx.policy.policy.calendar.time_zone);
  const first = isoDate(`${today.slice(0, 7)}-01`);
  const isFirst = partsOf(today).day <= FIRST_NIGHTS;
  const most = correctedFor(ctx.policy.policy.appraisal);
  const back = Array.from({ length: isFirst ? most : 1 }, (_, at) => at + 1).reverse();
  const units = (await ctx.db.orgUnit.findMany({ select: { id: true } })).map(({ id }) => id);
  const outcomes: Outcome[] = [];
  for (const months of back) {
    outcomes.push(...(await closeMonth(ctx, units, addMonths(first, -months).slice(0, 7), { isNew: months === 1 })));
  }
  await closeForGood(ctx, addMonths(first, -(isFirst ? most + 1 : most)).slice(0, 7));
  const count = (wanted: Outcome) => outcomes.filter((one) => one === wanted).length;
  return { kept: count("kept"), revised: count("revised") };
}

/** Said once of each month that has sheets; one that closed while the desk stood still is closed as well. */
async function closeForGood(ctx: Context, period: string): Promise<void> {
  const subject = { kind: SCORE_MONTH, id: period };
  const sheets = await ctx.db.scoreSheet.count({ where: { period } });
  if (sheets === 0) return;
  await inTransaction(ctx, async (tx) => {
    const said = { subjectKind: SCORE_MONTH, subjectId: period, verb: "score.month_closed" };
    if ((await tx.db.auditEvent.findFirst({ where: said, select: { seq: true } })) !== null) return;
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "score.month_closed",
      subject,
      after: { period, sheets },
      policyVersionId: tx.policy.versionId,
    });
  });
}

type Outcome = "kept" | "revised" | "same" | "none";

/** A month that was never written down is not made up afterwards, but for the one that has just ended. */
async function closeMonth(
  ctx: Context,
  units: readonly string[],
  name: string,
  { isNew }: { readonly isNew: boolean },
) {
  const made = new Map<string, MadeSheets>();
  const outcomes: Outcome[] = [];
  for (const scored of await scoredIn(ctx, units, name)) {
    const known = await keptSheet(ctx, scored);
    const isLeft = !scored.month.isOver || (known === undefined && !isNew);
    outcomes.push(isLeft ? "none" : await keepOne(ctx, scored, known, made));
  }
  return outcomes;
}

/** Under the policy that the month was written down with; another policy changes no month that is over. */
async function keepOne(
  ctx: Context,
  scored: Scored,
  known: KeptSheet | undefined,
  made: Map<string, MadeSheets>,
): Promise<Outcome> {
  const policy = known === undefined ? ctx.policy : await ctx.parts.policies.byVersion(known.policyVersionId);
  const under = { ...ctx, policy };
  const sheets: MadeSheets = made.get(policy.versionId) ?? new Map();
  made.set(policy.versionId, sheets);
  const sheet = await sharedSheet(under, scored, sheets);
  // Of whom nothing could be measured there is nothing to keep.
  if (sheet === undefined || (known === undefined && sheet.sheet.score === undefined)) return "none";
  const text = textOf(sheet);
  const hash = createHash("sha256").update(text).digest("hex");
  if (known?.hash === hash) return "same";
  const data = { ...rowOf(scored, sheet, known), sheet: text, hash, weightMinor: await weightOf(under, scored) };
  const isWritten = await write(under, {
    ...data,
    policyVersionId: policy.versionId,
    keptAt: ctx.now.toJSDate(),
  });
  const outcome = known === undefined ? "kept" : "revised";
  return isWritten ? outcome : "same";
}

function rowOf({ role, personId, unitId, month }: Scored, { sheet }: OwnSheet, known: KeptSheet | undefined) {
  return {
    id: newId(),
    role,
    subjectId: personId,
    unitId,
    period: month.name,
    revision: (known?.revision ?? 0) + 1,
    score: sheet.score ?? null,
    own: ownScore(sheet) ?? null,
    reason: known === undefined ? null : JSON.stringify(movedBetween(known.sheet, sheet)),
  };
}

type NewRow = Parameters<Context["db"]["scoreSheet"]["create"]>[0]["data"];

/** Another process may have been faster. */
async function write(
  ctx: Context,
  data: NewRow & { readonly id: string; readonly weightMinor: bigint },
): Promise<boolean> {
  const { id, role, subjectId, period, revision, score, hash, reason } = data;
  try {
    return await inTransaction(ctx, async (tx) => {
      await tx.db.scoreSheet.create({ data });
      await record(tx.db, {
        at: tx.now,
        actorId: tx.actor.personId,
        verb: "score.kept",
        subject: { kind: SCORE_SUBJECT, id },
        after: { role, personId: subjectId, period, revision, score, hash, reason },
        policyVersionId: tx.policy.versionId,
      });
      return true;
    });
  } catch (error) {
    if (isUniqueConflict(error)) return false;
    throw error;
  }
}

/** Before the shared part. */
const ownScore = ({ score, joined }: Sheet) =>
  score === undefined ? undefined : score - sumOf(joined.filter(({ code }) => code === "shared"));

/** Metrics whose points are others now, as they were and as they are; `shared` where only a partner's moved. */
function movedBetween(before: Sheet, after: Sheet): { metric: string; before: number; after: number }[] {
  const points = ({ metrics }: Sheet) => new Map(metrics.map(({ metric, lines }) => [metric, sumOf(lines)]));
  const [old, now] = [points(before), points(after)];
  const moved = [...now].flatMap(([metric, sum]) =>
    old.get(metric) === sum ? [] : [{ metric, before: old.get(metric) ?? 0, after: sum }],
  );
  return moved.length > 0 ? moved : [{ metric: "shared", before: before.score ?? 0, after: after.score ?? 0 }];
}
