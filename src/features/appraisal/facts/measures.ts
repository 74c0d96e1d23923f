/** Measures that fell due in the month, of whoever answered for them on that day. */
import { z } from "zod";
import type { MetricFacts } from "../../../domain/appraisal/facts.ts";
import { isoDate } from "../../../domain/dates.ts";
import type { Context } from "../../../platform/context.ts";
import { inTurns } from "../../../platform/in-turns.ts";
import { caseNumber, MEASURE_SUBJECT } from "../../measures/index.ts";
import { countedBy, dayOf, endOf, type Month } from "./month.ts";
import { keptBy } from "./responsible.ts";

/** Done where its result was reported by the date; a second person judges it later. One that was dropped was due of nobody. */
export async function measuresOf(ctx: Context, personId: string, month: Month): Promise<MetricFacts> {
  const rows = await ctx.db.case.findMany({
    where: {
      kind: "measure",
      state: { not: "dropped" },
      dueOn: { gte: month.from, lte: month.to },
      // Who gave one away keeps the account of most.
      OR: [{ ownerId: personId }, { borrower: { ownerships: keptBy(personId, month.begins, month) } }],
    },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, kind: true, ownerId: true, dueOn: true, state: true, place: true, inspectionId: true },
      reportedAt: true,
      borrower: { select: { number: true } },
    },
  });
  const owners = await ownersBefore(
    ctx,
    rows.map(({ id }) => id),
  );
  const numbers = await numbersOf(
    ctx,
    rows.flatMap(({ inspectionId }) => inspectionId ?? []),
  );
  const counted = rows.flatMap((row) => {
    const reported = row.reportedAt === null || row.state === "open" ? undefined : dayOf(month, row.reportedAt);
    const by = countedBy(ctx, month, isoDate(row.dueOn), reported);
    const at = by?.done === 1 && row.reportedAt !== null ? row.reportedAt : endOf(month, row.dueOn);
    if (by === undefined || (owners(row.id, at) ?? row.ownerId) !== personId) return [];
    const name = caseNumber(row, numbers.get(row.inspectionId ?? ""));
    return [{ proof: { kind: "measure", id: row.id, name, on: by.on } as const, due: 1, done: by.done }];
  });
  return { counted, events: [] };
}

const GIVEN_ON = ["measure.accepted", "measure.given", "measure.fallen"];
const before = z.object({ before: z.object({ ownerId: z.string() }) });

/** Whose it was at a moment: the first change after it says whose it was until then; none says that nothing changed. */
async function ownersBefore(ctx: Context, ids: readonly string[]) {
  const changes = await inTurns(ids, (some) =>
    ctx.db.auditEvent.findMany({
      where: { subjectKind: MEASURE_SUBJECT, subjectId: { in: some }, verb: { in: GIVEN_ON } },
      orderBy: { seq: "asc" },
      select: { subjectId: true, at: true, text: true },
    }),
  );
  return (id: string, at: Date): string | undefined => {
    const next = changes.find((change) => change.subjectId === id && change.at > at);
    return next === undefined ? undefined : before.parse(JSON.parse(next.text)).before.ownerId;
  };
}

async function numbersOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await inTurns([...new Set(ids)], (some) =>
    ctx.db.inspection.findMany({ where: { id: { in: some } }, select: { id: true, number: true } }),
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}
