/** One measure with everything that a decision about it needs. */
import { isoDate } from "../../domain/dates.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import { CASE_STATES, type CaseState, type IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { actingFor, unitPath } from "../people/index.ts";
import { caseNumber } from "./case-words.ts";
import { proofKey } from "./ids.ts";

export type MeasureRow = NonNullable<Awaited<ReturnType<typeof findMeasure>>>;

export interface MeasureCase {
  readonly row: MeasureRow;
  readonly state: CaseState;
  readonly number: string;
  readonly dueOn: IsoDate;
  /** The date where the account is kept. */
  readonly today: IsoDate;
  /** Theirs is what they are the first responsible person of. `notByPersons` may not close it. */
  readonly subject: SubjectFacts;
}

export async function loadMeasure(ctx: Context, id: string): Promise<MeasureCase | undefined> {
  const row = await findMeasure(ctx, id);
  if (row === null) {
    return undefined;
  }
  const { inspectionId } = row;
  const inspection =
    inspectionId === null
      ? null
      : await ctx.db.inspection.findUnique({ where: { id: inspectionId }, select: { number: true } });
  const acting = (await actingFor(ctx.db, [row.ownerId], ctx.now)).get(row.ownerId) ?? row.ownerId;
  return {
    row,
    state: oneOf(CASE_STATES, row.state),
    number: caseNumber(row, inspection?.number),
    dueOn: isoDate(row.dueOn),
    today: localDate(ctx.now, row.borrower.unit.timeZone),
    subject: {
      unitPath: await unitPath(ctx.db, row.unitId),
      assigneeId: row.ownerId,
      ownerId: null,
      notByPersons: [row.ownerId, acting, ...(row.reportedById === null ? [] : [row.reportedById])],
    },
  };
}

function findMeasure({ db }: Context, id: string) {
  return db.case.findUnique({
    where: { id },
    include: {
      owner: { select: { name: true } },
      borrower: {
        select: {
          name: true,
          number: true,
          customerType: true,
          unit: { select: { timeZone: true, calendarId: true } },
          ownerships: { where: { toAt: null }, select: { personId: true } },
        },
      },
    },
  });
}

/** Where the files of its result are kept: beside its inspection, a plan's under the plan itself. */
export function proofPlace({ id, inspectionId }: Pick<MeasureRow, "id" | "inspectionId">): {
  readonly inspectionId: string;
  readonly answerKey: string;
} {
  return { inspectionId: inspectionId ?? id, answerKey: proofKey(id) };
}

/** The measure, or why this person may not. Who keeps the account reads its measures too. */
export async function measureFor(ctx: Context, verb: Verb, id: string): Promise<MeasureCase | Refusal> {
  const found = await loadMeasure(ctx, id);
  if (found === undefined) {
    return refuse("not_found", { number: "" });
  }
  const keeper = verb === "see_measure" ? found.row.borrower.ownerships[0]?.personId : undefined;
  return authorize(ctx, verb, keeper === undefined ? found.subject : { ...found.subject, ownerId: keeper }) ?? found;
}
