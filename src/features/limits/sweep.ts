/** Every night: what stands against the limits is kept, and whoever leads hears once of each that has been passed. */

import { addTo } from "../../domain/lists-by-key.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { holdersOf } from "../people/index.ts";
import { LIMIT_SUBJECT, LIMITS_PASSED, ON_BORROWER, WHOLE_LENDER } from "./ids.ts";
import { measured, type Use } from "./measure.ts";

const same = (a: Pick<Use, "limitKey" | "subjectId">, b: Pick<Use, "limitKey" | "subjectId">) =>
  a.limitKey === b.limitKey && a.subjectId === b.subjectId;

export interface LimitsFound {
  readonly measured: number;
  readonly passed: number;
}

export async function measureLimits(ctx: Context): Promise<LimitsFound | Refusal> {
  const refused = authorize(ctx, "plan_inspections", nothingInParticular);
  if (refused !== undefined) return refused;
  const uses = await measured(ctx);
  const outcome = await inTransaction(ctx, (tx) => keep(tx, uses));
  return isRefusal(outcome) ? outcome : { measured: uses.length, passed: outcome };
}

/** Answers how many are newly passed. */
async function keep(tx: Context, uses: readonly Use[]): Promise<number | Refusal> {
  const refused = authorize(tx, "plan_inspections", nothingInParticular);
  if (refused !== undefined) return refused;
  const known = await tx.db.limitUse.findMany();
  const news: string[] = [];
  for (const use of uses) {
    const before = known.find((one) => same(one, use));
    const id = await keepOne(tx, use, before);
    if (isPassed(use) && (before?.passedSince ?? null) === null) news.push(id);
  }
  const gone = known.filter((one) => one.passedSince !== null && !uses.some((use) => same(one, use)));
  for (const { id } of gone) {
    await tx.db.limitUse.update({ where: { id }, data: { passedSince: null, measuredAt: tx.now.toJSDate() } });
  }
  if (news.length + gone.length > 0) {
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "limits.measured",
      subject: { kind: LIMIT_SUBJECT, id: "all" },
      after: { passed: news, kept_again: gone.map(({ id }) => id) },
      policyVersionId: tx.policy.versionId,
    });
  }
  await tell(tx, news);
  return news.length;
}

const isPassed = ({ usedMinor, mostMinor }: Use) => usedMinor > mostMinor;

type Known = Awaited<ReturnType<Context["db"]["limitUse"]["findMany"]>>[number];

async function keepOne(tx: Context, use: Use, before: Known | undefined): Promise<string> {
  const now = tx.now.toJSDate();
  const data = { ...use, passedSince: isPassed(use) ? (before?.passedSince ?? now) : null, measuredAt: now };
  const id = before?.id ?? newId();
  if (before === undefined) await tx.db.limitUse.create({ data: { id, ...data } });
  else await tx.db.limitUse.update({ where: { id }, data });
  return id;
}

/** One message for all that is new tonight, to whoever leads the unit, or the nearest above. */
async function tell(tx: Context, ids: readonly string[]): Promise<void> {
  const byPerson = new Map<string, string[]>();
  for (const id of ids) {
    for (const personId of await leadersOf(tx, id)) addTo(byPerson, personId, id);
  }
  for (const [personId, passed] of byPerson) {
    await promise(tx, {
      key: `${LIMITS_PASSED}:${personId}:${passed[0]}:${tx.now.toISODate()}`,
      kind: LIMITS_PASSED,
      personId,
      items: passed.map((id) => ({ kind: LIMIT_SUBJECT, id, stage: "passed" })),
      refs: { ids: JSON.stringify(passed.slice(0, 50)), count: String(passed.length) },
    });
  }
}

async function leadersOf(tx: Context, id: string): Promise<readonly string[]> {
  const { subjectKind, subjectId } = await tx.db.limitUse.findUniqueOrThrow({ where: { id } });
  const borrower = subjectKind === ON_BORROWER ? await tx.db.borrower.findUnique({ where: { id: subjectId } }) : null;
  const top = await tx.db.orgUnit.findFirst({ where: { parentId: null }, orderBy: { code: "asc" } });
  const unitId = borrower?.unitId ?? (subjectId === WHOLE_LENDER ? top?.id : subjectId) ?? "";
  const managers = await holdersOf(tx.db, "unit_manager", unitId, tx.now);
  return managers.personIds.length > 0
    ? managers.personIds
    : (await holdersOf(tx.db, "head_office_manager", unitId, tx.now)).personIds;
}
