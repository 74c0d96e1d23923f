/** An approved report's risks become measures that are followed up. Joins the transaction of the approval. */
import { NAMED_OWNER, type NamedRisk } from "../../domain/check/risks.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { NO_OFFER } from "./change-owner.ts";
import { GIVEN_KIND, MEASURE_SUBJECT } from "./ids.ts";

interface ApprovedReport {
  readonly id: string;
  readonly submittedById: string;
}

interface CheckedInspection {
  readonly id: string;
  readonly borrowerId: string;
  readonly unitId: string;
}

/** How many were opened, changed and dropped: a correction speaks for the whole report that it replaces. */
export async function openMeasures(
  tx: Context,
  report: ApprovedReport,
  inspection: CheckedInspection,
  risks: readonly NamedRisk[],
) {
  const before = await tx.db.case.findMany({ where: { inspectionId: inspection.id, state: { not: "dropped" } } });
  const counts = { measures_opened: 0, measures_changed: 0, measures_dropped: 0 };
  for (const risk of risks) {
    const known = before.find(({ place }) => place === risk.place);
    if (known === undefined) {
      await open(tx, report, inspection, risk);
      counts.measures_opened += 1;
    } else if (known.state === "open") {
      counts.measures_changed += await changeIfSaid(tx, report, known, risk);
    }
  }
  for (const known of before.filter(
    ({ state, place }) => state === "open" && risks.every((risk) => risk.place !== place),
  )) {
    await drop(tx, report, known.id);
    counts.measures_dropped += 1;
  }
  return counts;
}

async function open(
  tx: Context,
  report: ApprovedReport,
  inspection: CheckedInspection,
  { place, risk, goal, ownerId, dueOn, proof }: NamedRisk,
): Promise<void> {
  const id = newId();
  await tx.db.case.create({
    data: {
      id,
      kind: "measure",
      borrowerId: inspection.borrowerId,
      unitId: inspection.unitId,
      inspectionId: inspection.id,
      reportId: report.id,
      place,
      cause: risk,
      goal,
      proof,
      ownerId,
      dueOn,
      state: "open",
      openedById: report.submittedById,
      openedAt: tx.now.toJSDate(),
    },
  });
  await tellOwner(tx, id, ownerId, report.submittedById);
  await noted(tx, "measure.opened", id, { reportId: report.id, goal, ownerId, dueOn });
}

/** Whoever wrote it knows it. */
async function tellOwner(tx: Context, id: string, ownerId: string, submittedById: string): Promise<void> {
  if (ownerId === submittedById) {
    return;
  }
  await promise(tx, {
    key: `${GIVEN_KIND}:${id}:${ownerId}`,
    kind: GIVEN_KIND,
    personId: ownerId,
    refs: { measureId: id },
    items: [{ kind: MEASURE_SUBJECT, id, stage: "given" }],
  });
}

/** Whoever took it over keeps it, unless the correction names somebody else than the report before it did. */
async function changeIfSaid(tx: Context, report: ApprovedReport, known: Known, risk: NamedRisk): Promise<number> {
  const named = await tx.db.answer.findFirst({
    where: { reportId: known.reportId ?? "", ...NAMED_OWNER, groupIndex: known.place },
    select: { value: true },
  });
  const said = named?.value === risk.ownerId ? { ...risk, ownerId: known.ownerId } : risk;
  if (isSame(known, said)) {
    return 0;
  }
  await change(tx, report, known, said);
  return 1;
}

type Known = Awaited<ReturnType<Context["db"]["case"]["findMany"]>>[number];

function isSame(known: Known, { risk, goal, ownerId, dueOn, proof }: NamedRisk): boolean {
  return (
    known.cause === risk &&
    known.goal === goal &&
    known.ownerId === ownerId &&
    known.dueOn === dueOn &&
    known.proof === proof
  );
}

async function change(tx: Context, report: ApprovedReport, known: Known, risk: NamedRisk): Promise<void> {
  const { goal, ownerId, dueOn, proof } = risk;
  const now = { cause: risk.risk, goal, ownerId, dueOn, proof };
  await tx.db.case.update({
    where: { id: known.id, version: known.version },
    data: {
      ...now,
      ...(ownerId === known.ownerId ? {} : NO_OFFER),
      reportId: report.id,
      version: { increment: 1 },
    },
  });
  await tellOwner(tx, known.id, ownerId, report.submittedById);
  await noted(tx, "measure.changed", known.id, { reportId: report.id, ...now });
  await markStale(tx, { kind: MEASURE_SUBJECT, id: known.id });
}

async function drop(tx: Context, report: ApprovedReport, id: string): Promise<void> {
  const ended = { closedById: tx.actor.personId, closedAt: tx.now.toJSDate(), note: "corrected", ...NO_OFFER };
  await tx.db.case.update({ where: { id }, data: { state: "dropped", ...ended, version: { increment: 1 } } });
  await noted(tx, "measure.dropped", id, { reportId: report.id });
  await markStale(tx, { kind: MEASURE_SUBJECT, id });
}

function noted(tx: Context, verb: string, id: string, after: Record<string, string>): Promise<unknown> {
  return record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb,
    subject: { kind: MEASURE_SUBJECT, id },
    after,
    policyVersionId: tx.policy.versionId,
  });
}
